import { SQLiteError } from "bun:sqlite";
import { AppError } from "../../domain/app-error.ts";

/** Trouble of the file, not of the verb: a whole group of verbs is void. */
export function isDiskTrouble(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM)/.test(codeOf(error));
}

/** Trouble that goes by itself when there is room again. */
export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === "SQLITE_FULL";
}

/** What a read may meet: the file is damaged, or the disk does not give it. */
export function isUnreadable(error: unknown): boolean {
  return /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(codeOf(error));
}

/** Another connection (a shell, a backup) holds the lock. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith("SQLITE_BUSY");
}

/** `SQLITE_IOERR_WRITE`; empty for what is no error of SQLite. Drizzle wraps it into an error of its own. */
function codeOf(error: unknown): string {
  if (error instanceof SQLiteError) return error.code ?? "";
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : "";
}

/**
 * What is wrong with the file, as a sentence for the operator. Null for what the program did wrong.
 * @param path the database file
 */
export function sentenceAbout(path: string, error: unknown): string | null {
  // The codes have endings that tell the place.
  switch (/^SQLITE_[A-Z]+/.exec(codeOf(error))?.[0]) {
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
      return `${path} cannot be read or written (${codeOf(error)}). Check the disk and its limits, then start again.`;
    case "SQLITE_BUSY":
      return `${path} is locked by another program. End what uses it (a shell, a backup), then start again.`;
    default:
      return null;
  }
}

export function diskFull(): AppError {
  return new AppError(
    "unavailable",
    "The disk is full: nothing was stored. Make room; Posthorn goes on by itself.",
    { retryAfterSeconds: 5 },
  );
}

export function diskFailed(): AppError {
  return new AppError(
    "unavailable",
    "Posthorn could not read or write its disk and ends. Whether this was stored is known after its restart: send it again then, an event with the same id.",
  );
}

/** A list that met a damaged part of the file. */
export function listDamaged(): AppError {
  return new AppError(
    "unavailable",
    "A part of the database that this needs cannot be read: it is damaged, or the disk fails. The log says more.",
  );
}
