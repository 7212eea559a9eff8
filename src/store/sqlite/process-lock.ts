import { Database } from "bun:sqlite";
import { join } from "node:path";
import { messageOf } from "../../platform/lifecycle.ts";
import { DataInUseError, StartError } from "../../platform/start-error.ts";

/** The lock's file name in the data directory. */
export const lockFileName = "lock";

/** Held while this process owns the data directory. */
export interface ProcessLock {
  release(): void;
}

// A lock whose caller forgot it must not be garbage-collected, and so released, while the process lives.
const held = new Set<Database>();

/**
 * Takes the data directory for this process, by an exclusive transaction on a small file of its own: the
 * operating system ends it with the process, however that dies. A second process is refused.
 */
export function acquireProcessLock(directory: string): ProcessLock {
  const path = join(directory, lockFileName);
  const db = openLockFile(path, directory);
  try {
    // Memory: a journal beside the lock would be one more file to explain.
    db.run("PRAGMA journal_mode = MEMORY");
    db.run("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (isBusy(error)) {
      throw new DataInUseError(
        `Another Posthorn is using the data directory ${directory}. Only one process may: stop it first, or choose another directory with --data-dir.`,
      );
    }
    throw new StartError(
      `The data directory ${directory} cannot be locked: ${messageOf(error)}. Remove ${path}, which holds no data, and start again.`,
    );
  }
  held.add(db);
  return {
    release() {
      held.delete(db);
      db.run("ROLLBACK");
      db.close();
    },
  };
}

function openLockFile(path: string, directory: string): Database {
  try {
    return new Database(path, { create: true, readwrite: true });
  } catch {
    throw new StartError(
      `The data directory ${directory} cannot be written. Check that it exists and that this user owns it.`,
    );
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message);
}
