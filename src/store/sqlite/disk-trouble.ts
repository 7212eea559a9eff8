import { SQLiteError } from "bun:sqlite";
import { AppError } from "../../domain/app-error.ts";

/** What callers are told whose verbs found no room. */
export function diskFull(): AppError {
  return new AppError(
    "unavailable",
    "The disk is full: nothing was stored. Make room; Posthorn goes on by itself.",
    {
      retryAfterSeconds: 5,
    },
  );
}

/** What callers are told when nobody knows what is on the disk. */
export function diskFailed(): AppError {
  return new AppError(
    "unavailable",
    "Posthorn could not write to its disk and ends. Whether this was stored is known after its restart: send it again then, an event with the same id.",
  );
}

/** Another connection holds the write lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof SQLiteError && (error.code ?? "").startsWith("SQLITE_BUSY");
}

/** Trouble of the file, not of the verb: the whole group is void. */
export function isDiskTrouble(error: unknown): boolean {
  if (!(error instanceof SQLiteError)) return false;
  const code = error.code ?? "";
  return /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM)/.test(code);
}
