import { z } from "zod";

const segment = "[a-z0-9_]+";
const nameRegex = new RegExp(`^${segment}(\\.${segment})*$`);
const patternRegex = new RegExp(`^(${segment}(\\.${segment})*(\\.\\*)?|\\*)$`);

/** Names of these families are ours: nobody publishes them. */
const reservedPrefixes = ["webhook.", "posthorn."] as const;

/** Types that wildcards pass over: an endpoint gets them only by naming them in full. */
const namedOnly: ReadonlySet<string> = new Set(["webhook.test", "message.incoming", "message.report"]);

export const testEventType = "webhook.test";

export const eventTypeName = z
  .string()
  .max(128, "must be at most 128 characters")
  .regex(nameRegex, "must be lower-case words, digits and '_' joined by dots, such as message.delivered");

/** A type that a producer may publish. */
export const publishableEventType = eventTypeName
  .refine((name) => !reservedPrefixes.some((prefix) => name.startsWith(prefix)), {
    message: `must not start with ${reservedPrefixes.join(" or ")}: those names are reserved`,
  })
  .meta({ example: "message.delivered" });

/** What an endpoint subscribes to: a name, `*`, or a name whose last segment is `*`. */
export const eventTypePattern = z
  .string()
  .max(128, "must be at most 128 characters")
  .regex(patternRegex, "must be an event type, '*', or a type that ends in '.*', such as message.*");

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
