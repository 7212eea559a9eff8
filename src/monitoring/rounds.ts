import { AppError } from "../domain/app-error.ts";
import type { Clock, Timer } from "../platform/clock.ts";
import { messageOf } from "../platform/lifecycle.ts";
import type { Logger } from "../platform/logger.ts";

/** Something that is looked at again and again. */
export interface Rounds {
  start(): void;
  /** No further round; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** Makes a round every so often, never two at once; one that fails is told to the log, and the next one tries again. */
export function createRounds(options: {
  clock: Clock;
  logger: Logger;
  /** For the log. */
  name: string;
  everyMs: number;
  round(): Promise<void>;
}): Rounds {
  const { clock, logger, name, everyMs, round } = options;
  let timer: Timer | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let isStopped = false;

  function schedule(delayMs: number): void {
    if (!isStopped) timer = clock.after(delayMs, begin);
  }

  function begin(): void {
    const startedAt = clock.monotonic();
    underWay = round()
      .catch(tell)
      .then(() => schedule(Math.max(0, everyMs - (clock.monotonic() - startedAt))));
  }

  function tell(error: unknown): void {
    if (isStopped) return;
    const fields = { round: name, error: messageOf(error) };
    // A full disk is told by others, and passes.
    if (error instanceof AppError && error.code === "unavailable") logger.warn("monitoring.delayed", fields);
    else logger.error("monitoring.failed", fields);
  }

  return {
    start: () => schedule(everyMs),
    async stop() {
      isStopped = true;
      timer?.cancel();
      await underWay;
    },
  };
}
