import { Database, SQLiteError } from "bun:sqlite";
import { StartError } from "../../platform/start-error.ts";

/** The database's file name in the data directory. */
export const databaseFileName = "posthorn.db";

/** "Psth": tells our files from other SQLite databases (pragma application_id). */
export const applicationId = 0x50737468;

/** Opens the file for reading and writing, makes it if it is missing, and says in a sentence what is wrong with it. */
export function openDatabase(path: string): Database {
  return whileOpening(path, () => {
    const db = new Database(path, { create: true, readwrite: true, strict: true });
    preparePragmas(db);
    return db;
  });
}

/** Runs a part of opening the file: trouble of the file becomes a `StartError`, a bug stays what it is. */
export function whileOpening<T>(path: string, part: () => T): T {
  try {
    return part();
  } catch (error) {
    const sentence = error instanceof SQLiteError ? sentenceFor(path, error) : null;
    throw sentence === null ? error : new StartError(sentence);
  }
}

/** A second connection for lists, which cannot write. */
export function openReadOnly(path: string): Database {
  const db = new Database(path, { readonly: true, strict: true });
  // A reader may meet the writer resetting the log: wait rather than fail.
  db.run("PRAGMA busy_timeout = 5000");
  return db;
}

/**
 * For the writer, once its file is open. Waiting for another program's lock inside SQLite would stop this thread, and
 * with it everything: the group commit tries again by itself. A few ms, for locks that are over at once.
 */
export function endWaitingForLocks(db: Database): void {
  db.run("PRAGMA busy_timeout = 5");
}

/** The order matters: see each line. */
function preparePragmas(db: Database): void {
  // First, so that the pragmas below wait for another connection (a backup, a shell) instead of failing.
  db.run("PRAGMA busy_timeout = 5000");
  // Before the first table, else it has no effect: free pages can be given back without rewriting the file.
  db.run("PRAGMA auto_vacuum = INCREMENTAL");
  // Readers do not block the writer, and a commit is one append.
  db.run("PRAGMA journal_mode = WAL");
  // A commit returns when it is on the disk: the 202 promises that.
  db.run("PRAGMA synchronous = FULL");
  // In this thread: checkpoints from another never let the WAL reset under load.
  db.run("PRAGMA wal_autocheckpoint = 1000");
  // A WAL that grew during a long read is cut back to this afterwards.
  db.run("PRAGMA journal_size_limit = 67108864");
  // Off by default in SQLite.
  db.run("PRAGMA foreign_keys = ON");
  // Sorting and temporary indexes stay off the disk, which may be full.
  db.run("PRAGMA temp_store = MEMORY");
  // 64 MiB: the hot ends of the tables and indexes.
  db.run("PRAGMA cache_size = -65536");
}

/** Null for what the program did wrong. The codes have endings that tell the place (`SQLITE_IOERR_WRITE`). */
function sentenceFor(path: string, error: SQLiteError): string | null {
  switch (/^SQLITE_[A-Z]+/.exec(error.code ?? "")?.[0]) {
    case "SQLITE_NOTADB":
      return `${path} is not a database, or it is damaged at its beginning. Restore a backup, or move the file away to start with an empty one.`;
    case "SQLITE_CORRUPT":
      return `${path} is damaged. Restore a backup, or move the file away to start with an empty one.`;
    case "SQLITE_READONLY":
    case "SQLITE_CANTOPEN":
    case "SQLITE_PERM":
      return `${path} cannot be opened for writing. Check that the directory exists and that this user owns it and its files.`;
    case "SQLITE_FULL":
      return `${path} cannot be written: the disk is full. Make room and start again.`;
    case "SQLITE_IOERR":
      return `${path} cannot be read or written: ${error.message}. Check the disk and its limits, then start again.`;
    case "SQLITE_BUSY":
      return `${path} is locked by another program. End what uses it (a shell, a backup), then start again.`;
    default:
      return null;
  }
}
