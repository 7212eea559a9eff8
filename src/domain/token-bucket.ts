/**
 * A token bucket starts full and fills evenly, and each request takes one token. Its state is two numbers, so that
 * there can be one for every tenant and one for every client.
 */
export interface TokenBucket {
  /** As of `atMs`; a fraction, because it fills evenly. */
  tokens: number;
  /** Of a clock that never steps back. */
  atMs: number;
}

/** How fast a bucket fills, and how much it holds. */
export interface BucketLimit {
  perSecond: number;
  burst: number;
}

/** What one request found. */
export interface Admission {
  isAllowed: boolean;
  /** Whole tokens that are left. */
  remaining: number;
  /** Until the bucket is full again. */
  fullInMs: number;
  /** Until there is a token; 0 if this request got one. */
  waitMs: number;
}

/** Sums of fractions miss a whole token by less than this: whoever waited as long as was asked must get it. */
const rounding = 1e-6;

export function fullBucket({ burst }: BucketLimit, nowMs: number): TokenBucket {
  return { tokens: burst, atMs: nowMs };
}

/** Takes a token if there is one; changes the bucket. Another limit than before holds from now on. */
export function takeToken(bucket: TokenBucket, limit: BucketLimit, nowMs: number): Admission {
  const { perSecond, burst } = limit;
  const filled = Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * perSecond);
  const isAllowed = filled >= 1 - rounding;
  bucket.tokens = isAllowed ? Math.max(0, filled - 1) : filled;
  bucket.atMs = nowMs;
  return {
    isAllowed,
    remaining: Math.floor(bucket.tokens + rounding),
    fullInMs: ((burst - bucket.tokens) / perSecond) * 1000,
    waitMs: isAllowed ? 0 : ((1 - filled) / perSecond) * 1000,
  };
}
