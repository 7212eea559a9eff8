import type { SourceEvent } from "../../domain/source-event.ts";
import { eventOf } from "./draft.ts";
import { idIn } from "./fields.ts";
import { type ItemSurroundings, isItem, itemOf, numberKeyOf } from "./item.ts";
import { messageData, messageTypeOf } from "./message-content.ts";
import type { WrittenJson } from "./written-json.ts";

/** A message that the business sent with the phone's own app: neither received nor sent through the API. */
export function eventsOfEcho(json: WrittenJson, surroundings: ItemSurroundings): SourceEvent[] {
  const item = itemOf(json, surroundings, {
    waId: idIn(json, "to"),
    userId: idIn(json, "to_user_id"),
    parentUserId: idIn(json, "to_parent_user_id"),
  });
  if (!isItem(item)) return [item];
  const { id, change, notice, timestampMs } = item;
  const to = notice.contact.phone ?? notice.contact.userId;
  return [
    eventOf({
      type: "message.echoed",
      dedupKey: `wa:echo:${numberKeyOf(change)}:${id}`,
      data: { ...notice, to, message: messageData(json, { id, type: messageTypeOf(json) }) },
      timestampMs,
    }),
  ];
}
