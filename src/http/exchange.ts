import type { RateLimitState } from "./rate-limit.ts";

/** One request on its way through: what its reply and its log line must know. */
export interface Exchange {
  requestId: string;
  /** The client's, as far as it can be trusted. */
  address: string | null;
  /** Set once the key is known. */
  keyId: string | null;
  /** Its organization's; null before that is known, and where there is no limit. */
  rateLimit: RateLimitState | null;
  /** The route's path with its names (`/api/v1/endpoints/:id`); null where none matched. */
  path: string | null;
}
