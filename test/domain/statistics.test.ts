import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  intervalFor,
  intervalMs,
  noCounts,
  roundedOut,
  shownCounts,
  statisticsInterval,
} from "../../src/domain/statistics.ts";

const at = (text: string) => Date.parse(text);

describe("a window of statistics", () => {
  test("is rounded out to whole hours or days of UTC", () => {
    const window = { sinceMs: at("2026-05-13T12:46:25.001Z"), untilMs: at("2026-05-13T13:00:00.001Z") };
    expect(roundedOut(window, "hour")).toEqual({
      sinceMs: at("2026-05-13T12:00:00.000Z"),
      untilMs: at("2026-05-13T14:00:00.000Z"),
    });
    expect(roundedOut(window, "day")).toEqual({
      sinceMs: at("2026-05-13T00:00:00.000Z"),
      untilMs: at("2026-05-14T00:00:00.000Z"),
    });
  });

  test("holds the one that was asked for, less than an interval larger at each end, and stays when rounded again", () => {
    const time = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
    fc.assert(
      fc.property(
        time,
        time,
        fc.constantFrom(...statisticsInterval.options),
        (sinceMs, untilMs, interval) => {
          const rounded = roundedOut({ sinceMs, untilMs }, interval);
          const [before, after] = [sinceMs - rounded.sinceMs, rounded.untilMs - untilMs];
          expect(Math.min(before, after)).toBeGreaterThanOrEqual(0);
          expect(Math.max(before, after)).toBeLessThan(intervalMs[interval]);
          expect(roundedOut(rounded, interval)).toEqual(rounded);
        },
      ),
    );
  });

  test("goes by hours up to 31 days, by days beyond", () => {
    const days = (n: number) => ({ sinceMs: 0, untilMs: n * intervalMs.day });
    expect([intervalFor(days(31)), intervalFor(days(31.01))]).toEqual(["hour", "day"]);
  });
});

describe("counts as they are shown", () => {
  test("have no success rate and no latency where nothing was decided", () => {
    expect(shownCounts({ ...noCounts(), created: 3, canceled: 1 })).toEqual({
      total: 3,
      succeeded: 0,
      failed: 0,
      canceled: 1,
      pending: 2,
      successRate: null,
      latencyMs: { p50: null, p90: null, p99: null },
    });
  });

  test("leave what was canceled or waits out of the success rate", () => {
    const counts = { ...noCounts(), created: 10, succeeded: 3, failed: 1, canceled: 4 };
    expect(shownCounts(counts)).toMatchObject({ successRate: 0.75, pending: 2 });
  });
});
