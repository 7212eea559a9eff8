import type { EventContent } from "../event.ts";
import { toIso } from "../time.ts";

/** Standard Webhooks: `{"id","type","timestamp","data"}`, `data` byte for byte as published. */
export function renderStandard(event: EventContent): string {
  const { id, type, timestampMs, data } = event;
  return `{"id":"${id}","type":"${type}","timestamp":"${toIso(timestampMs)}","data":${data}}`;
}
