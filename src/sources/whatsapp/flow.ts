import type { SourceEvent } from "../../domain/source-event.ts";
import { type Change, noticeOf, unmapped } from "./change.ts";
import { eventOf } from "./draft.ts";
import { idIn, numberIn, textIn } from "./fields.ts";
import { accountEvent } from "./template.ts";
import type { WrittenJson } from "./written-json.ts";

const alerts = {
  CLIENT_ERROR_RATE: { type: "flow.client_error_rate", thresholdUnit: "percent" },
  ENDPOINT_ERROR_RATE: { type: "flow.endpoint_error_rate", thresholdUnit: "percent" },
  ENDPOINT_LATENCY: { type: "flow.endpoint_latency", thresholdUnit: "ms" },
  ENDPOINT_AVAILABILITY: { type: "flow.endpoint_availability", thresholdUnit: "percent" },
} as const;

/** Kinds of errors that an alert lists. */
const errorsMax = 100;

/** `flows`: what happened to a flow. Each alert comes again, deactivated, when things are well. */
export function readFlowChange(change: Change, value: WrittenJson): SourceEvent[] {
  const event = textIn(value, "event") ?? "";
  const data = {
    ...noticeOf(change, change.entryTimeMs, value),
    flowId: idIn(value, "flow_id"),
    event,
    message: textIn(value, "message"),
    warning: textIn(value, "warning"),
  };
  const draft = accountEvent(change, value);
  switch (event) {
    case "FLOW_STATUS_CHANGE": {
      const statuses = { oldStatus: textIn(value, "old_status"), newStatus: textIn(value, "new_status") };
      return [eventOf({ ...draft, type: "flow.status_changed", data: { ...data, ...statuses } })];
    }
    case "FLOW_VERSION_EXPIRY_WARNING":
    case "FLOW_VERSION_FREEZE_WARNING":
      return [eventOf({ ...draft, type: "flow.version_expiry_warning", data })];
    case "CLIENT_ERROR_RATE":
    case "ENDPOINT_ERROR_RATE":
    case "ENDPOINT_LATENCY":
    case "ENDPOINT_AVAILABILITY": {
      const { type, thresholdUnit } = alerts[event];
      return [eventOf({ ...draft, type, data: { ...data, thresholdUnit, ...measures(value) } })];
    }
    default:
      return [unmapped(change, value, { reason: "The flow's event is unknown." })];
  }
}

function measures(value: WrittenJson) {
  return {
    alertState: textIn(value, "alert_state"),
    threshold: numberIn(value, "threshold"),
    errorRate: numberIn(value, "error_rate"),
    errors: flowErrorsIn(value),
    p50LatencyMs: numberIn(value, "p50_latency"),
    p90LatencyMs: numberIn(value, "p90_latency"),
    availability: numberIn(value, "availability"),
    requestsCount: numberIn(value, "requests_count"),
  };
}

function flowErrorsIn(value: WrittenJson) {
  const list = value.member("errors");
  if (!Array.isArray(list?.value)) return null;
  return list
    .items()
    .slice(0, errorsMax)
    .map((item) => ({
      errorType: textIn(item, "error_type"),
      errorCount: numberIn(item, "error_count"),
      errorRate: numberIn(item, "error_rate"),
    }));
}
