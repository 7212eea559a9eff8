import { readFileSync, statSync } from "node:fs";
import { type Finding, good } from "../domain/finding.ts";
import { printBytes } from "./disk-room.ts";

/** What the system lets a process have; infinite where it says nothing. */
export interface ProcessLimits {
  openFiles: number;
  fileBytes: number;
}

/** Null where the system does not tell, as anywhere but on Linux, or of another user's process. */
export function readLimits(pid: number): ProcessLimits | null {
  const text = readOrNull(`/proc/${pid}/limits`);
  if (text === null) return null;
  const softLimit = (name: string) => {
    const value = new RegExp(`^${name} +(\\d+)`, "m").exec(text)?.[1];
    return value === undefined ? Number.POSITIVE_INFINITY : Number(value);
  };
  return { openFiles: softLimit("Max open files"), fileBytes: softLimit("Max file size") };
}

/** The process that has locked a file, as far as the system tells. */
export function findLockHolder(path: string): number | null {
  const locks = readOrNull("/proc/locks");
  const inode = statSync(path, { throwIfNoEntry: false })?.ino;
  if (locks === null || inode === undefined) return null;
  // "1: POSIX  ADVISORY  WRITE 1234 fd:01:5678 0 EOF": kinds, process, device and inode, range.
  const holder = new RegExp(`WRITE +(\\d+) +[0-9a-f]+:[0-9a-f]+:${inode} `).exec(locks)?.[1];
  return holder === undefined || holder === "0" ? null : Number(holder);
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Kept connections of deliveries, those of the API, and the program's own files. */
const otherFiles = 4096 + 1024;

/** Whether a process may open as many files, and write as large ones, as it will come to. */
export function examineLimits(
  limits: ProcessLimits,
  needs: { whose: string; maxInFlight: number; databaseBytes: number },
): Finding[] {
  return [examineOpenFiles(limits, needs), examineFileBytes(limits, needs)];
}

function examineOpenFiles(
  { openFiles }: ProcessLimits,
  { whose, maxInFlight }: { whose: string; maxInFlight: number },
): Finding {
  const check = "limits.open_files";
  const needed = maxInFlight + otherFiles;
  const shown = Number.isFinite(openFiles) ? `${openFiles} files` : "any number of files";
  if (openFiles >= needed) return good(check, `${whose} may open ${shown}.`);
  return {
    check,
    status: "warning",
    message: `${whose} may open ${shown} at once, and under full load it needs up to ${needed}.`,
    advice: "Raise it: LimitNOFILE=65536 in the systemd unit, or ulimit -n 65536 before the start.",
  };
}

function examineFileBytes(
  { fileBytes }: ProcessLimits,
  { whose, databaseBytes }: { whose: string; databaseBytes: number },
): Finding {
  const check = "limits.file_size";
  if (!Number.isFinite(fileBytes)) return good(check, `${whose} may write files of any size.`);
  const isNear = fileBytes < 2 * databaseBytes;
  return {
    check,
    status: isNear ? "problem" : "warning",
    message: `${whose} may write files of ${printBytes(fileBytes)} at most; the database has ${printBytes(databaseBytes)} and ends the server when it gets there.`,
    advice: "Lift it: LimitFSIZE=infinity in the systemd unit, or ulimit -f unlimited before the start.",
  };
}
