import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A data directory in memory, where the system has such: a power cut is a copy of the files, not a lost page. */
export function newWorldDirectory(): string {
  const root = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  return mkdtempSync(join(root, "posthorn-simulation-"));
}

/** What a crash leaves: the files as they are at this moment. */
export function copyWorldDirectory(from: string): string {
  const copy = newWorldDirectory();
  for (const file of readdirSync(from)) copyFileSync(join(from, file), join(copy, file));
  return copy;
}

export function removeWorldDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}
