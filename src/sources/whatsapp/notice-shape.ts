import { z } from "zod";

/** Members that shapes of events' data are put together from. */

/** Null where Meta did not say. */
export const text = z.string().nullable();
export const number = z.number().nullable();
export const isoOrNull = text.meta({ description: "ISO 8601 in UTC; null where it is not known" });

/** Meta's own object or list, passed on. */
export function foreign(description: string) {
  return z.unknown().meta({ type: ["object", "array", "null"], description });
}

/** One of Meta's errors. */
export const problem = z.object({
  code: number,
  title: text,
  message: text,
  details: text,
  href: text,
});
export type Problem = z.infer<typeof problem>;

/** Who is at the other end; at least one of `phone` and `userId` is mostly known. */
export const contact = z.object({
  phone: text.meta({ description: "+ and digits; absent where a person uses a user name instead" }),
  waId: text,
  userId: text.meta({ description: "Meta's business-scoped user id" }),
  parentUserId: text,
  username: text,
  name: text,
});
export type Contact = z.infer<typeof contact>;

/** What all events have. */
export const notice = z.object({
  source: z.string().meta({ description: "`whatsapp`, where nothing else is said" }),
  wabaId: text.meta({ description: "The WhatsApp Business Account" }),
  phoneNumberId: text.meta({ description: "The business number that it is about" }),
  businessPhone: text.meta({ description: "The same as a telephone number: + and digits" }),
  occurredAt: isoOrNull.meta({ description: "When it happened, as Meta says; null where Meta does not" }),
  contact: contact.nullable(),
  raw: z
    .unknown()
    .optional()
    .meta({ description: "What Meta sent, byte for byte; absent where the source leaves it out" }),
});

/** Of what happens with a contact. */
export const withContact = notice.extend({ contact });
