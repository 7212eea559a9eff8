import type { EventContent } from "../event.ts";
import { membersOf } from "../json-text.ts";
import { toIso } from "../time.ts";

/**
 * `{"id","event","timestamp","data"}` for receivers that deduplicate on `data.id`: there it is always the event's id.
 * Every other member of `data` keeps its bytes and its place; a producer's own `id` becomes `objectId`, unless the
 * producer uses that name as well.
 */
export function renderEvent(event: EventContent): string {
  const { id, type, timestampMs, data } = event;
  const members = membersOf(data);
  const kept = members
    .filter(({ key }) => key !== "id")
    .map(({ keyStart, end }) => data.slice(keyStart, end));
  // Of duplicate keys the last one counts, as for every JSON parser.
  const ownId = members.findLast(({ key }) => key === "id");
  if (ownId !== undefined && !members.some(({ key }) => key === "objectId")) {
    kept.push(`"objectId":${data.slice(ownId.start, ownId.end)}`);
  }
  kept.push(`"id":"${id}"`);
  return `{"id":"${id}","event":"${type}","timestamp":"${toIso(timestampMs)}","data":{${kept.join(",")}}}`;
}
