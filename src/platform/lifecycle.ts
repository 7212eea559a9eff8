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

/** Resolves at the first SIGTERM or SIGINT with its name; a second one ends the process at once. */
export function waitForStopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let isStopping = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      // 128 + the signal's number is how a shell reports a process that a signal ended.
      if (isStopping) process.exit(signal === "SIGINT" ? 130 : 143);
      isStopping = true;
      resolve(signal);
    };
    process.on("SIGTERM", onSignal);
    process.on("SIGINT", onSignal);
  });
}
