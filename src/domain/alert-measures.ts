import { type AttemptCell, contentOf } from "./attempt-cell.ts";
import { type Outcome, wasAnswered } from "./outcome.ts";

/** What an endpoint's attempts of a window amount to. */
export interface AlertMeasures {
  requestsCount: number;
  failedCount: number;
  /** Not answered at all, or with a 5xx. */
  unavailableCount: number;
  /** Within 5 %, and exact about the thresholds; null where there were no attempts. */
  p50LatencyMs: number | null;
  p90LatencyMs: number | null;
  /** The most frequent first. */
  errors: { outcome: Outcome; count: number }[];
}

export const noMeasures: AlertMeasures = {
  requestsCount: 0,
  failedCount: 0,
  unavailableCount: 0,
  p50LatencyMs: null,
  p90LatencyMs: null,
  errors: [],
};

/** Adds up cells with their counts, in any order; a cell may come more than once. */
export function measure(counted: Iterable<readonly [cell: AttemptCell, count: number]>): AlertMeasures {
  const latencies = new Map<number, number>();
  const failures = new Map<Outcome, number>();
  let requestsCount = 0;
  let unavailableCount = 0;
  for (const [cell, count] of counted) {
    const { outcome, isServerError, durationMs } = contentOf(cell);
    requestsCount += count;
    if (isServerError || !wasAnswered(outcome)) unavailableCount += count;
    if (outcome !== "success") add(failures, outcome, count);
    add(latencies, durationMs, count);
  }
  const errors = [...failures].map(([outcome, count]) => ({ outcome, count }));
  errors.sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1));
  return {
    requestsCount,
    failedCount: errors.reduce((sum, { count }) => sum + count, 0),
    unavailableCount,
    ...percentilesOf(latencies, requestsCount),
    errors,
  };
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** By nearest rank: the shortest duration that this part of the attempts did not exceed. */
function percentilesOf(latencies: ReadonlyMap<number, number>, total: number) {
  const sorted = [...latencies].sort(([a], [b]) => a - b);
  const at = (percent: number): number | null => {
    let left = Math.ceil((total * percent) / 100);
    for (const [durationMs, count] of sorted) {
      left -= count;
      if (left <= 0) return durationMs;
    }
    return null;
  };
  return { p50LatencyMs: at(50), p90LatencyMs: at(90) };
}

/** A part of the whole in percent, to two decimals; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
}
