import { api, read } from "../../api/client.ts";
import type { PublishedEvent } from "../../api/shapes.ts";
import { formatTime } from "../../parts/format.ts";
import { jsonObjectFault } from "../../parts/json-editor.tsx";
import { toIso } from "../../parts/local-time.ts";

/** An event as the form has it: texts, and times of the clock on the wall. Empty is: left out. */
export interface Draft {
  type: string;
  data: string;
  id: string;
  timestamp: string;
  deliverAt: string;
  tags: string[];
  endpointIds: string[];
}

export const emptyDraft: Draft = {
  type: "",
  data: "{}",
  id: "",
  timestamp: "",
  deliverAt: "",
  tags: [],
  endpointIds: [],
};

export const draftFields = Object.keys(emptyDraft) as (keyof Draft)[];

/** What is wrong before anything is sent. The rest says the API. */
export function draftErrors({ type, data }: Draft): Partial<Record<keyof Draft, string>> {
  const fault =
    data.trim() === "" ? "Write a JSON object; {} if there is nothing to say." : jsonObjectFault(data);
  return {
    ...(type === "" ? { type: "Choose a type, or write one of your own." } : {}),
    ...(fault === null ? {} : { data: fault }),
  };
}

/** Publishes it. The data goes out as it was written: printed again, large numbers would be rounded. */
export function publishDraft(draft: Draft): Promise<PublishedEvent> {
  const rest = {
    type: draft.type,
    id: draft.id === "" ? undefined : draft.id,
    timestamp: toIso(draft.timestamp) ?? undefined,
    deliverAt: toIso(draft.deliverAt) ?? undefined,
    tags: draft.tags.length === 0 ? undefined : draft.tags,
    endpointIds: draft.endpointIds.length === 0 ? undefined : draft.endpointIds,
  };
  const text = `{"data":${draft.data},${JSON.stringify(rest).slice(1)}`;
  return read(api.POST("/api/v1/events", { body: { ...rest, data: {} }, bodySerializer: () => text }));
}

/** What is set of the options, for who has them folded. */
export function optionsInWords({ id, timestamp, deliverAt, tags, endpointIds }: Draft): string {
  const at = toIso(deliverAt);
  const words = [
    at === null ? "sent at once" : `sent ${formatTime(at)}`,
    endpointIds.length === 0 ? "to all that subscribe" : `to ${endpointIds.length} chosen`,
    ...(tags.length === 0 ? [] : [tags.length === 1 ? "1 tag" : `${tags.length} tags`]),
    ...(id === "" ? [] : ["own id"]),
    ...(timestamp === "" ? [] : ["own time"]),
  ];
  return words.join(", ");
}
