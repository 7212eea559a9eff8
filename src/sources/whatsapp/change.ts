import type { SourceEvent } from "../../domain/source-event.ts";
import { toIsoOrNull } from "../../domain/time.ts";
import { canonicalHash } from "./canonical-hash.ts";
import { phoneOf } from "./contacts.ts";
import { eventOf } from "./draft.ts";
import { idIn } from "./fields.ts";
import type { Contact } from "./notice-shape.ts";
import { asSent, type Verbatim } from "./verbatim.ts";
import type { WrittenJson } from "./written-json.ts";

/** How a notification is read. */
export interface ReadingRules {
  includeRaw: boolean;
  receivedAtMs: number;
  /** Types of the second catalogue that some endpoint names. */
  wanted: ReadonlySet<string>;
}

/** One change of a notification, and what all of its events have. */
export interface Change {
  rules: ReadingRules;
  /** What is subscribed to at Meta, such as `messages`. */
  field: string | null;
  value: WrittenJson | null;
  wabaId: string | null;
  /** When the notification was sent; Unix ms. Changes of messages have none. */
  entryTimeMs: number | null;
  phoneNumberId: string | null;
  businessPhone: string | null;
}

/** The business number that a change's value is about. */
export function businessNumberIn(value: WrittenJson | null): Pick<Change, "phoneNumberId" | "businessPhone"> {
  const metadata = value?.member("metadata") ?? null;
  return {
    phoneNumberId: idIn(metadata, "phone_number_id"),
    businessPhone: phoneOf(idIn(metadata, "display_phone_number")),
  };
}

/** The members that every event of a change has. */
export function noticeOf(change: Change, occurredAtMs: number | null, item: WrittenJson | null) {
  const { wabaId, phoneNumberId, businessPhone } = change;
  return {
    source: "whatsapp",
    wabaId,
    phoneNumberId,
    businessPhone,
    occurredAt: toIsoOrNull(occurredAtMs),
    contact: null,
    ...rawOf(change, item),
  };
}

function rawOf({ rules }: Change, item: WrittenJson | null): { raw?: Verbatim } {
  return rules.includeRaw && item !== null ? { raw: asSent(item) } : {};
}

/** The key of what has no id of its own: what it says, under which field, and when it was sent. */
export function genericKey({ field, wabaId, entryTimeMs }: Change, json: WrittenJson): string {
  const time = entryTimeMs === null ? "-" : Math.floor(entryTimeMs / 1000);
  return `wa:${field ?? "-"}:${wabaId ?? "-"}:${time}:${canonicalHash(json)}`;
}

/** What no other event is made of: nothing that Meta sends is lost. What is known of an item goes with it. */
export function unmapped(
  change: Change,
  json: WrittenJson,
  known: { reason: string; dedupKey?: string; occurredAtMs?: number | null; contact?: Contact },
): SourceEvent {
  const { entryTimeMs, field, rules } = change;
  const { reason, dedupKey, contact = null } = known;
  const occurredAtMs = known.occurredAtMs ?? entryTimeMs;
  return eventOf({
    type: "whatsapp.unmapped",
    dedupKey: dedupKey ?? genericKey(change, json),
    data: { ...noticeOf(change, occurredAtMs, null), contact, field, reason, raw: asSent(json) },
    timestampMs: occurredAtMs ?? rules.receivedAtMs,
  });
}
