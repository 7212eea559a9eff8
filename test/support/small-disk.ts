import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Whether this user may mount something of their own, as in most containers and for root. */
export const canMount =
  Bun.spawnSync(["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"]).exitCode === 0;

/** A file system in memory that only one process sees, as its data directory; it ends with the process. */
export interface SmallDisk {
  /** Starts the process: the `wrapper` of `stage.serve`. */
  wrapper: readonly string[];
  /** Writes until nothing more fits. */
  fill(pid: number): void;
  /** Takes away what `fill` wrote. */
  empty(pid: number): void;
}

/** @param directory the process's working directory, in which it makes `data` */
export function aSmallDisk(directory: string, { kibibytes }: { kibibytes: number }): SmallDisk {
  const path = join(directory, "data");
  mkdirSync(path, { mode: 0o700 });
  const script = `mount -t tmpfs -o size=${kibibytes}k,mode=700 none "$0" && exec "$@"`;
  // Seen from outside: what is mounted there exists for that process alone.
  const filler = (pid: number) => join(`/proc/${pid}/root`, path, "filler");
  return {
    wrapper: ["unshare", "-rm", "sh", "-c", script, path],
    fill(pid) {
      const file = openSync(filler(pid), "a");
      try {
        for (const bytes of [65_536, 4096, 1]) writeWhatFits(file, Buffer.alloc(bytes));
      } finally {
        closeSync(file);
      }
    },
    empty: (pid) => rmSync(filler(pid)),
  };
}

function writeWhatFits(file: number, bytes: Buffer): void {
  for (;;) {
    try {
      if (writeSync(file, bytes) === 0) return;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOSPC") return;
      throw error;
    }
  }
}
