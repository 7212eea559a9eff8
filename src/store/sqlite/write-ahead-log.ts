import { closeSync, openSync, readSync, statSync } from "node:fs";

/** With the log's salts, which are others each time that the log is begun anew (sqlite.org/fileformat2.html). */
const headerBytes = 32;

export function openLog(databasePath: string): number | null {
  try {
    return openSync(`${databasePath}-wal`, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** What tells an open log from the one that it was before, and will be when it is begun anew. */
export function logIdentity(log: number): string {
  const header = Buffer.alloc(headerBytes);
  readSync(log, header, 0, headerBytes, 0);
  return header.toString("hex");
}

/** The same of a database's log, open or not; empty where there is none. */
export function logIdentityOf(databasePath: string): string {
  const log = openLog(databasePath);
  if (log === null) return "";
  try {
    return logIdentity(log);
  } finally {
    closeSync(log);
  }
}

/** When the log was last written to, ns; null where there is none. */
export function logWrittenAt(databasePath: string): bigint | null {
  return statSync(`${databasePath}-wal`, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? null;
}
