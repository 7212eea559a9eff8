import ipaddr from "ipaddr.js";
import { AppError } from "../domain/app-error.ts";
import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { Exchange } from "./exchange.ts";
import { TokenBuckets } from "./token-buckets.ts";

/** Decides what a request without a valid key is told. Those with one never come here. */
export interface FailedAuthentication {
  /** `unauthenticated`, or `rate_limited` for a client that failed too often. */
  refusalOf(exchange: Exchange): AppError;
}

/** Far more than a client that was set up wrongly needs, and nothing to one that guesses 256 bits. */
const failures = { perSecond: 10, burst: 600 };

/** Clients that are remembered: about 2 MB. */
const clientsMax = 10_000;

/** Failed authentication is logged as long as the client is within its limit, so that nobody can fill the log. */
export function createFailedAuthentication({
  clock,
  logger,
}: {
  clock: Pick<Clock, "monotonic">;
  logger: Logger;
}): FailedAuthentication {
  const buckets = new TokenBuckets<string>(clock, clientsMax);
  return {
    refusalOf({ address, requestId }) {
      const { isAllowed, remaining, waitMs } = buckets.take(clientOf(address), failures);
      if (!isAllowed) return tooOften(Math.max(1, Math.ceil(waitMs / 1000)));
      const isLast = remaining === 0;
      logger.warn("authentication.failed", { address, requestId, ...(isLast ? { note: lastNote } : {}) });
      return new AppError(
        "unauthenticated",
        "The API key is missing, wrong or expired. Send a valid one as 'Authorization: Bearer phk_…'.",
      );
    },
  };
}

const lastNote =
  "Further failures of this client are refused with 429 and not logged until it fails less often.";

function tooOften(retryAfterSeconds: number): AppError {
  return new AppError(
    "rate_limited",
    "Too many requests from this address had no valid API key. Send a valid one as 'Authorization: Bearer phk_…': it is let in at once.",
    { retryAfterSeconds },
  );
}

/** Who has one IPv6 address has a whole /64 of them. */
function clientOf(address: string | null): string {
  if (address === null || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return parsed.toByteArray().slice(0, 8).join(".");
}
