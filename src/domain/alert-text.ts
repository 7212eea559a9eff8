import type { AlertData, AlertKind } from "./alert.ts";
import { type AlertMeasures, percentOf } from "./alert-measures.ts";
import { type AlertChange, alertRules } from "./alert-rule.ts";
import type { Outcome } from "./outcome.ts";

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
  if (kind === "latency") {
    return "Have the receiver store the event, answer 2xx at once, and do the work afterwards. Attempts that take longer than the endpoint's timeoutSeconds fail.";
  }
  const [first] = errors;
  if (first === undefined) return "Look at the receiver.";
  const where = `GET /attempts?endpointId=${endpointId}&outcome=${first.outcome}`;
  return `Most failures are ${first.outcome}: ${advice[first.outcome]} What came back: ${where}.`;
}

/** What to do about the most frequent kind of failure. */
const advice: Readonly<Record<Outcome, string>> = {
  success: "nothing is wrong.",
  http_error: "the receiver answers with an error status. Its own log says why.",
  redirect: "redirects are not followed. Set the endpoint's url to the final address.",
  timeout:
    "the receiver does not answer in time. Have it answer before it does the work, or raise the endpoint's timeoutSeconds.",
  connection_refused: "nothing listens at the address. Start the receiver, or correct the endpoint's url.",
  connection_reset: "the receiver, or what stands before it, hangs up. Look at its load and its limits.",
  connection_failed: "the address cannot be reached. Check the network, routes and firewalls on the way.",
  dns_error: "the name cannot be looked up. Check the endpoint's url and the DNS that this host asks.",
  tls_error: "no secure connection comes about. Check the receiver's certificate: its name, dates and chain.",
  blocked_address:
    "the name leads to an address that deliveries may not reach. The operator can open its network with POSTHORN_ALLOW_NETWORKS.",
  protocol_error: "what comes back is not HTTP. Check the port, and whether the receiver wants https.",
};

/** No more than the host: a path or query may be a credential. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
