import type { EventContent } from "./event.ts";

/**
 * The headers of a request that do not depend on its moment or on the endpoint. `X-Posthorn-*` are unsigned: for
 * routing, and for payloads that do not name the type.
 */
export function fixedHeaders(
  event: Pick<EventContent, "id" | "type">,
  options: { attemptNumber: number; version: string },
): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": `Posthorn/${options.version}`,
    "x-posthorn-event": event.type,
    "x-posthorn-attempt": String(options.attemptNumber),
    "webhook-id": event.id,
  };
}
