import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { type Distribution, distributionOf } from "./distribution.ts";

/** What the figures were measured on. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryBytes: number;
  /** Of 4 KiB appended to a file beside the data, ms. */
  fsync: Distribution;
}

export function describeMachine(directory: string): Machine {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryBytes: totalmem(),
    fsync: measureFsync(directory),
  };
}

/** For the end of the report. */
export function machineLine({ cpu, cores, memoryBytes, fsync }: Machine): string {
  const ms = (value: number): string => `${value.toFixed(2)} ms`;
  return `${cpu}, ${cores} cores, ${Math.round(memoryBytes / 1e9)} GB; fsync of 4 KiB: p50 ${ms(fsync.p50)}, p99 ${ms(fsync.p99)}`;
}

/** How busy the machine was in the last minute: other work than ours makes figures worthless. */
export function loadAverage(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

/** What a commit cannot be faster than. */
export function measureFsync(directory: string): Distribution {
  const path = join(directory, "fsync-probe");
  const file = openSync(path, "w");
  const page = new Uint8Array(4096);
  const times: number[] = [];
  try {
    for (let n = 0; n < 200; n++) {
      const startedAt = performance.now();
      writeSync(file, page);
      fsyncSync(file);
      times.push(performance.now() - startedAt);
    }
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
  return distributionOf(times);
}
