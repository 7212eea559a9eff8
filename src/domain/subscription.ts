/** What stands between the dots of an event type's name, as a regular expression. */
const segment = "[a-z0-9_]+";

export const typeNameRegex = new RegExp(`^${segment}(\\.${segment})*$`);

/** What an endpoint subscribes to: a name, `*`, or a name whose last segment is `*`. */
export const patternRegex = new RegExp(`^(${segment}(\\.${segment})*(\\.\\*)?|\\*)$`);

/** Types that wildcards pass over: an endpoint gets them only by naming them in full. */
const namedOnly: ReadonlySet<string> = new Set(["webhook.test", "message.incoming", "message.report"]);

/**
 * Whether a subscription's pattern takes an event of the type.
 * `message.*` takes one or more further segments. Wildcards pass over `webhook.test`, the second
 * catalogue, and `posthorn.…` unless the pattern itself starts with `posthorn.`.
 */
export function patternMatches(pattern: string, type: string): boolean {
  if (pattern === type) return true;
  if (!pattern.endsWith("*") || namedOnly.has(type)) return false;
  if (type.startsWith("posthorn.") && !pattern.startsWith("posthorn.")) return false;
  return type.startsWith(pattern.slice(0, -1));
}
