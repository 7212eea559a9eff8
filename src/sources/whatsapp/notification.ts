import { isJsonObject } from "../../domain/json-object.ts";
import type { SourceEvent } from "../../domain/source-event.ts";
import { readAccountAlert, readAccountUpdate, readPhoneNumberQuality } from "./account.ts";
import { hashOf } from "./canonical-hash.ts";
import { businessNumberIn, type Change, type ReadingRules, unmapped } from "./change.ts";
import { eventOf } from "./draft.ts";
import { idIn, timeIn } from "./fields.ts";
import { readFlowChange } from "./flow.ts";
import { readEchoesChange, readMessagesChange } from "./messages-change.ts";
import { readPreferencesChange } from "./preference.ts";
import {
  readTemplateCategory,
  readTemplateComponents,
  readTemplateQuality,
  readTemplateStatus,
} from "./template.ts";
import { WrittenJson } from "./written-json.ts";

type ReadChange = (change: Change, value: WrittenJson) => SourceEvent[];

/** How a change is read, by its field: not by what is in it, because the history of old chats looks like messages. */
const readers = new Map<string, ReadChange>([
  ["messages", readMessagesChange],
  ["smb_message_echoes", readEchoesChange],
  ["user_preferences", readPreferencesChange],
  ["message_template_status_update", readTemplateStatus],
  ["message_template_quality_update", readTemplateQuality],
  ["message_template_components_update", readTemplateComponents],
  ["template_category_update", readTemplateCategory],
  ["flows", readFlowChange],
  ["phone_number_quality_update", readPhoneNumberQuality],
  ["account_update", readAccountUpdate],
  ["account_alerts", readAccountAlert],
]);

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/**
 * Makes events of a notification. Whatever is in it, nothing is lost and nothing throws: what no other event is made of
 * is `whatsapp.unmapped`. What a notification has twice is in it once.
 */
export function readNotification(body: Uint8Array, rules: ReadingRules): SourceEvent[] {
  const seen = new Set<string>();
  return eventsOf(body, rules).filter(({ dedupKey }) => {
    const isNew = !seen.has(dedupKey);
    seen.add(dedupKey);
    return isNew;
  });
}

function eventsOf(body: Uint8Array, rules: ReadingRules): SourceEvent[] {
  const text = decoded(body);
  const json = text === null ? null : WrittenJson.of(text);
  if (json === null) return [unreadable(body, text, rules)];
  const nothing = changeOf(null, { entry: null, rules });
  if (!isJsonObject(json.value) || json.value.object !== "whatsapp_business_account") {
    return [unmapped(nothing, json, { reason: "The object is not whatsapp_business_account." })];
  }
  const entries = json.member("entry");
  if (!Array.isArray(entries?.value)) {
    return [unmapped(nothing, json, { reason: "There is no list named entry." })];
  }
  return entries.items().flatMap((entry) => eventsOfEntry(entry, rules));
}

function eventsOfEntry(entry: WrittenJson, rules: ReadingRules): SourceEvent[] {
  const changes = entry.member("changes");
  if (Array.isArray(changes?.value)) {
    return changes.items().flatMap((change) => eventsOfChange(change, changeOf(change, { entry, rules })));
  }
  const isWithoutValues = Array.isArray(entry.member("changed_fields")?.value);
  const reason = isWithoutValues
    ? "Meta sends only the names of what changed. Turn on “Include values” in the app's webhook settings."
    : "The entry has no list named changes.";
  return [unmapped(changeOf(null, { entry, rules }), entry, { reason })];
}

function eventsOfChange(json: WrittenJson, change: Change): SourceEvent[] {
  const { field, value } = change;
  if (value === null || !isJsonObject(value.value)) {
    return [unmapped(change, value ?? json, { reason: "The change has no value that is an object." })];
  }
  const read = field === null ? undefined : readers.get(field);
  if (read !== undefined) return read(change, value);
  return [unmapped(change, value, { reason: "No events are made of this field." })];
}

function changeOf(
  json: WrittenJson | null,
  { entry, rules }: { entry: WrittenJson | null; rules: ReadingRules },
): Change {
  const value = json?.member("value") ?? null;
  return {
    rules,
    field: idIn(json, "field"),
    value,
    wabaId: idIn(entry, "id"),
    entryTimeMs: timeIn(entry, "time"),
    ...businessNumberIn(value),
  };
}

function decoded(body: Uint8Array): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

/** What is no JSON is kept as a text; what is no text either, as base64. */
function unreadable(body: Uint8Array, text: string | null, rules: ReadingRules): SourceEvent {
  return eventOf({
    type: "whatsapp.unmapped",
    dedupKey: `wa:-:-:-:${hashOf(body)}`,
    data: {
      source: "whatsapp",
      wabaId: null,
      phoneNumberId: null,
      businessPhone: null,
      occurredAt: null,
      contact: null,
      field: null,
      reason:
        text === null ? "The body is no UTF-8 text; raw is its bytes in base64." : "The body is no JSON.",
      raw: text ?? Buffer.from(body).toString("base64"),
    },
    timestampMs: rules.receivedAtMs,
  });
}
