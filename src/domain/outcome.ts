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
  const waitMs = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : httpDateMs(text) - nowMs;
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, retryAfterMsMax) : null;
}

function httpDateMs(text: string): number {
  return /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
}
