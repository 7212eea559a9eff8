import { z } from "zod";

/** What came of one attempt. `http_error` is any status but 2xx and 3xx; a 3xx is not followed. */
export const outcome = z
  .enum([
    "success",
    "http_error",
    "redirect",
    "timeout",
    "connection_refused",
    "connection_reset",
    "connection_failed",
    "dns_error",
    "tls_error",
    "blocked_address",
    "protocol_error",
  ])
  .meta({ id: "Outcome" });
export type Outcome = z.infer<typeof outcome>;

/** Whether the receiver gave an HTTP answer at all. */
export function wasAnswered(value: Outcome): boolean {
  return value === "success" || value === "http_error" || value === "redirect";
}

export function outcomeOfStatus(status: number): Outcome {
  if (status >= 200 && status < 300) return "success";
  return status >= 300 && status < 400 ? "redirect" : "http_error";
}

/** The longest that a receiver can make us wait with `Retry-After`: 24 h. */
export const retryAfterMsMax = 24 * 3600 * 1000;

/**
 * Milliseconds that a `Retry-After` header asks for (RFC 9110, 10.2.3: seconds or an HTTP date), capped at
 * 24 h; null where it is missing, malformed, or in the past.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : httpDateMs(text) - nowMs;
  return waitMs > 0 ? Math.min(waitMs, retryAfterMsMax) : null;
}

/** RFC 9110, 5.6.7: the two forms that name their zone. */
const zonedDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} [\d:]{8} GMT$/;
/** And that of C's `asctime`, which means GMT too. */
const zonelessDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/;

/** NaN for what is no HTTP date. `Date.parse` alone would take more, and read some of it in this machine's zone. */
function httpDateMs(text: string): number {
  if (zonedDate.test(text)) return Date.parse(text);
  return zonelessDate.test(text) ? Date.parse(`${text} GMT`) : Number.NaN;
}
