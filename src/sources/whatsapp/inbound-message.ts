import type { SourceEvent } from "../../domain/source-event.ts";
import { toIsoOrNull } from "../../domain/time.ts";
import { unmapped } from "./change.ts";
import { phoneOf } from "./contacts.ts";
import { conversationRule } from "./conversation.ts";
import { eventOf } from "./draft.ts";
import { idIn, textIn } from "./fields.ts";
import { formEventOf } from "./form.ts";
import { type Item, type ItemSurroundings, isItem, itemOf, knownOf, numberKeyOf } from "./item.ts";
import { contentOf, messageData, messageTypeOf } from "./message-content.ts";
import { objectAsSent, passedOn } from "./verbatim.ts";
import type { WrittenJson } from "./written-json.ts";

/** An inbound message as its events are made of it. */
export interface InboundMessage extends Item {
  type: string;
  content: WrittenJson | null;
  /** Its own key: every message is one event at least. */
  dedupKey: string;
  /** The member `message` of its events. */
  message: ReturnType<typeof messageData>;
}

/** What someone sent to the business. */
export function eventsOfMessage(json: WrittenJson, surroundings: ItemSurroundings): SourceEvent[] {
  const item = itemOf(json, surroundings, {
    waId: idIn(json, "from"),
    userId: idIn(json, "from_user_id"),
    parentUserId: idIn(json, "from_parent_user_id"),
  });
  if (!isItem(item)) return [item];
  const type = messageTypeOf(json);
  const inbound = {
    ...item,
    type,
    content: contentOf(json, type),
    dedupKey: `wa:msg:${numberKeyOf(item.change)}:${item.id}`,
    message: messageData(json, { id: item.id, type }),
  };
  switch (type) {
    case "edit":
      return [editedEventOf(inbound)];
    case "revoke":
      return [deletedEventOf(inbound)];
    case "system":
      return [systemEventOf(inbound)];
    default:
      return receivedEventsOf(inbound);
  }
}

function receivedEventsOf(inbound: InboundMessage): SourceEvent[] {
  const { change, dedupKey, message, notice, timestampMs } = inbound;
  const rule = conversationRule(inbound);
  const received = eventOf({
    type: "message.received",
    dedupKey,
    data: { ...notice, message },
    timestampMs,
    ...(rule === null ? {} : { rule }),
  });
  const form = formEventOf(inbound);
  const events = form === null ? [received] : [received, form];
  return change.rules.wanted.has("message.incoming") ? [...events, incomingEventOf(inbound)] : events;
}

function editedEventOf({ content, dedupKey, message, notice, timestampMs }: InboundMessage): SourceEvent {
  const edited = content?.member("message") ?? null;
  const contentType = edited === null ? null : messageTypeOf(edited);
  const newContent = edited === null || contentType === null ? null : contentOf(edited, contentType);
  return eventOf({
    type: "message.edited",
    dedupKey,
    data: {
      ...notice,
      message,
      originalMessageId: idIn(content, "original_message_id"),
      contentType,
      content: passedOn(newContent),
    },
    timestampMs,
  });
}

function deletedEventOf({ content, dedupKey, message, notice, timestampMs }: InboundMessage): SourceEvent {
  const originalMessageId = idIn(content, "original_message_id");
  return eventOf({
    type: "message.deleted",
    dedupKey,
    data: { ...notice, message, originalMessageId },
    timestampMs,
  });
}

/** WhatsApp's own words in a chat: that someone has a new number. Older notifications name it otherwise. */
function systemEventOf(inbound: InboundMessage): SourceEvent {
  const { change, content, dedupKey, json, message, notice, timestampMs } = inbound;
  const kind = textIn(content, "type");
  const newWaId = idIn(content, "wa_id") ?? idIn(content, "new_wa_id");
  const isNumberChange = kind === null ? newWaId !== null : /^(?:user|customer)_changed_number$/.test(kind);
  if (!isNumberChange) {
    const reason = "The system message is not about a changed number.";
    return unmapped(change, json, { ...knownOf(inbound), reason, dedupKey });
  }
  const oldWaId = idIn(json, "from") ?? idIn(content, "customer");
  return eventOf({
    type: "contact.number_changed",
    dedupKey,
    data: {
      ...notice,
      message,
      oldPhone: phoneOf(oldWaId),
      newPhone: phoneOf(newWaId),
      oldWaId,
      newWaId,
      description: textIn(content, "body"),
    },
    timestampMs,
  });
}

/** The second catalogue's; its content is spelled as Meta does. */
function incomingEventOf({ id, type, content, change, notice, occurredAtMs, timestampMs }: InboundMessage) {
  return eventOf({
    type: "message.incoming",
    dedupKey: `wa:compat:msg:${numberKeyOf(change)}:${id}`,
    data: {
      sender: { customer_id: id, phone_number: notice.contact.phone },
      type,
      content: objectAsSent(content),
      timestamp: toIsoOrNull(occurredAtMs),
    },
    timestampMs,
  });
}
