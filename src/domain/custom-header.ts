import { z } from "zod";
import { refusingProto } from "./record-names.ts";

/** What a sensitive value reads as everywhere; a PATCH that sends it back keeps the stored value. */
export const redacted = "[redacted]";

const headersMax = 30;
const valueBytesMax = 4096;
const forbiddenNames: ReadonlySet<string> = new Set([
  "host",
  "connection",
  "transfer-encoding",
  "te",
  "trailer",
  "upgrade",
  "expect",
  "user-agent",
  "keep-alive",
  "proxy-connection",
]);
const forbiddenPrefixes = ["content-", "webhook-", "x-posthorn-"] as const;

/** RFC 9110, 5.6.2: a token. */
const nameRegex = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/;
/** RFC 9110, 5.5: visible characters, space and tab inside, Latin-1 at most (the runtime's client refuses more). */
const valueRegex = /^(?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?$/;

/** Whether a header's value is a secret: stored encrypted, shown as `[redacted]`. */
export function isSensitiveHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    lower === "cookie" ||
    lower === "set-cookie" ||
    lower.endsWith("-key") ||
    /auth|token|secret|password|apikey/.test(lower)
  );
}

/** Why a custom header's name cannot be used, or null. */
export function headerNameProblem(name: string): string | null {
  if (!nameRegex.test(name)) return "is not a header name (RFC 9110: letters, digits and !#$%&'*+-.^_`|~)";
  const lower = name.toLowerCase();
  if (forbiddenNames.has(lower) || forbiddenPrefixes.some((prefix) => lower.startsWith(prefix))) {
    return "is set by Posthorn or by HTTP itself and cannot be a custom header";
  }
  return null;
}

const value = z
  .string("must be text")
  .refine(
    (text) => valueRegex.test(text),
    "must have no control characters, no surrounding spaces, and Latin-1 characters only",
  )
  .refine((text) => Buffer.byteLength(text) <= valueBytesMax, `must be at most ${valueBytesMax} bytes`);

/** Headers as written: `null` removes one in a PATCH. */
export const headersInput = refusingProto(z.record(z.string(), value.nullable())).superRefine(
  (headers, context) => {
    const names = Object.keys(headers);
    const seen = new Set<string>();
    for (const name of names) {
      const problem = headerNameProblem(name);
      if (problem !== null) context.addIssue({ code: "custom", path: [name], message: problem });
      const lower = name.toLowerCase();
      if (seen.has(lower)) context.addIssue({ code: "custom", path: [name], message: "is there twice" });
      seen.add(lower);
    }
  },
);

/** Checks the headers as they will be stored. */
export function tooManyHeaders(headers: Record<string, string>): string | null {
  return Object.keys(headers).length > headersMax ? `must be at most ${headersMax} headers` : null;
}
