import { measure } from "../../src/domain/alert-measures.ts";
import { type AlertChange, alertRules } from "../../src/domain/alert-rule.ts";
import { alertDataOf } from "../../src/domain/alert-text.ts";
import { cellOf } from "../../src/domain/attempt-cell.ts";
import type { ToldAlertChange } from "../../src/store/alert-verbs.ts";

/** A change of an endpoint's alert, as the rule would make it of ten attempts, half of which failed. */
export function anAlertChange(endpointId: string, over: Partial<AlertChange> = {}): ToldAlertChange {
  const kind = over.kind ?? "error_rate";
  const [threshold = 0] = alertRules[kind].thresholds;
  const change: AlertChange = { kind, threshold, state: "ACTIVATED", because: null, ...over };
  const measures = measure([
    [cellOf({ outcome: "success", responseStatus: 200, durationMs: 10 }), 5],
    [cellOf({ outcome: "http_error", responseStatus: 500, durationMs: 10 }), 5],
  ]);
  return {
    ...change,
    data: alertDataOf(change, measures, { endpointId, url: "https://receiver.example/in" }),
  };
}
