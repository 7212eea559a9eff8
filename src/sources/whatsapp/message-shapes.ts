import { z } from "zod";
import { foreign, isoOrNull, notice, problem, text, withContact } from "./notice-shape.ts";

/** A message as it came; `content` is Meta's object of that type, its names in camelCase. */
const message = z.object({
  id: z.string().meta({ description: "Its wamid" }),
  type: z.string().meta({ description: "`text`, `image`, `interactive` and so on, as Meta names it" }),
  content: foreign("What Meta has under the name of the type, in camelCase"),
  context: foreign("What it replies to, or that it was forwarded"),
  referral: foreign("The advertisement or post that led to it"),
  groupId: text,
  errors: z.array(problem).nullable(),
});

const aboutMessage = withContact.extend({
  messageId: z.string().meta({ description: "The message's wamid" }),
});

const statusOf = aboutMessage.extend({
  to: text.meta({ description: "The recipient: a telephone number, else a user id" }),
  status: z.string(),
  groupId: text,
  callbackData: text.meta({
    description: "What the sender of the message gave as `biz_opaque_callback_data`",
  }),
  pricing: foreign("Whether and as what it is billed"),
  conversation: foreign("Meta's conversation, on old versions of its API; unique per message"),
});

const conversation = withContact.extend({
  conversationId: z.string(),
  groupId: text,
  openedAt: z.string(),
  expiresAt: z
    .string()
    .meta({ description: "24 hours after the contact's last message, as far as it is known" }),
});

const preference = withContact.extend({
  source: z.literal("user_preferences").meta({ description: "How it is known" }),
  channel: z.literal("whatsapp"),
  category: text.meta({ description: "What it is about, such as `marketing_messages`" }),
  preference: z.string().meta({ description: "What the contact chose: `stop` or `resume`" }),
  detail: text,
});

/** Data of what is about messages, contacts and conversations. */
export const messageShapes = {
  "message.received": aboutMessage.extend({ message }),
  "message.edited": aboutMessage.extend({
    message,
    originalMessageId: text,
    contentType: text.meta({ description: "What type the message has now" }),
    content: foreign("The message's new content, as a received one has it"),
  }),
  "message.deleted": aboutMessage.extend({ message, originalMessageId: text }),
  "message.echoed": aboutMessage.extend({ to: text, message }),
  "message.sent": statusOf,
  "message.delivered": statusOf,
  "message.read": statusOf,
  "message.played": statusOf,
  "message.failed": statusOf.extend({
    error: problem.nullable(),
    recipientOptedOut: z
      .boolean()
      .meta({ description: "The recipient stopped marketing messages (error 131050)" }),
  }),
  "form.submitted": aboutMessage.extend({
    message,
    form: z.object({
      name: text,
      flowToken: text,
      response: foreign("What was entered, its names as in the flow; null where it is no JSON object"),
      responseRaw: z.string().nullable().meta({ description: "The same as Meta sent it: a text" }),
      replyToMessageId: text.meta({ description: "The message with the flow" }),
    }),
  }),
  "contact.number_changed": aboutMessage.extend({
    message,
    oldPhone: text,
    newPhone: text,
    oldWaId: text,
    newWaId: text,
    description: text,
  }),
  "conversation.opened": conversation.extend({
    messageId: z.string().meta({ description: "The message that opened it" }),
  }),
  "conversation.closed": conversation.extend({
    closedAt: z.string(),
    reason: z.enum(["window_expired", "merged"]).meta({
      description: "`merged`: it turned out to be with the same contact as another one, which goes on",
    }),
  }),
  "optout.created": preference,
  "optout.removed": preference,
  "whatsapp.error": notice.extend({ error: problem }),
} as const;

const party = z.object({
  customer_id: z.string().meta({ description: "The message's wamid" }),
  phone_number: text,
});

/** The second catalogue: types that only endpoints get that name them, in another platform's spelling. */
export const secondCatalogueShapes = {
  "message.incoming": z.object({
    sender: party,
    type: z.string(),
    content: foreign("Meta's object of that type"),
    timestamp: isoOrNull,
  }),
  "message.report": z.object({
    recipient: party,
    status: z.string().meta({ description: "`SENT`, `DELIVERED`, `READ` or `FAILED`" }),
    reported_at: z.string().meta({ description: "When it was received here" }),
    timestamp: isoOrNull.meta({ description: "When it happened" }),
    error: problem.nullable().optional().meta({ description: "Where it failed" }),
  }),
} as const;
