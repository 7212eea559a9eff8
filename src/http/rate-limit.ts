import { AppError } from "../domain/app-error.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Clock } from "../platform/clock.ts";
import { TokenBuckets } from "./token-buckets.ts";

/** What a reply says about its organization's limit. */
export interface RateLimitState {
  /** Requests a second. */
  limit: number;
  /** Requests that would pass at once: more than the limit while the burst is unspent. */
  remaining: number;
  /** Until all of the burst is there again. */
  resetSeconds: number;
  /** Until there is room for another request; null: this one had room. */
  retryAfterSeconds: number | null;
}

/** One token bucket for each organization, whichever of its keys asks. */
export interface RateLimiter {
  /** Counts a request. */
  take(organizationId: OrganizationId, perSecond: number): RateLimitState;
}

/** A tenant's bucket that is forgotten among so many starts full again. */
const bucketsMax = 100_000;

export function createRateLimiter(clock: Pick<Clock, "monotonic">): RateLimiter {
  const buckets = new TokenBuckets<OrganizationId>(clock, bucketsMax);
  return {
    take(organizationId, perSecond) {
      const limit = { perSecond, burst: 2 * perSecond };
      const { isAllowed, remaining, fullInMs, waitMs } = buckets.take(organizationId, limit);
      return {
        limit: perSecond,
        remaining,
        resetSeconds: Math.ceil(fullInMs / 1000),
        retryAfterSeconds: isAllowed ? null : Math.max(1, Math.ceil(waitMs / 1000)),
      };
    },
  };
}

/** The `429` of a request that found no token; nothing otherwise. */
export function requireRoom({ limit, retryAfterSeconds }: RateLimitState): void {
  if (retryAfterSeconds === null) return;
  throw new AppError(
    "rate_limited",
    `This organization may make ${limit} API requests a second, and made more. Wait as long as Retry-After says, publish in batches, or ask the operator for a higher limit.`,
    { retryAfterSeconds },
  );
}

/** The reply's headers about the limit; none where there is none. */
export function rateLimitHeaders(state: RateLimitState | null): Record<string, string> {
  if (state === null) return {};
  return {
    "ratelimit-limit": String(state.limit),
    "ratelimit-remaining": String(state.remaining),
    "ratelimit-reset": String(state.resetSeconds),
  };
}
