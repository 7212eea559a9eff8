import { describe, expect, test } from "bun:test";
import { alert } from "../../src/domain/alert.ts";
import { type AlertMeasures, measure, noMeasures } from "../../src/domain/alert-measures.ts";
import { type AlertChange, alertRules } from "../../src/domain/alert-rule.ts";
import { alertDataAtEnd, alertDataOf } from "../../src/domain/alert-text.ts";
import { cellOf } from "../../src/domain/attempt-cell.ts";
import { type Outcome, outcome } from "../../src/domain/outcome.ts";

const subject = { endpointId: "ep_1", url: "https://user-facing.example:8443/T0/secret?token=x" };

function told(change: Partial<AlertChange>, failure: Outcome = "timeout") {
  const kind = change.kind ?? "error_rate";
  const [threshold = 0] = alertRules[kind].thresholds;
  const measures = measure([
    [cellOf({ outcome: "success", responseStatus: 200, durationMs: 10 }), 6],
    [cellOf({ outcome: failure, responseStatus: null, durationMs: 8000 }), 6],
  ]);
  return alertDataOf({ kind, threshold, state: "ACTIVATED", because: null, ...change }, measures, subject);
}

describe("what an alert says", () => {
  test.each([
    [{ kind: "error_rate" }, /^50 % of the 12 requests .* failed: more than 5 %\.$/],
    [{ kind: "error_rate", state: "DEACTIVATED" }, /failed: no more than 5 % for 2 minutes\.$/],
    [
      { kind: "latency" },
      /^The slowest tenth of the 12 requests .* took \d+ ms or longer: more than 1000 ms\.$/,
    ],
    [{ kind: "latency", state: "DEACTIVATED" }, /no more than 1000 ms for 2 minutes\.$/],
    [{ kind: "availability" }, /^50 % of the 12 requests .* without a server error: less than 90 %\.$/],
    [{ kind: "availability", state: "DEACTIVATED" }, /no less than 90 % for 2 minutes\.$/],
  ] as [Partial<AlertChange>, RegExp][])("%o", (change, message) => {
    expect(told(change).message).toMatch(message);
  });

  test("names the host and nothing else of the URL, which may be a credential", () => {
    const { message, hint } = told({});
    expect(message).toContain("user-facing.example:8443");
    expect(message + hint).not.toMatch(/secret|token/);
  });

  test.each(outcome.options.filter((one) => one !== "success"))("has advice for %s", (failure) => {
    const { hint } = told({}, failure);
    expect(hint).toStartWith(`Most failures are ${failure}: `);
    expect(hint).toContain(`GET /attempts?endpointId=ep_1&outcome=${failure}`);
    expect(told({ kind: "availability" }, failure).hint).toBe(hint);
  });

  test("has units and thresholds of its kind", () => {
    expect([told({}).thresholdUnit, told({ kind: "latency" }).thresholdUnit]).toEqual(["percent", "ms"]);
    expect(told({ kind: "latency" }).hint).toContain("answer 2xx at once");
  });

  test("gives no figures where nothing was sent", () => {
    const change: AlertChange = { kind: "latency", threshold: 1000, state: "DEACTIVATED", because: "idle" };
    const data = alertDataOf(change, noMeasures, subject);
    expect(data).toMatchObject({
      errorRate: null,
      p50LatencyMs: null,
      p90LatencyMs: null,
      availability: null,
    });
    expect([data.requestsCount, data.errors]).toEqual([0, []]);
    expect(data.message).toContain("for 60 minutes");
  });

  test("after a disabling keeps its figures and says how to go on", () => {
    const before = told({});
    const after = alertDataAtEnd(before, "disabled");
    expect(after).toMatchObject({
      alertState: "DEACTIVATED",
      errorRate: before.errorRate,
      requestsCount: 12,
    });
    expect(after.hint).toContain("POST /endpoints/ep_1/test");
  });

  test("is what the reference shows", () => {
    const example = alert.parse(alert.meta()?.example);
    const { endpointId, kind, threshold, state } = example;
    const measures: AlertMeasures = {
      requestsCount: 42,
      failedCount: 6,
      unavailableCount: 6,
      p50LatencyMs: 84,
      p90LatencyMs: 412,
      errors: [{ outcome: "http_error", count: 6 }],
    };
    const subject = { endpointId, url: "https://hooks.example.com/in" };
    expect(example.data).toEqual(alertDataOf({ kind, threshold, state, because: null }, measures, subject));
  });
});
