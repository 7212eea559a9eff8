import { z } from "zod";
import { patternRegex, typeNameRegex } from "./subscription.ts";

/** Names of these families are ours: nobody publishes them. */
const reservedPrefixes = ["webhook.", "posthorn."] as const;

export const testEventType = "webhook.test";

export const eventTypeName = z
  .string()
  .max(128, "must be at most 128 characters")
  .regex(typeNameRegex, "must be lower-case words, digits and '_' joined by dots, such as message.delivered");

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
