import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  addEncodedHistogram,
  addLatency,
  emptyHistogram,
  encodeHistogram,
  type LatencyHistogram,
  latencyAt,
  latencyBucketOf,
} from "../../src/domain/latency-histogram.ts";

function histogramOf(durations: readonly number[]): LatencyHistogram {
  const histogram = emptyHistogram();
  for (const ms of durations) addLatency(histogram, latencyBucketOf(ms));
  return histogram;
}

/** The nearest-rank percentile, by sorting everything. */
function naivePercentile(durations: readonly number[], share: number): number {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(sorted.length * share)) - 1] ?? 0;
}

const duration = fc.integer({ min: 0, max: 600_000 });

describe("a latency histogram (api.md, Stats: within 5 %)", () => {
  test("gives every percentile within 5 % of what sorting all attempts gives", () => {
    fc.assert(
      fc.property(
        fc.array(duration, { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.9, 0.99),
        (durations, share) => {
          const exact = naivePercentile(durations, share);
          const found = latencyAt(histogramOf(durations), share) ?? Number.NaN;
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * 0.05);
        },
      ),
    );
  });

  test("stands within 5 % of each single duration up to a minute", () => {
    for (let ms = 0; ms <= 60_000; ms++) {
      const found = latencyAt(histogramOf([ms]), 0.5) ?? Number.NaN;
      if (Math.abs(found - ms) > ms * 0.05) throw new Error(`${ms} ms reads as ${found} ms`);
    }
  });

  test("takes what is longer than any attempt, or is no whole number", () => {
    expect(latencyAt(histogramOf([10_000_000]), 0.5)).toBeGreaterThan(500_000);
    expect(latencyAt(histogramOf([12.4]), 0.5)).toBe(12);
    expect(latencyAt(histogramOf([-1]), 0.5)).toBe(0);
  });

  test("has no percentile of nothing", () => {
    expect(latencyAt(emptyHistogram(), 0.5)).toBeNull();
  });

  test("is read as it was written, however large its counts are", () => {
    const counts = fc.array(fc.tuple(fc.nat({ max: 120 }), fc.integer({ min: 1, max: 2 ** 45 })));
    fc.assert(
      fc.property(counts, (entries) => {
        const histogram = emptyHistogram();
        for (const [bucket, count] of entries) histogram[bucket] = count;
        const read = emptyHistogram();
        addEncodedHistogram(read, encodeHistogram(histogram));
        expect(read).toEqual(histogram);
      }),
    );
  });

  test("adds up: two together are as if all had been counted in one", () => {
    fc.assert(
      fc.property(fc.array(duration), fc.array(duration), (one, other) => {
        const sum = histogramOf(one);
        addEncodedHistogram(sum, encodeHistogram(histogramOf(other)));
        expect(sum).toEqual(histogramOf([...one, ...other]));
      }),
    );
  });

  test("is small: an hour of a busy endpoint takes less than 300 bytes", () => {
    const durations = Array.from({ length: 100_000 }, (_, n) => n % 30_000);
    expect(encodeHistogram(histogramOf(durations)).length).toBeLessThan(300);
  });

  test("has buckets whose limits never change, for they are in the files", () => {
    expect([0, 19, 20, 21, 100, 1000, 30_000].map(latencyBucketOf)).toEqual([0, 19, 19, 20, 35, 58, 92]);
  });
});
