import { AppError } from "../domain/app-error.ts";
import type { Clock } from "../platform/clock.ts";
import type { DataFiles } from "../platform/data-files.ts";
import type { FreeDisk } from "../platform/free-disk.ts";
import type { Store } from "../store/store.ts";

/** What `/readyz` answers: `problems` make the program not ready, `warnings` do not. */
export interface ReadinessReport {
  problems: { check: string; message: string }[];
  warnings: string[];
}

/** Anybody may ask, and an answer costs a commit: within this time all get the same one. */
const freshMs = 500;

/** Tells whether events can be taken. */
export function createReadinessProbe(options: {
  store: Pick<Store, "checkWritable">;
  freeDisk: FreeDisk;
  dataFiles: DataFiles;
  clock: Clock;
  networkSuspect(): boolean;
}): () => Promise<ReadinessReport> {
  const { store, freeDisk, dataFiles, clock, networkSuspect } = options;
  let latest: Promise<ReadinessReport> | null = null;
  let latestAt = 0;

  async function look(): Promise<ReadinessReport> {
    const report: ReadinessReport = { problems: [], warnings: [] };
    try {
      await store.checkWritable(clock.now());
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      report.problems.push({ check: "database", message: error.message });
    }
    const misplaced = dataFiles.problem();
    if (misplaced !== null) report.problems.push({ check: "files", message: misplaced });
    if (freeDisk.isBelowFloor()) report.problems.push({ check: "disk", message: freeDisk.refusal });
    if (networkSuspect()) {
      report.warnings.push(
        "No endpoint has answered for 5 minutes: this host's network or its DNS may be down. Endpoints are not disabled meanwhile.",
      );
    }
    return report;
  }

  return () => {
    if (latest === null || clock.monotonic() - latestAt >= freshMs) {
      latest = look();
      latestAt = clock.monotonic();
    }
    return latest;
  };
}
