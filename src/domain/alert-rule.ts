import type { AlertKind, AlertState } from "./alert.ts";
import type { AlertMeasures } from "./alert-measures.ts";

/** How long the sliding window is that attempts are looked at in. */
export const alertWindowMs = 10 * 60 * 1000;
/** How often they are looked at. */
export const alertEveryMs = 30 * 1000;

/** With fewer attempts in the window nothing changes. */
const attemptsMin = 10;
/** Back inside its threshold for this long, an alert ends: so it does not flap. */
const backInsideMs = 2 * 60 * 1000;
/** Without an attempt for this long, every alert ends. */
const idleMs = 60 * 60 * 1000;

/** One threshold of one measure. */
export interface AlertLimit {
  kind: AlertKind;
  threshold: number;
}

/** An alert that is active, and since when its measure has been back inside the threshold. */
export interface ActiveAlert extends AlertLimit {
  insideSinceMs: number | null;
}

export interface AlertChange extends AlertLimit {
  state: AlertState;
  /** Why it ends although its measure may still be outside; null otherwise. */
  because: "idle" | null;
}

interface Rule {
  /** In the order in which a jump crosses them. */
  thresholds: readonly number[];
  unit: "percent" | "ms";
  isOutside(measures: AlertMeasures, threshold: number): boolean;
}

/** When each kind of alert fires. In whole counts: a percentage may not be a number that ends. */
export const alertRules: Readonly<Record<AlertKind, Rule>> = {
  error_rate: {
    thresholds: [5, 10, 50],
    unit: "percent",
    isOutside: ({ failedCount, requestsCount }, percent) => failedCount * 100 > percent * requestsCount,
  },
  latency: {
    thresholds: [1000, 5000, 7000],
    unit: "ms",
    isOutside: ({ p90LatencyMs }, milliseconds) => p90LatencyMs !== null && p90LatencyMs > milliseconds,
  },
  availability: {
    thresholds: [90],
    unit: "percent",
    isOutside: ({ unavailableCount, requestsCount }, percent) =>
      (requestsCount - unavailableCount) * 100 < percent * requestsCount,
  },
};

const limits: readonly AlertLimit[] = (Object.keys(alertRules) as AlertKind[]).flatMap((kind) =>
  alertRules[kind].thresholds.map((threshold) => ({ kind, threshold })),
);

/**
 * Decides which of an endpoint's alerts begin and end. Pure: the same input gives the same answer, and an alert that is
 * active does not begin again.
 * @param input.lastAttemptAtMs null when there never was one
 */
export function decideAlerts(input: {
  active: readonly ActiveAlert[];
  measures: AlertMeasures;
  lastAttemptAtMs: number | null;
  nowMs: number;
}): { changes: AlertChange[]; active: ActiveAlert[] } {
  const { active, measures, lastAttemptAtMs, nowMs } = input;
  if (nowMs - (lastAttemptAtMs ?? 0) >= idleMs) {
    const changes = endingOrder(active).map(({ kind, threshold }) => ended({ kind, threshold }, "idle"));
    return { changes, active: [] };
  }
  if (measures.requestsCount < attemptsMin) return { changes: [], active: [...active] };
  const begun: AlertChange[] = [];
  const over: AlertLimit[] = [];
  const next: ActiveAlert[] = [];
  for (const limit of limits) {
    const current = active.find(
      ({ kind, threshold }) => kind === limit.kind && threshold === limit.threshold,
    );
    const isOutside = alertRules[limit.kind].isOutside(measures, limit.threshold);
    if (isOutside) {
      if (!current) begun.push({ ...limit, state: "ACTIVATED", because: null });
      next.push({ ...limit, insideSinceMs: null });
    } else if (current) {
      const insideSinceMs = current.insideSinceMs ?? nowMs;
      if (nowMs - insideSinceMs >= backInsideMs) over.push(limit);
      else next.push({ ...limit, insideSinceMs });
    }
  }
  return { changes: [...endingOrder(over).map((limit) => ended(limit, null)), ...begun], active: next };
}

function ended(limit: AlertLimit, because: AlertChange["because"]): AlertChange {
  return { ...limit, state: "DEACTIVATED", because };
}

/** The way back crosses the thresholds in the opposite order. */
function endingOrder<T extends AlertLimit>(alerts: readonly T[]): T[] {
  const place = ({ kind, threshold }: AlertLimit) =>
    limits.findIndex((limit) => limit.kind === kind && limit.threshold === threshold);
  return alerts.toSorted((a, b) => place(b) - place(a));
}
