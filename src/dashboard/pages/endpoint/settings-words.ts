import type { Endpoint } from "../../api/shapes.ts";
import { retryNames } from "../../parts/endpoint-words.ts";
import { formatCount } from "../../parts/format.ts";
import { scheduleWords } from "../../parts/wait-words.ts";

/** `Standard: 8 attempts over 1 d 3 h 35 min`. */
export function retryWords({ preset, delaysSeconds }: Endpoint["retry"]): string {
  return `${retryNames[preset]}: ${scheduleWords(delaysSeconds)}`;
}

export function paceWords({ rateLimitPerSecond, ordered }: Endpoint): string {
  const limit =
    rateLimitPerSecond === null ? "No rate limit" : `At most ${formatCount(rateLimitPerSecond)} a second`;
  return ordered ? `${limit}; one at a time, in order` : limit;
}

export function disablingWords(after: Endpoint["autoDisableAfter"]): string {
  return after === null ? "Never" : `After ${formatCount(after)} exhausted deliveries in a row`;
}

export function signatureWords({ scheme, bodySignature }: Endpoint["signing"]): string {
  const standard = scheme === "ed25519" ? "Ed25519 (v1a)" : "HMAC-SHA256 (v1)";
  return bodySignature === null ? standard : `${standard}, and ${bodySignature.header} for the body`;
}
