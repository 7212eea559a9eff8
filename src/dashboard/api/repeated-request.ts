import type { Middleware } from "openapi-fetch";
import { systemClock } from "../../platform/clock.ts";

/** Who asks the same later than this means it once more, ms. */
const keptMs = 600_000;

/** Keys of requests whose reply never came, and how long they hold, by what they asked. */
const unanswered = new Map<string, { key: string; untilMs: number }>();

/** What a request that is under way asks, and its key. */
const underWay = new WeakMap<Request, { asked: string; key: string }>();

/**
 * Gives every POST an `Idempotency-Key`. One whose reply was lost may have been done: pressed again with the same
 * words it carries the same key, so that the server answers it again and does not do it twice.
 */
export const sendOnce: Middleware = {
  async onRequest({ request, schemaPath }) {
    if (request.method !== "POST" || schemaPath === "/api/v1/session") return undefined;
    const organization = request.headers.get("X-Organization") ?? "";
    const body = await request.text();
    const asked = [organization, request.url, body].join("\n");
    const before = unanswered.get(asked);
    const key = before !== undefined && systemClock.now() < before.untilMs ? before.key : newKey();
    unanswered.delete(asked);
    // Reading has used up the body.
    const sent = body === "" ? request : new Request(request, { body });
    sent.headers.set("Idempotency-Key", key);
    underWay.set(sent, { asked, key });
    return sent;
  },
  onResponse({ request, response }) {
    // What a proxy says of a server that it cannot reach; and what the server says while it is still at it.
    if (response.status >= 500 || response.status === 409) keep(request);
  },
  onError({ request }) {
    keep(request);
  },
};

function keep(request: Request): void {
  const sent = underWay.get(request);
  if (sent !== undefined) unanswered.set(sent.asked, { key: sent.key, untilMs: systemClock.now() + keptMs });
}

/** `randomUUID` is there on HTTPS alone. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}
