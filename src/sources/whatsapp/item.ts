import type { SourceEvent } from "../../domain/source-event.ts";
import { type Change, noticeOf, unmapped } from "./change.ts";
import type { ContactIds, Contacts } from "./contacts.ts";
import { idIn, timeIn } from "./fields.ts";
import type { Contact } from "./notice-shape.ts";
import type { WrittenJson } from "./written-json.ts";

/** What an item's events are made with, beside the item. */
export interface ItemSurroundings {
  change: Change;
  contacts: Contacts;
}

/** A message or a status, as far as all of them are alike. */
export interface Item {
  json: WrittenJson;
  /** Its message's wamid. */
  id: string;
  change: Change;
  /** Unix ms, by Meta's clock; null where that cannot be read. */
  occurredAtMs: number | null;
  /** The same, or when it was received. */
  timestampMs: number;
  /** The members that all of its events have. */
  notice: Omit<ReturnType<typeof noticeOf>, "contact"> & { contact: Contact; messageId: string };
}

/** An item with its contact; or what becomes of one that has no id, and so cannot be told from others. */
export function itemOf(
  json: WrittenJson,
  { change, contacts }: ItemSurroundings,
  ids: ContactIds,
): Item | SourceEvent {
  const id = idIn(json, "id");
  if (id === null) return unmapped(change, json, { reason: "The item has no id." });
  const occurredAtMs = timeIn(json, "timestamp");
  const contact = contacts.of(ids);
  return {
    json,
    id,
    change,
    occurredAtMs,
    timestampMs: occurredAtMs ?? change.rules.receivedAtMs,
    notice: { ...noticeOf(change, occurredAtMs, json), contact, messageId: id },
  };
}

export function isItem(made: Item | SourceEvent): made is Item {
  return "json" in made;
}

/** What an item tells even where no event of its own is made of it. */
export function knownOf({ occurredAtMs, notice }: Item): { occurredAtMs: number | null; contact: Contact } {
  return { occurredAtMs, contact: notice.contact };
}

/** The number in a key. */
export function numberKeyOf({ phoneNumberId }: Change): string {
  return phoneNumberId ?? "-";
}
