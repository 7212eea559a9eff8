import { existsSync, linkSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
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
 * Moves the database's files into a directory of their own beside it, as they are. Until another database takes the
 * old name there is a file under it that no start takes: neither a database without its log, nor an empty one in the
 * place of a missing one.
 */
export function moveAside(path: string, name: string): string {
  const aside = join(dirname(path), name);
  mkdirSync(aside, { mode: 0o700 });
  const files = findDatabaseFiles(path);
  // Before the log: the database stays in its place until it has the other name as well, where the disk can do that.
  if (files.includes(path)) giveSecondName(path, join(aside, basename(path)));
  holdPlace(path, name);
  for (const file of files) if (file !== path) renameSync(file, join(aside, basename(file)));
  syncToDisk(aside);
  syncToDisk(dirname(path));
  return aside;
}

function giveSecondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    renameSync(from, to);
  }
}

/** Shorter than any database: a start refuses it (`database.ts`). */
function holdPlace(path: string, name: string): void {
  const draft = `${path}.partial-${process.pid}-place`;
  writeFileSync(draft, `What was here is in ${name}.\n`, { mode: 0o600 });
  renameSync(draft, path);
}
