import { stat } from "node:fs/promises";
import type { Clock, Timer } from "./clock.ts";
import type { Logger } from "./logger.ts";

/** Knows whether the files that this process has open are still those in the data directory. */
export interface DataFiles {
  /** What is wrong, as a sentence; null while all are in place. As of the last look, at most two seconds ago. */
  problem(): string | null;
  stop(): void;
}

const intervalMs = 2000;

/**
 * Watches for files that are deleted or replaced while they are open. What is written to a deleted file is gone with
 * the process, although every write succeeds: nothing may be acknowledged then. The process goes on, because its open
 * files are the last copy.
 */
export async function watchDataFiles(options: {
  paths: readonly string[];
  clock: Clock;
  logger: Logger;
}): Promise<DataFiles> {
  const { paths, clock, logger } = options;
  const opened = new Map(
    await Promise.all(paths.map(async (path) => [path, await identityOf(path)] as const)),
  );
  let misplaced: readonly string[] = [];
  let isStopped = false;
  let timer: Timer = clock.after(intervalMs, () => void look());

  async function look(): Promise<void> {
    const found = await Promise.all(paths.map(async (path) => (await identityOf(path)) === opened.get(path)));
    note(paths.filter((_, index) => !found[index]));
    if (!isStopped) timer = clock.after(intervalMs, () => void look());
  }

  function note(now: readonly string[]): void {
    const before = misplaced;
    misplaced = now;
    if (now.join() === before.join()) return;
    if (now.length === 0) logger.info("data.files_restored");
    else logger.error("data.files_replaced", { paths: now.join(" "), advice: sentenceAbout(now) });
  }

  return {
    problem: () => (misplaced.length === 0 ? null : sentenceAbout(misplaced)),
    stop() {
      isStopped = true;
      timer.cancel();
    },
  };
}

/** Device and inode: what a path names, whatever is written to it. */
async function identityOf(path: string): Promise<string> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev}:${ino}`;
  } catch {
    return "missing";
  }
}

function sentenceAbout(paths: readonly string[]): string {
  return (
    `Deleted or replaced while in use: ${paths.join(", ")}. Nothing is accepted, because it would not be kept. ` +
    "Put the files back as they were if you moved them; else stop this process and restore the data directory."
  );
}
