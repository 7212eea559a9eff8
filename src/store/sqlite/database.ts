import { constants, Database } from "bun:sqlite";
import { statSync } from "node:fs";
import { createDraftFile } from "../../platform/draft-file.ts";
import { StartError } from "../../platform/start-error.ts";
import { sentenceAbout } from "./disk-trouble.ts";

/** The database's file name in the data directory. */
export const databaseFileName = "posthorn.db";

/** "Psth": tells our files from other SQLite databases (pragma application_id). */
export const applicationId = 0x50737468;

/** A shorter file is an empty one to SQLite. */
const headerBytes = 512;

/** Opens the file for reading and writing, makes it if it is missing, and says in a sentence what is wrong with it. */
export function openDatabase(path: string): Database {
  return whileOpening(path, () => {
    if (!isPresent(path)) createWhole(path);
    const db = new Database(path, { create: false, readwrite: true, strict: true });
    preparePragmas(db);
    return db;
  });
}

/** Runs a part of opening the file: trouble of the file becomes a `StartError`, a bug stays what it is. */
export function whileOpening<T>(path: string, part: () => T): T {
  try {
    return part();
  } catch (error) {
    const sentence = sentenceAbout(path, error);
    throw sentence === null ? error : new StartError(sentence);
  }
}

/**
 * Runs what erases for good: pages that become free are overwritten as well, which they are not otherwise
 * (sqlite.org/pragma.html#pragma_secure_delete).
 */
export function erasing<T>(db: Database, erase: () => T): T {
  db.run("PRAGMA secure_delete = ON");
  try {
    return erase();
  } finally {
    db.run("PRAGMA secure_delete = FAST");
  }
}

/** False for a start with nothing. What was emptied or taken away must not pass for that: SQLite deletes a log then. */
function isPresent(path: string): boolean {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? null;
  if (bytes !== null && bytes < headerBytes) {
    throw new StartError(
      `${path} is empty: its content was lost. Restore a backup, or remove it to start with an empty database.`,
    );
  }
  const log = `${path}-wal`;
  if (bytes === null && (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new StartError(
      `${path} is missing, but its log ${log} is there. Put the file back or restore a backup, or move the log away to start with an empty database.`,
    );
  }
  return bytes !== null;
}

/** A new file with nothing but its first page, made under another name: an interrupted start leaves no empty file. */
function createWhole(path: string): void {
  const draft = createDraftFile(path);
  try {
    const db = new Database(draft.path, { create: true, readwrite: true, strict: true });
    // Nobody counts on a draft: it is brought to the disk once, when it is whole.
    db.run("PRAGMA synchronous = OFF");
    db.run("PRAGMA auto_vacuum = INCREMENTAL");
    db.run("PRAGMA journal_mode = WAL");
    db.close();
    draft.sync();
    draft.publish();
  } finally {
    draft.discard();
  }
}

/** All of the data is in one file then, for whoever copies that alone. The file is sound without it. */
export function moveLogOver(db: Database): void {
  try {
    // A list may be under way.
    db.run("PRAGMA busy_timeout = 1000");
    db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // No room, or the disk fails: the log stays, and the next start reads it.
  }
}

/** A second connection for lists, which cannot write. */
export function openReadOnly(path: string): Database {
  const db = new Database(path, { readonly: true, strict: true });
  // A reader may meet the writer resetting the log: wait rather than fail.
  db.run("PRAGMA busy_timeout = 5000");
  // Now, while there are descriptors: the log and the memory beside it are opened by the first read.
  db.query("SELECT 1 FROM sqlite_schema").get();
  return db;
}

/**
 * For the writer, once its file is open. Waiting for another program's lock inside SQLite would stop this thread, and
 * with it everything: the group commit tries again by itself. A few ms, for locks that are over at once.
 */
export function endWaitingForLocks(db: Database): void {
  db.run("PRAGMA busy_timeout = 5");
}

/**
 * For a file that nobody writes, and whose log is empty: SQLite takes it as it lies, makes no files beside it, and needs
 * no right to write in its directory.
 */
export function openLyingStill(path: string): Database {
  const uri = `file:${encodeURI(path).replaceAll("?", "%3F").replaceAll("#", "%23")}?immutable=1`;
  return new Database(uri, constants.SQLITE_OPEN_READONLY | constants.SQLITE_OPEN_URI);
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
  // What is deleted from a page is overwritten there: it costs nothing where the page is written anyway.
  db.run("PRAGMA secure_delete = FAST");
  // Sorting and temporary indexes stay off the disk, which may be full.
  db.run("PRAGMA temp_store = MEMORY");
  // 64 MiB: the hot ends of the tables and indexes.
  db.run("PRAGMA cache_size = -65536");
}
