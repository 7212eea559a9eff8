import type { Database } from "bun:sqlite";
import { closeSync, fdatasync, fdatasyncSync, openSync } from "node:fs";
import { StartError } from "../../platform/start-error.ts";

/** Brings to the disk what was committed. */
export interface LogSync {
  /** Calls once everything that was committed before is on the disk, or cannot be brought there. */
  sync(done: (error: Error | null) => void): void;
  close(): void;
}

/** `COMMIT` itself returns when it is on the disk (`synchronous=FULL`): for short commands and for tests. */
export const syncedByCommit: LogSync = {
  sync: (done) => done(null),
  close() {},
};

/**
 * The log is brought to the disk beside the writing thread, which goes on with other work meanwhile: under load it
 * would wait a third of its time. `COMMIT` only writes then (`synchronous=NORMAL`). What was not yet brought to the disk
 * is what a power cut may take, and nobody has been told of it; the file stays whole, because SQLite brings the log to
 * the disk before it copies from it, and the database before it begins the log anew.
 */
export function createBackgroundSync(db: Database, path: string): LogSync {
  db.run("PRAGMA synchronous = NORMAL");
  // The file stays the same one for as long as the database is open: SQLite begins it anew in place.
  const log = openSync(`${path}-wal`, "r");
  // A process that was killed may have left commits that are not on the disk, and what is found here is taken to be.
  syncNow(log, path);
  return {
    sync: (done) =>
      fdatasync(log, (error) => done(error === null ? null : new Error(sentenceAbout(path, error)))),
    close: () => closeSync(log),
  };
}

function syncNow(log: number, path: string): void {
  try {
    fdatasyncSync(log);
  } catch (error) {
    closeSync(log);
    throw new StartError(sentenceAbout(path, error as NodeJS.ErrnoException));
  }
}

function sentenceAbout(path: string, { code }: NodeJS.ErrnoException): string {
  return `What was written to ${path} could not be brought to the disk (${code}). Check the disk and its limits, then start again.`;
}
