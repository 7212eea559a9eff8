import type { AlertData, AlertKind } from "./alert.ts";
import { latencyAdvice, outcomeAdvice } from "./alert-advice.ts";
import { type AlertMeasures, percentOf } from "./alert-measures.ts";
import { type AlertChange, alertRules } from "./alert-rule.ts";

interface Subject {
  endpointId: string;
  url: string;
}

/** What people and programs are told of an alert that begins or ends. */
export function alertDataOf(change: AlertChange, measures: AlertMeasures, subject: Subject): AlertData {
  const { kind, threshold, state } = change;
  const { requestsCount, failedCount, unavailableCount } = measures;
  return {
    endpointId: subject.endpointId,
    alertState: state,
    threshold,
    thresholdUnit: alertRules[kind].unit,
    errorRate: percentOf(failedCount, requestsCount),
    p50LatencyMs: measures.p50LatencyMs,
    p90LatencyMs: measures.p90LatencyMs,
    availability: percentOf(requestsCount - unavailableCount, requestsCount),
    requestsCount,
    errors: measures.errors.map(({ outcome, count }) => ({
      errorType: outcome,
      errorCount: count,
      errorRate: percentOf(count, requestsCount) ?? 0,
    })),
    message: messageOf(change, measures, hostOf(subject.url)),
    hint: state === "ACTIVATED" ? hintOf(kind, measures, subject) : "Nothing: the alert is over.",
  };
}

/** The data of an alert that ends with its endpoint: its last figures stand, for nothing is measured any more. */
export function alertDataAtEnd(data: AlertData, cause: "disabled" | "deleted"): AlertData {
  return {
    ...data,
    alertState: "DEACTIVATED",
    message: `The endpoint was ${cause}, which ends its alerts. The figures are those of the alert's beginning.`,
    hint:
      cause === "deleted"
        ? "Nothing: the endpoint is gone."
        : `Repair the receiver, test it with POST /endpoints/${data.endpointId}/test, and enable the endpoint.`,
  };
}

function messageOf(change: AlertChange, measures: AlertMeasures, host: string): string {
  if (change.because === "idle") return `Nothing was sent to ${host} for 60 minutes, which ends the alert.`;
  const { requestsCount, failedCount, unavailableCount, p90LatencyMs } = measures;
  const { kind, threshold } = change;
  const isOver = change.state === "DEACTIVATED";
  const requests = `of the ${requestsCount} requests to ${host} in the last 10 minutes`;
  switch (kind) {
    case "error_rate": {
      const limit = isOver ? `no more than ${threshold} % for 2 minutes` : `more than ${threshold} %`;
      return `${percentOf(failedCount, requestsCount)} % ${requests} failed: ${limit}.`;
    }
    case "latency": {
      const limit = isOver ? `no more than ${threshold} ms for 2 minutes` : `more than ${threshold} ms`;
      return `The slowest tenth ${requests} took ${p90LatencyMs} ms or longer: ${limit}.`;
    }
    case "availability": {
      const limit = isOver ? `no less than ${threshold} % for 2 minutes` : `less than ${threshold} %`;
      const answered = percentOf(requestsCount - unavailableCount, requestsCount);
      return `${answered} % ${requests} were answered without a server error: ${limit}.`;
    }
  }
}

function hintOf(kind: AlertKind, { errors }: AlertMeasures, { endpointId }: Subject): string {
  if (kind === "latency") return latencyAdvice;
  const [first] = errors;
  if (first === undefined) return "Look at the receiver.";
  const where = `GET /attempts?endpointId=${endpointId}&outcome=${first.outcome}`;
  return `Most failures are ${first.outcome}: ${outcomeAdvice[first.outcome]} What came back: ${where}.`;
}

/** No more than the host: a path or query may be a credential. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
