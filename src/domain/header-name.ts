/** What a sensitive value reads as everywhere; a PATCH that sends it back keeps the stored value. */
export const redacted = "[redacted]";

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
