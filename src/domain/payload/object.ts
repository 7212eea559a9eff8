import type { EventContent } from "../event.ts";
import type { PayloadSettings } from "../organization.ts";

/** `data` under `data.object`, with the organization's `api_version` and `liveMode` beside it. */
export function renderObject(event: EventContent, settings: PayloadSettings): string {
  const { id, type, createdAtMs, data } = event;
  const apiVersion = JSON.stringify(settings.apiVersion);
  const createdAt = Math.floor(createdAtMs / 1000);
  return `{"id":"${id}","type":"${type}","api_version":${apiVersion},"created_at":${createdAt},"liveMode":${settings.liveMode},"data":{"object":${data}}}`;
}
