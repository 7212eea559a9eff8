import type { SourceEvent } from "../../domain/source-event.ts";
import { canonicalHash } from "./canonical-hash.ts";
import { type Change, genericKey, noticeOf, unmapped } from "./change.ts";
import { Contacts } from "./contacts.ts";
import { eventOf } from "./draft.ts";
import { eventsOfEcho } from "./echo.ts";
import { eventsOfMessage } from "./inbound-message.ts";
import type { ItemSurroundings } from "./item.ts";
import { problemOf } from "./problem.ts";
import { eventsOfStatus } from "./status.ts";
import type { WrittenJson } from "./written-json.ts";

type ReadItem = (item: WrittenJson, surroundings: ItemSurroundings) => SourceEvent[];

/** The lists of a change and how their items are read. */
const itemReaders = new Map<string, ReadItem>([
  ["messages", eventsOfMessage],
  ["statuses", eventsOfStatus],
  ["message_echoes", eventsOfEcho],
  ["errors", eventsOfError],
]);

/** Beside lists of items. */
const notItems: ReadonlySet<string> = new Set(["messaging_product", "metadata", "contacts"]);

const hourMs = 3_600_000;

/** A change of the field `messages`: any mix of messages, statuses and errors, and of lists that are new. */
export function readMessagesChange(change: Change): SourceEvent[] {
  const lists = [...(change.value?.members() ?? [])].filter(([name, { value }]) => isOfItems(name, value));
  if (lists.length === 0 && change.value !== null) {
    return [unmapped(change, change.value, { reason: "The change has none of the lists that are known." })];
  }
  const itemCount = lists.reduce(
    (count, [, { value }]) => count + (Array.isArray(value) ? value.length : 0),
    0,
  );
  const contacts = new Contacts(change.value, itemCount);
  return lists.flatMap(([name, list]) => eventsOfList(name, list, { change, contacts }));
}

/** A change of the field `smb_message_echoes`: what was sent with the phone's own app. */
export function readEchoesChange(change: Change): SourceEvent[] {
  const list = change.value?.member("message_echoes") ?? null;
  if (Array.isArray(list?.value)) return readMessagesChange(change);
  return change.value === null
    ? []
    : [unmapped(change, change.value, { reason: "The change has no list named message_echoes." })];
}

function isOfItems(name: string, value: unknown): boolean {
  return !notItems.has(name) && (Array.isArray(value) || itemReaders.has(name));
}

function eventsOfList(name: string, list: WrittenJson, surroundings: ItemSurroundings): SourceEvent[] {
  const { change } = surroundings;
  const read = itemReaders.get(name);
  const isList = Array.isArray(list.value);
  if (isList && (list.value as unknown[]).length === 0) return [];
  if (read === undefined || !isList) {
    const field = `messages.${name.slice(0, 100)}`;
    const reason = isList ? `No event is made of the list ${name.slice(0, 100)}.` : `${name} is no list.`;
    return [unmapped(change, list, { reason, dedupKey: genericKey({ ...change, field }, list) })];
  }
  return list.items().flatMap((item) => read(item, surroundings));
}

/** Trouble that is about the account or the number. The same may recur, and has neither an id nor a time. */
function eventsOfError(item: WrittenJson, { change }: ItemSurroundings): SourceEvent[] {
  const { phoneNumberId, rules } = change;
  const hour = Math.floor(rules.receivedAtMs / hourMs);
  return [
    eventOf({
      type: "whatsapp.error",
      dedupKey: `wa:err:${phoneNumberId ?? "-"}:${canonicalHash(item)}:${hour}`,
      data: { ...noticeOf(change, null, item), error: problemOf(item) },
      timestampMs: rules.receivedAtMs,
    }),
  ];
}
