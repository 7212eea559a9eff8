import { Counter, Histogram } from "./instruments.ts";
import { counter, histogram, type MetricFamily } from "./metric-family.ts";

const durationBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;
/** Up to what one group takes. */
const verbsBounds = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] as const;

/** Group commits: how many verbs shared one write to disk, and what it took. */
export function createCommitMetrics() {
  const duration = new Histogram(durationBounds);
  const verbs = new Histogram(verbsBounds);
  const sync = new Histogram(durationBounds);
  const failures = new Counter();
  const meter = {
    committed(count: number, durationMs: number): void {
      duration.observe(durationMs / 1000);
      verbs.observe(count);
    },
    synced: (durationMs: number) => sync.observe(durationMs / 1000),
    failed: () => failures.add(),
  };
  const families: MetricFamily[] = [
    histogram(
      "posthorn_commit_duration_seconds",
      "From the beginning of a group commit to its end; nothing else runs meanwhile",
      duration,
    ),
    histogram(
      "posthorn_sync_duration_seconds",
      "Until what was committed was on the disk: replies to changes wait for it, and the slots of attempts that ended",
      sync,
    ),
    histogram("posthorn_commit_verbs", "Changes that shared one group commit", verbs),
    counter("posthorn_commit_failures_total", "Group commits of which the disk took nothing", failures),
  ];
  return { meter, families };
}
