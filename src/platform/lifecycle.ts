import type { Logger } from "./logger.ts";

/** What was started, so that it ends in the reverse order. */
export interface Lifecycle {
  /** Notes how to end a part that has just started. */
  started(part: string, stop: () => void | Promise<void>): void;
  /** Ends all parts, the last one first. One that fails does not keep the others from ending. */
  stop(): Promise<void>;
}

export function createLifecycle(logger: Logger): Lifecycle {
  const parts: { part: string; stop: () => void | Promise<void> }[] = [];
  return {
    started(part, stop) {
      parts.push({ part, stop });
    },
    async stop() {
      for (let last = parts.pop(); last !== undefined; last = parts.pop()) {
        try {
          await last.stop();
        } catch (error) {
          logger.error("part.stop_failed", { part: last.part, error: messageOf(error) });
        }
      }
    },
  };
}

/** The sentence of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
