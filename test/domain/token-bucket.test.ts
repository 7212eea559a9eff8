import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type BucketLimit, fullBucket, takeToken } from "../../src/domain/token-bucket.ts";

const limitOf = (perSecond: number, burst = 2 * perSecond): BucketLimit => ({ perSecond, burst });

describe("a token bucket", () => {
  test("lets its burst through at once, and no more", () => {
    const bucket = fullBucket(limitOf(10), 0);
    const allowed = Array.from({ length: 25 }, () => takeToken(bucket, limitOf(10), 0).isAllowed);
    expect(allowed.filter(Boolean)).toHaveLength(20);
    expect(allowed.indexOf(false)).toBe(20);
  });

  test("lets its rate through for ever", () => {
    const bucket = fullBucket(limitOf(10), 0);
    let allowed = 0;
    for (let ms = 0; ms < 60_000; ms += 10) if (takeToken(bucket, limitOf(10), ms).isAllowed) allowed++;
    expect(allowed).toBe(20 + 600 - 1);
  });

  test("says what is left, when it is full again, and how long to wait", () => {
    const bucket = fullBucket(limitOf(2), 0);
    expect(takeToken(bucket, limitOf(2), 0)).toEqual({
      isAllowed: true,
      remaining: 3,
      fullInMs: 500,
      waitMs: 0,
    });
    for (let n = 0; n < 3; n++) takeToken(bucket, limitOf(2), 0);
    expect(takeToken(bucket, limitOf(2), 100)).toEqual({
      isAllowed: false,
      remaining: 0,
      fullInMs: 1900,
      waitMs: 400,
    });
  });

  test("takes another rate from then on", () => {
    const bucket = fullBucket(limitOf(1000), 0);
    expect(takeToken(bucket, limitOf(2), 0).remaining).toBe(3);
    expect(takeToken(bucket, limitOf(1000), 1000).remaining).toBe(1002);
  });
});

const limits = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 3000 }))
  .map(([perSecond, burst]) => limitOf(perSecond, burst));
/** Waits between requests: none, short, long. */
const waitsMs = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 5000 })),
  { minLength: 1, maxLength: 300 },
);

describe("whatever the requests", () => {
  test("it decides as a naive bucket of whole thousandths does, one step for each millisecond", () => {
    fc.assert(
      fc.property(limits, waitsMs, (limit, waits) => {
        const bucket = fullBucket(limit, 0);
        let [nowMs, thousandths] = [0, limit.burst * 1000];
        for (const waitMs of waits) {
          for (let ms = 0; ms < waitMs; ms++)
            thousandths = Math.min(limit.burst * 1000, thousandths + limit.perSecond);
          nowMs += waitMs;
          const isAllowed = thousandths >= 1000;
          if (isAllowed) thousandths -= 1000;
          const { isAllowed: found, remaining } = takeToken(bucket, limit, nowMs);
          expect([found, remaining]).toEqual([isAllowed, Math.floor(thousandths / 1000)]);
        }
      }),
    );
  });

  test("any stretch of time lets at most its rate and one burst through", () => {
    fc.assert(
      fc.property(limits, waitsMs, (limit, waits) => {
        const bucket = fullBucket(limit, 0);
        let nowMs = 0;
        const allowedAt: number[] = [];
        for (const waitMs of waits) {
          nowMs += waitMs;
          if (takeToken(bucket, limit, nowMs).isAllowed) allowedAt.push(nowMs);
        }
        for (const [i, from] of allowedAt.entries()) {
          for (const [j, to] of allowedAt.entries()) {
            if (j < i) continue;
            expect(j - i + 1).toBeLessThanOrEqual(
              limit.burst + ((to - from) / 1000) * limit.perSecond + 1e-6,
            );
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("whoever waits as long as was asked gets through", () => {
    fc.assert(
      fc.property(limits, waitsMs, (limit, waits) => {
        const bucket = fullBucket(limit, 0);
        let nowMs = 0;
        for (const waitMs of waits) {
          nowMs += waitMs;
          const { isAllowed, waitMs: asked } = takeToken(bucket, limit, nowMs);
          if (isAllowed) continue;
          nowMs += asked;
          expect(takeToken(bucket, limit, nowMs).isAllowed).toBe(true);
        }
      }),
    );
  });
});
