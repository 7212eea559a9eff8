import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";

/** Tells of trouble of our own that keeps attempts from being made. */
export interface OwnTroubleLog {
  note(trouble: { deliveryId: string; error: string }): void;
}

/** Where one delivery has such trouble a thousand others have it too, each again every second. */
const quietMs = 60_000;

/** Logs the first, and after a minute the next, with how many there were between. */
export function createOwnTroubleLog(clock: Clock, logger: Logger): OwnTroubleLog {
  let loggedAtMs = Number.NEGATIVE_INFINITY;
  let untold = 0;
  return {
    note({ deliveryId, error }) {
      const nowMs = clock.monotonic();
      if (nowMs - loggedAtMs < quietMs) {
        untold++;
        return;
      }
      logger.error("delivery.not_attempted", { deliveryId, error, untold });
      loggedAtMs = nowMs;
      untold = 0;
    },
  };
}
