import type { SourceEvent } from "../../domain/source-event.ts";
import { toIso, toIsoOrNull } from "../../domain/time.ts";
import { unmapped } from "./change.ts";
import type { ContactIds } from "./contacts.ts";
import { eventOf } from "./draft.ts";
import { idIn, textIn } from "./fields.ts";
import { type Item, type ItemSurroundings, isItem, itemOf, knownOf, numberKeyOf } from "./item.ts";
import { problemsIn } from "./problem.ts";
import { passedOn } from "./verbatim.ts";
import type { WrittenJson } from "./written-json.ts";

const typeOfStatus = new Map<
  string,
  "message.sent" | "message.delivered" | "message.read" | "message.played"
>([
  ["sent", "message.sent"],
  ["delivered", "message.delivered"],
  ["read", "message.read"],
  ["played", "message.played"],
]);

/** Those that the second catalogue reports. */
const reported: ReadonlySet<string> = new Set(["sent", "delivered", "read", "failed"]);

/** "The recipient has chosen to stop receiving marketing messages." */
const optedOutCode = 131_050;

/** What became of a message that the business sent. Statuses come late, repeated and out of order; each is an event. */
export function eventsOfStatus(json: WrittenJson, surroundings: ItemSurroundings): SourceEvent[] {
  const group = isOfGroup(json) ? idIn(json, "recipient_id") : null;
  const participant = idIn(json, "recipient_participant_id") ?? idIn(json, "participant_recipient_id");
  const item = itemOf(json, surroundings, recipientOf(json, { group, participant }));
  if (!isItem(item)) return [item];
  const status = textIn(json, "status")?.toLowerCase() ?? null;
  if (status === null)
    return [unmapped(item.change, json, { ...knownOf(item), reason: "The status has no name." })];
  const told = `${item.id}:${status}${participant === null ? "" : `:${participant}`}`;
  const event = eventOfStatus(json, { item, status, group, told });
  const isReported = item.change.rules.wanted.has("message.report") && reported.has(status);
  return isReported ? [event, reportOf(item, status, told)] : [event];
}

function eventOfStatus(
  json: WrittenJson,
  { item, status, group, told }: { item: Item; status: string; group: string | null; told: string },
): SourceEvent {
  const dedupKey = `wa:status:${numberKeyOf(item.change)}:${told}`;
  const data = { ...item.notice, ...statusData(json, item), status, groupId: group };
  const event = { dedupKey, timestampMs: item.timestampMs };
  if (status === "failed") {
    const errors = problemsIn(json) ?? [];
    const recipientOptedOut = errors.some(({ code }) => code === optedOutCode);
    const [error = null] = errors;
    return eventOf({ ...event, type: "message.failed", data: { ...data, error, recipientOptedOut } });
  }
  const type = typeOfStatus.get(status);
  if (type !== undefined) return eventOf({ ...event, type, data });
  const reason = `The status ${status.slice(0, 100)} is unknown.`;
  return unmapped(item.change, json, { ...knownOf(item), reason, dedupKey });
}

function isOfGroup(json: WrittenJson): boolean {
  return textIn(json, "recipient_type") === "group";
}

function recipientOf(
  json: WrittenJson,
  { group, participant }: { group: string | null; participant: string | null },
): ContactIds {
  return {
    waId: participant ?? (group === null ? idIn(json, "recipient_id") : null),
    userId: idIn(json, "recipient_user_id"),
    // Meta's pages spell it in both ways.
    parentUserId: idIn(json, "recipient_parent_user_id") ?? idIn(json, "parent_recipient_user_id"),
  };
}

function statusData(json: WrittenJson, { notice }: Item) {
  const conversation = json.member("conversation");
  return {
    to: notice.contact.phone ?? notice.contact.userId,
    callbackData: textIn(json, "biz_opaque_callback_data"),
    // Of messages to groups it is nested.
    pricing: passedOn(json.member("pricing") ?? conversation?.member("pricing") ?? null),
    conversation: passedOn(conversation),
  };
}

/** The second catalogue's one type for all statuses. */
function reportOf(
  { json, id, change, notice, occurredAtMs, timestampMs }: Item,
  status: string,
  told: string,
) {
  const failure = status === "failed" ? { error: problemsIn(json)?.[0] ?? null } : {};
  return eventOf({
    type: "message.report",
    dedupKey: `wa:compat:status:${numberKeyOf(change)}:${told}`,
    data: {
      recipient: { customer_id: id, phone_number: notice.contact.phone },
      status: status.toUpperCase(),
      reported_at: toIso(change.rules.receivedAtMs),
      timestamp: toIsoOrNull(occurredAtMs),
      ...failure,
    },
    timestampMs,
  });
}
