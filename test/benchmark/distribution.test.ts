import { describe, expect, test } from "bun:test";
import { distributionOf, percentile, spreadPercent, waitsOf } from "../../scripts/benchmark/distribution.ts";

describe("a percentile", () => {
  test("is the smallest value that so many do not exceed", () => {
    const hundred = Float64Array.from({ length: 100 }, (_, n) => n + 1);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile(Float64Array.of(7), 0.99)).toBe(7);
  });

  test("of nothing is no number", () => {
    expect(percentile(new Float64Array(0), 0.99)).toBeNaN();
  });

  test("does not depend on the order in which the values came", () => {
    expect(distributionOf([3, 1, 200, 2])).toEqual({ p50: 2, p99: 200, max: 200 });
  });
});

test("waits are those of events that were accepted and arrived, from the time they were due", () => {
  const due = Float64Array.of(100, 101, 102, 103);
  const accepted = Float64Array.of(100.5, 0, 103, 104);
  const arrived = Float64Array.of(105, 106, 0, 110);
  expect([...waitsOf(due, accepted, arrived)]).toEqual([5, 7]);
});

test("the spread of rounds is in per cent of their mean", () => {
  expect(spreadPercent([90, 110])).toBeCloseTo(20);
});
