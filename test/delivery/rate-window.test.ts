import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { RateWindow, rateWindowMs } from "../../src/delivery/rate-window.ts";

/** What the window promises, word by word: keeps every start and counts those of the second that ends now. */
function naiveWindow() {
  const starts: number[] = [];
  const within = (from: number) => starts.filter((at) => at > from).length;
  return {
    note: (at: number) => void starts.push(at),
    waitMs(limit: number, now: number): number {
      const opensAt = [now, ...starts.map((at) => at + rateWindowMs)];
      const open = opensAt.filter((at) => at >= now && within(at - rateWindowMs) < limit);
      return Math.min(...open) - now;
    },
    isFresh: (now: number) => within(now - rateWindowMs) > 0,
  };
}

/** Times of a real clock have fractions; steps that meet the second exactly are the interesting ones. */
const stepMs = fc.oneof(
  fc.constantFrom(0, 1, 999, 1000, 1001),
  fc.nat(300),
  fc.double({ min: 0, max: 1500, noNaN: true }).map((ms) => Math.round(ms * 8) / 8),
);
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("start" as const), stepMs }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("limit" as const), to: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const) }) },
);

describe("a rate window", () => {
  test("says the same as one that keeps every start, for any limit, at any time (rateLimitPerSecond)", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 200 }), fc.integer({ min: 1, max: 9 }), (actions, first) => {
        const [window, naive] = [new RateWindow(), naiveWindow()];
        let limit = first;
        let now = 5;
        for (const one of actions) {
          if (one.kind === "limit") limit = one.to;
          else if (one.kind === "start") now += one.stepMs;
          else now += window.waitMs(limit, now);
          const waitMs = window.waitMs(limit, now);
          expect(waitMs).toBe(naive.waitMs(limit, now));
          expect(window.isFresh(now)).toBe(naive.isFresh(now));
          if (waitMs > 0) continue;
          window.note(now);
          naive.note(now);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("never lets more than its limit start in any second, and is never open later than it must be", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.nat(400), { maxLength: 100 }),
        (limit, pauses) => {
          const window = new RateWindow();
          const starts: number[] = [];
          let now = 0;
          for (const pauseMs of pauses) {
            now += pauseMs;
            for (let burst = 0; burst < 3; burst++) {
              now += window.waitMs(limit, now);
              window.note(now);
              starts.push(now);
            }
          }
          for (const [i, at] of starts.entries()) {
            const inSecond = starts.filter((other) => other >= at && other < at + rateWindowMs).length;
            expect(inSecond).toBeLessThanOrEqual(limit);
            const back = starts[i - limit];
            if (back !== undefined) expect(at).toBeGreaterThanOrEqual(back + rateWindowMs);
          }
        },
      ),
    );
  });

  test("is closed until the time that it is told, whatever its limit", () => {
    const window = new RateWindow();
    window.closeUntil(1000);
    window.closeUntil(500);
    expect([window.waitMs(9, 400), window.waitMs(9, 1000)]).toEqual([600, 0]);
  });

  test("is exact at the highest limit, and holds nothing once a second is over", () => {
    const window = new RateWindow();
    for (let now = 0; now < 4000; now += 0.125) window.note(now);
    expect([7998, 7999, 8000].map((limit) => window.waitMs(limit, 4000))).toEqual([0.25, 0.125, 0]);
    expect([window.isFresh(4999), window.isFresh(5000)]).toEqual([true, false]);
  });
});
