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
/** A write that takes longer is as good as none: a load balancer must hear of it, and would not wait. */
const writeMsMax = 2000;

const tooLate = `The database has taken no write for ${writeMsMax / 1000} seconds: its disk is slow, or another program holds its lock. Nothing is lost; what was sent meanwhile waits.`;

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
  let writing: Promise<void> | null = null;
  let writingSince = 0;

  /** Why the database cannot be written, or null. A write that still waits says enough: another would queue behind it. */
  async function writeProblem(): Promise<string | null> {
    if (writing === null) {
      writingSince = clock.monotonic();
      writing = store.checkWritable(clock.now()).finally(() => {
        writing = null;
      });
    }
    const late = Promise.withResolvers<typeof tooLate>();
    const waitMs = Math.max(0, writingSince + writeMsMax - clock.monotonic());
    const timer = clock.after(waitMs, () => late.resolve(tooLate));
    try {
      return (await Promise.race([writing, late.promise])) ?? null;
    } catch (error) {
      if (error instanceof AppError) return error.message;
      throw error;
    } finally {
      timer.cancel();
    }
  }

  async function look(): Promise<ReadinessReport> {
    const report: ReadinessReport = { problems: [], warnings: [] };
    const unwritable = await writeProblem();
    if (unwritable !== null) report.problems.push({ check: "database", message: unwritable });
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
