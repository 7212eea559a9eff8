import { AppError } from "../domain/app-error.ts";
import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";

/** Waits out a full disk: what could not be written is kept and tried again until there is room. */
export interface StoreGuard {
  /** True while a verb waits for room: nothing new may start, lest its result find none either. */
  isPaused(): boolean;
  /** Runs the verb, again every second while it is `unavailable`. Rejects with whatever else it throws. */
  run<T>(verb: () => Promise<T>): Promise<T>;
  /** Tries no more: what still waits never settles. */
  close(): void;
}

const retryMs = 1000;

/** @param onResume called when everything that had waited is written */
export function createStoreGuard(clock: Clock, logger: Logger, onResume: () => void): StoreGuard {
  let waiting = 0;
  let isClosed = false;

  async function runLater<T>(verb: () => Promise<T>): Promise<T> {
    if (waiting++ === 0) {
      logger.warn("engine.paused", { reason: "The store takes nothing: is the disk full?" });
    }
    for (;;) {
      await new Promise<void>((resolve) => clock.after(retryMs, resolve));
      if (isClosed) await new Promise<never>(() => {});
      try {
        const value = await verb();
        leave();
        return value;
      } catch (error) {
        if (isUnavailable(error)) continue;
        leave();
        throw error;
      }
    }
  }

  function leave(): void {
    if (--waiting > 0) return;
    logger.info("engine.resumed");
    onResume();
  }

  return {
    isPaused: () => waiting > 0,
    async run(verb) {
      try {
        return await verb();
      } catch (error) {
        if (!isUnavailable(error) || isClosed) throw error;
        return runLater(verb);
      }
    },
    close() {
      isClosed = true;
    },
  };
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.code === "unavailable";
}
