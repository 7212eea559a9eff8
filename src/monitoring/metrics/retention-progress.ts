import type { Swept } from "../../store/retention-verbs.ts";
import { Counter, countersFor } from "./instruments.ts";
import { counter, countersBy, gauge, type MetricFamily } from "./metric-family.ts";

/** What retention does. */
export function createRetentionMetrics() {
  const deleted = countersFor(["events", "deliveries", "attempts"] as const);
  const expired = new Counter();
  let isSweeping = false;
  let lastSweptAtMs: number | null = null;
  const meter = {
    began(): void {
      isSweeping = true;
    },
    swept(swept: Swept): void {
      deleted.events.add(swept.events);
      deleted.deliveries.add(swept.deliveries);
      deleted.attempts.add(swept.attempts);
      expired.add(swept.expired);
    },
    ended(completedAtMs: number | null): void {
      isSweeping = false;
      lastSweptAtMs = completedAtMs ?? lastSweptAtMs;
    },
  };
  const families: MetricFamily[] = [
    countersBy(
      "posthorn_retention_deleted_total",
      "Rows that were deleted because they had been kept long enough",
      {
        label: "kind",
        counters: deleted,
      },
    ),
    counter(
      "posthorn_deliveries_expired_total",
      "Deliveries that failed because they were still pending 30 days after they were first due",
      expired,
    ),
    gauge(
      "posthorn_retention_sweep_running",
      "1 while retention sweeps, which it does every 15 minutes",
      () => (isSweeping ? 1 : 0),
    ),
    gauge(
      "posthorn_retention_last_sweep_timestamp_seconds",
      "When retention last came to its end; not there before its first time",
      () => (lastSweptAtMs === null ? null : lastSweptAtMs / 1000),
    ),
  ];
  return { meter, families };
}
