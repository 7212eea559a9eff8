import { existsSync, linkSync, mkdirSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { syncToDisk } from "../../platform/draft-file.ts";

/** The endings of what SQLite has beside a database; without the log the newest commits are missing. */
const besides = ["-shm", "-wal", "-journal"];

/** The database's files that are there. */
export function findDatabaseFiles(path: string): string[] {
  return [...besides.map((ending) => path + ending), path].filter((file) => existsSync(file));
}

/** How many bytes they have. */
export function bytesOfFiles(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/**
 * Moves the database's files into a directory of their own beside it. The database itself stays under its old name as
 * well, where the file system can do that, until another one takes it: a start in between must not make an empty one.
 */
export function moveAside(path: string, name: string): string {
  const aside = join(dirname(path), name);
  mkdirSync(aside, { mode: 0o700 });
  for (const file of findDatabaseFiles(path)) {
    const to = join(aside, basename(file));
    if (file !== path || !tryToLink(file, to)) renameSync(file, to);
  }
  syncToDisk(aside);
  syncToDisk(dirname(path));
  return aside;
}

function tryToLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}
