import type { SourceEvent } from "../../domain/source-event.ts";
import { canonicalHash } from "./canonical-hash.ts";
import { type Change, noticeOf, unmapped } from "./change.ts";
import { Contacts } from "./contacts.ts";
import { eventOf } from "./draft.ts";
import { idIn, textIn, timeIn } from "./fields.ts";
import { numberKeyOf } from "./item.ts";
import type { Contact } from "./notice-shape.ts";
import type { WrittenJson } from "./written-json.ts";

/** A change of the field `user_preferences`: whether people want marketing messages. */
export function readPreferencesChange(change: Change): SourceEvent[] {
  const list = change.value?.member("user_preferences") ?? null;
  if (list === null || !Array.isArray(list.value)) {
    const reason = "The change has no list named user_preferences.";
    return change.value === null ? [] : [unmapped(change, change.value, { reason })];
  }
  const items = list.items();
  const contacts = new Contacts(change.value, items.length);
  return items.map((item) => eventOfPreference(item, change, contacts));
}

function eventOfPreference(json: WrittenJson, change: Change, contacts: Contacts): SourceEvent {
  const ids = { waId: idIn(json, "wa_id"), userId: idIn(json, "user_id"), parentUserId: null };
  const contact = contacts.of(ids);
  const occurredAtMs = timeIn(json, "timestamp");
  const preference = textIn(json, "value");
  const category = textIn(json, "category");
  const dedupKey = preferenceKey(json, { change, contact, category, preference, occurredAtMs });
  if (preference !== "stop" && preference !== "resume") {
    const reason = "The preference is neither stop nor resume.";
    return unmapped(change, json, { reason, dedupKey, occurredAtMs, contact });
  }
  return eventOf({
    type: preference === "stop" ? "optout.created" : "optout.removed",
    dedupKey,
    data: {
      ...noticeOf(change, occurredAtMs, json),
      source: "user_preferences",
      contact,
      channel: "whatsapp",
      category,
      preference,
      detail: textIn(json, "detail"),
    },
    timestampMs: occurredAtMs ?? change.rules.receivedAtMs,
  });
}

/** Who, what, and when; what it says in whole, where one of them is missing. */
function preferenceKey(
  json: WrittenJson,
  by: {
    change: Change;
    contact: Contact;
    category: string | null;
    preference: string | null;
    occurredAtMs: number | null;
  },
): string {
  const who = by.contact.userId ?? by.contact.waId;
  const when = by.occurredAtMs === null || who === null ? canonicalHash(json) : by.occurredAtMs / 1000;
  return `wa:pref:${numberKeyOf(by.change)}:${who ?? "-"}:${by.category ?? "-"}:${by.preference ?? "-"}:${when}`;
}
