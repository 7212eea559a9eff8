import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { measure, noMeasures, percentOf } from "../../src/domain/alert-measures.ts";
import { cellCount, cellOf, contentOf } from "../../src/domain/attempt-cell.ts";
import { outcome } from "../../src/domain/outcome.ts";

const attempt = fc.record({
  outcome: fc.constantFrom(...outcome.options),
  responseStatus: fc.option(fc.integer({ min: 100, max: 599 })),
  durationMs: fc.integer({ min: 0, max: 60_000 }),
});

describe("the cell of an attempt", () => {
  test("keeps its outcome, whether it was a 5xx, and its duration within 5 %", () => {
    fc.assert(
      fc.property(attempt, (one) => {
        const content = contentOf(cellOf(one));
        expect(content.outcome).toBe(one.outcome);
        expect(content.isServerError).toBe((one.responseStatus ?? 0) >= 500);
        expect(content.durationMs).toBeGreaterThanOrEqual(one.durationMs);
        expect(content.durationMs).toBeLessThanOrEqual(
          Math.max(one.durationMs + 1, one.durationMs * 1.05 + 1),
        );
      }),
    );
  });

  test("is exact about the thresholds", () => {
    fc.assert(
      fc.property(attempt, fc.constantFrom(1000, 5000, 7000), (one, threshold) => {
        expect(contentOf(cellOf(one)).durationMs > threshold).toBe(one.durationMs > threshold);
      }),
    );
  });

  test("fits into 13 bits, whatever the duration", () => {
    expect(cellCount).toBeLessThanOrEqual(2 ** 13);
    expect(cellOf({ outcome: "protocol_error", responseStatus: 599, durationMs: 1e9 })).toBeLessThan(
      cellCount,
    );
  });
});

describe("what attempts amount to", () => {
  test("is what a naive count says", () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1, maxLength: 60 }), (attempts) => {
        const measured = measure(attempts.map((one) => [cellOf(one), 1] as const));
        const failed = attempts.filter((one) => one.outcome !== "success");
        const answered = attempts.filter(
          (one) =>
            ["success", "http_error", "redirect"].includes(one.outcome) && (one.responseStatus ?? 0) < 500,
        );
        expect(measured.requestsCount).toBe(attempts.length);
        expect(measured.failedCount).toBe(failed.length);
        expect(measured.unavailableCount).toBe(attempts.length - answered.length);
        for (const [percent, found] of [
          [50, measured.p50LatencyMs],
          [90, measured.p90LatencyMs],
        ] as const) {
          const sorted = attempts.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
          const exact = sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;
          expect(found).toBeGreaterThanOrEqual(exact);
          expect(found).toBeLessThanOrEqual(exact * 1.05 + 1);
        }
        for (const { outcome: type, count } of measured.errors) {
          expect(count).toBe(failed.filter((one) => one.outcome === type).length);
        }
      }),
    );
  });

  test("names the most frequent error first", () => {
    const cell = (type: "timeout" | "dns_error") =>
      cellOf({ outcome: type, responseStatus: null, durationMs: 10 });
    const { errors } = measure([
      [cell("dns_error"), 2],
      [cell("timeout"), 3],
      [cell("dns_error"), 2],
    ]);
    expect(errors).toEqual([
      { outcome: "dns_error", count: 4 },
      { outcome: "timeout", count: 3 },
    ]);
  });

  test("is nothing where there was nothing", () => {
    expect(measure([])).toEqual(noMeasures);
    expect([percentOf(0, 0), percentOf(1, 3), percentOf(6, 42)]).toEqual([null, 33.33, 14.29]);
  });
});
