import type { shares } from "../../domain/delivery.ts";
import { outcome } from "../../domain/outcome.ts";
import type { AttemptResult, RecordedAttempt } from "../../store/engine-verbs.ts";
import type { DueDelivery } from "../../store/new-work.ts";
import { Counter, countersFor, Histogram, secondsBounds } from "./instruments.ts";
import { counter, countersBy, histogram, histogramsBy, type MetricFamily } from "./metric-family.ts";

/** What waits may wait for a pace, a hold or a receiver that is down: minutes and hours, not only seconds. */
const waitBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 15, 60, 300, 1800, 7200] as const;

/** Attempts, and what became of their deliveries. Tests of an endpoint count nowhere. */
export function createAttemptMetrics() {
  const attempts = countersFor(outcome.options);
  const notMade = new Counter();
  const ended = countersFor(["succeeded", "failed", "canceled"] as const);
  const disabled = countersFor(["consecutive_failures", "gone"] as const);
  const durations = {
    success: new Histogram(secondsBounds),
    failure: new Histogram(secondsBounds),
  };
  const latency = new Histogram(secondsBounds);
  const waits = {
    first: new Histogram(waitBounds),
    retry: new Histogram(waitBounds),
    bulk: new Histogram(waitBounds),
  } satisfies Record<(typeof shares)[number], Histogram>;

  const meter = {
    attempted(delivery: DueDelivery, attempt: AttemptResult, recorded: RecordedAttempt): void {
      const seconds = attempt.durationMs / 1000;
      // A wall clock that steps back must not take anything off a sum.
      const waited = Math.max(0, attempt.startedAtMs - delivery.dueAtMs) / 1000;
      const succeeded = attempt.outcome === "success";
      attempts[attempt.outcome].add();
      waits[delivery.share].observe(waited);
      durations[succeeded ? "success" : "failure"].observe(seconds);
      if (succeeded && delivery.share === "first") latency.observe(waited + seconds);
      if (recorded.status !== "pending" && recorded.status !== "gone") ended[recorded.status].add();
      if (recorded.disabled !== null && recorded.disabled !== "manual") disabled[recorded.disabled].add();
    },
    notAttempted: () => notMade.add(),
  };

  const families: MetricFamily[] = [
    countersBy("posthorn_attempts_total", "Attempts that were made and are on disk", {
      label: "outcome",
      counters: attempts,
    }),
    counter(
      "posthorn_attempts_not_made_total",
      "Attempts that our own trouble put off by a second: no file descriptor, no free port, the proxy is down",
      notMade,
    ),
    histogramsBy("posthorn_attempt_duration_seconds", "From an attempt's start to its end", {
      label: "result",
      histograms: durations,
    }),
    histogramsBy(
      "posthorn_queue_wait_seconds",
      "From when an attempt was due to its start, by kind: first attempts, retries, recoveries with replays (bulk)",
      { label: "share", histograms: waits },
    ),
    histogram(
      "posthorn_delivery_latency_seconds",
      "Of deliveries that succeeded at once: from acceptance, or the deliverAt, to the receiver's answer",
      latency,
    ),
    countersBy(
      "posthorn_deliveries_ended_total",
      "Deliveries that ended with an attempt, by the status that they then had",
      { label: "status", counters: ended },
    ),
    countersBy(
      "posthorn_endpoints_disabled_total",
      "Endpoints that were disabled by what they answered, or by their silence",
      { label: "reason", counters: disabled },
    ),
  ];
  return { meter, families };
}
