import type { Clock, Timer } from "../platform/clock.ts";
import { messageOf } from "../platform/lifecycle.ts";
import type { Logger } from "../platform/logger.ts";
import type { Store } from "../store/store.ts";

/** A look at what is past its time; the replies are kept for 24 hours, so a minute more is nothing. */
const lookEveryMs = 60_000;
const restMsMin = 1;

/** Deletes the replies to idempotent requests once they are past their time, in small steps behind the live work. */
export function startForgettingReplies({
  store,
  clock,
  logger,
}: {
  store: Pick<Store, "forgetReplies">;
  clock: Clock;
  logger: Logger;
}): { stop(): void } {
  let isStopped = false;
  let timer: Timer = clock.after(lookEveryMs, () => void look());

  async function look(): Promise<void> {
    const restMs = await step();
    if (!isStopped) timer = clock.after(restMs, () => void look());
  }

  /** Says how long to rest: after a full step as long as it took, so that live work gets at least half of the time. */
  async function step(): Promise<number> {
    const startedAt = clock.monotonic();
    try {
      const { done } = await store.forgetReplies(clock.now());
      return done ? lookEveryMs : Math.max(restMsMin, clock.monotonic() - startedAt);
    } catch (error) {
      // A full disk, most likely: nothing is lost by trying again later.
      logger.warn("idempotency_keys.not_deleted", { error: messageOf(error) });
      return lookEveryMs;
    }
  }

  return {
    stop() {
      isStopped = true;
      timer.cancel();
    },
  };
}
