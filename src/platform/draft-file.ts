import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file in the making, beside the place where it is to be: there it is whole or not at all. */
export interface DraftFile {
  path: string;
  /** Puts it on the disk. */
  sync(): void;
  /** Gives it its name, replacing what is there. It must be on the disk. */
  publish(): void;
  /** Takes it away, and what SQLite wrote beside it. */
  discard(): void;
}

/** What SQLite writes beside a database. */
const companions = ["", "-wal", "-shm", "-journal"];

/** What a draft's name has behind the target's. */
const draftRegex = /^\.partial-(\d+)(?:-wal|-shm|-journal)?$/;

/** A draft of the file. Those of processes that were killed are taken away. */
export function createDraftFile(target: string): DraftFile {
  removeAbandoned(target);
  const path = `${target}.partial-${process.pid}`;
  return {
    path,
    sync: () => syncToDisk(path),
    publish() {
      renameSync(path, target);
      syncToDisk(dirname(target));
    },
    discard() {
      for (const companion of companions) rmSync(path + companion, { force: true });
    },
  };
}

function removeAbandoned(target: string): void {
  const directory = dirname(target);
  for (const name of readdirSync(directory)) {
    const ofDraft = name.startsWith(basename(target)) ? name.slice(basename(target).length) : "";
    const pid = draftRegex.exec(ofDraft)?.[1];
    // Nothing but a draft: what somebody else has called almost so is not ours to take away.
    if (pid === undefined) continue;
    if (Number(pid) === process.pid || !isAlive(Number(pid))) rmSync(join(directory, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A file's content, or the names in a directory, are on the disk when this returns. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
