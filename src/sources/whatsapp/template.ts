import type { SourceEvent } from "../../domain/source-event.ts";
import { toIsoOrNull } from "../../domain/time.ts";
import { type Change, genericKey, noticeOf } from "./change.ts";
import { eventOf } from "./draft.ts";
import { idIn, textIn, timeIn, valueIn } from "./fields.ts";
import { passedOn } from "./verbatim.ts";
import type { WrittenJson } from "./written-json.ts";

/** `message_template_status_update`: a template was approved, rejected, paused and so on. */
export function readTemplateStatus(change: Change, value: WrittenJson): SourceEvent[] {
  const metaEvent = textIn(value, "event");
  const disableInfo = value.member("disable_info");
  const data = {
    ...templateNotice(change, value),
    status: metaEvent?.toLowerCase() ?? null,
    metaEvent,
    reason: textIn(value, "reason"),
    rejection: objectOf(value.member("rejection_info"), ["reason", "recommendation"]),
    pause: objectOf(value.member("other_info"), ["title", "description"]),
    disabledAt: toIsoOrNull(dateIn(disableInfo, "disable_date")),
    disableDateRaw: idIn(disableInfo, "disable_date"),
  };
  return [eventOf({ ...accountEvent(change, value), type: "template.status_updated", data })];
}

/** `message_template_quality_update`. */
export function readTemplateQuality(change: Change, value: WrittenJson): SourceEvent[] {
  const data = {
    ...templateNotice(change, value),
    previousQualityScore: textIn(value, "previous_quality_score"),
    newQualityScore: textIn(value, "new_quality_score"),
  };
  return [eventOf({ ...accountEvent(change, value), type: "template.quality_updated", data })];
}

/** `template_category_update`. */
export function readTemplateCategory(change: Change, value: WrittenJson): SourceEvent[] {
  const data = {
    ...templateNotice(change, value),
    previousCategory: textIn(value, "previous_category"),
    newCategory: textIn(value, "new_category"),
    correctCategory: textIn(value, "correct_category"),
  };
  return [eventOf({ ...accountEvent(change, value), type: "template.category_updated", data })];
}

/** `message_template_components_update`. */
export function readTemplateComponents(change: Change, value: WrittenJson): SourceEvent[] {
  const data = {
    ...templateNotice(change, value),
    title: textIn(value, "message_template_title"),
    element: textIn(value, "message_template_element"),
    footer: textIn(value, "message_template_footer"),
    buttons: passedOn(value.member("message_template_buttons")),
  };
  return [eventOf({ ...accountEvent(change, value), type: "template.components_updated", data })];
}

/** What all events have that are about an account, a number, a template or a flow: they have no id of their own. */
export function accountEvent(change: Change, value: WrittenJson) {
  return {
    dedupKey: genericKey(change, value),
    timestampMs: change.entryTimeMs ?? change.rules.receivedAtMs,
  };
}

function templateNotice(change: Change, value: WrittenJson) {
  return {
    ...noticeOf(change, change.entryTimeMs, value),
    template: {
      id: idIn(value, "message_template_id"),
      name: textIn(value, "message_template_name"),
      language: textIn(value, "message_template_language"),
      category: textIn(value, "message_template_category"),
    },
  };
}

function objectOf<Name extends string>(
  json: WrittenJson | null,
  names: readonly Name[],
): Record<Name, string | null> | null {
  if (typeof json?.value !== "object" || json.value === null) return null;
  return Object.fromEntries(names.map((name) => [name, textIn(json, name)])) as Record<Name, string | null>;
}

const months = "january february march april may june july august september october november december";

/** Unix seconds, or `January 31, 2021`. */
function dateIn(json: WrittenJson | null, name: string): number | null {
  const value = valueIn(json, name);
  const words =
    typeof value === "string" ? /^([A-Za-z]{3,9}) (\d{1,2}), (\d{4})$/.exec(value.slice(0, 40)) : null;
  if (words === null) return timeIn(json, name);
  const [, month = "", day, year] = words;
  const index = months.split(" ").findIndex((one) => one.startsWith(month.toLowerCase()));
  return index === -1 ? null : Date.UTC(Number(year), index, Number(day));
}
