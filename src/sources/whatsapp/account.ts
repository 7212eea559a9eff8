import type { SourceEvent } from "../../domain/source-event.ts";
import { type Change, noticeOf } from "./change.ts";
import { phoneOf } from "./contacts.ts";
import { eventOf } from "./draft.ts";
import { idIn, textIn } from "./fields.ts";
import { accountEvent } from "./template.ts";
import { passedOn } from "./verbatim.ts";
import type { WrittenJson } from "./written-json.ts";

/** `phone_number_quality_update`. */
export function readPhoneNumberQuality(change: Change, value: WrittenJson): SourceEvent[] {
  const businessPhone = phoneOf(idIn(value, "display_phone_number"));
  const data = {
    ...noticeOf({ ...change, businessPhone }, change.entryTimeMs, value),
    metaEvent: textIn(value, "event"),
    oldLimit: textIn(value, "old_limit"),
    currentLimit: textIn(value, "current_limit"),
    maxDailyConversationsPerBusiness: textIn(value, "max_daily_conversations_per_business"),
  };
  return [eventOf({ ...accountEvent(change, value), type: "phone_number.quality_updated", data })];
}

/** `account_update`. Where it is about another account, the entry is a business portfolio. */
export function readAccountUpdate(change: Change, value: WrittenJson): SourceEvent[] {
  const wabaId = idIn(value.member("waba_info"), "waba_id") ?? change.wabaId;
  const data = {
    ...noticeOf({ ...change, wabaId }, change.entryTimeMs, value),
    metaEvent: textIn(value, "event"),
    country: textIn(value, "country"),
    restrictionInfo: passedOn(value.member("restriction_info")),
    violationInfo: passedOn(value.member("violation_info")),
    banInfo: passedOn(value.member("ban_info")),
    wabaInfo: passedOn(value.member("waba_info")),
    disconnectionInfo: passedOn(value.member("disconnection_info")),
    volumeTierInfo: passedOn(value.member("volume_tier_info")),
  };
  return [eventOf({ ...accountEvent(change, value), type: "account.updated", data })];
}

/** `account_alerts`; some senders have its members flat. */
export function readAccountAlert(change: Change, value: WrittenJson): SourceEvent[] {
  const info = value.member("alert_info");
  const read = (name: string) => textIn(info, name) ?? textIn(value, name);
  const data = {
    ...noticeOf(change, change.entryTimeMs, value),
    entityType: textIn(value, "entity_type"),
    entityId: idIn(value, "entity_id"),
    alertSeverity: read("alert_severity"),
    alertStatus: read("alert_status"),
    alertType: read("alert_type"),
    alertDescription: read("alert_description"),
  };
  return [eventOf({ ...accountEvent(change, value), type: "account.alert", data })];
}
