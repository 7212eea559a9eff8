import { createHash } from "node:crypto";
import { requestBodyBytesMax } from "../domain/source.ts";
import type { SourceEvent } from "../domain/source-event.ts";
import type { InboundRequest, Reading, SourceReply } from "../sources/source-adapter.ts";
import { sourceAdapters } from "../sources/source-adapters.ts";
import type { InboundSource, NewSourceRequest } from "../store/source-verbs.ts";
import type { OperationContext } from "./context.ts";
import { requireSpace } from "./publish-event.ts";
import type { Arrival } from "./refuse-request.ts";

/** Events that one transaction stores, with a key and a delivery or more each. */
const eventsPerStep = 250;

/**
 * Stores what a verified request means, and says what the sender gets. The reply leaves when all of it is on disk: a
 * request of many events is stored in steps, and one that breaks off between them is sent again, where the keys of the
 * events tell what is there already. What stands for the whole of it comes last.
 */
export async function receiveRequest(
  context: OperationContext,
  inbound: InboundSource,
  { request, arrival }: { request: InboundRequest; arrival: Arrival },
): Promise<SourceReply> {
  const { source } = inbound;
  const adapter = sourceAdapters[source.kind];
  const bodyKey = adapter.sameBody === "repeat" && request.body.length > 0 ? bodyKeyOf(request.body) : null;
  const logged: NewSourceRequest = {
    ...arrival,
    verdict: null,
    reason: null,
    body: null,
    made: [],
    repeated: [],
  };
  if (bodyKey !== null && (await context.store.isKnown(source.id, bodyKey))) {
    requireSpace(context);
    const reason = "The same body came before.";
    await storeLast(context, inbound, {
      events: [],
      bodyKey,
      request: { ...logged, verdict: "duplicate", reason },
    });
    return adapter.reply(source.config);
  }
  const wanted = await context.store.findNamedTypes(inbound.organizationId, adapter.namedTypes);
  const reading = adapter.read(request, { sourceId: source.id, config: source.config, wanted });
  if (reading.kind === "answered") return answer(context, inbound, reading, logged);
  requireSpace(context);
  await storeAll(context, inbound, reading.events, {
    bodyKey,
    request: { ...logged, body: loggedBody(request.body) },
  });
  return adapter.reply(source.config);
}

/**
 * A handshake shows nothing of signatures: it ends no run of refusals. Nothing comes of it that would have to be stored,
 * so it is answered while there is no room for more than the answer.
 */
async function answer(
  context: OperationContext,
  { source }: InboundSource,
  { reply }: Extract<Reading, { kind: "answered" }>,
  request: NewSourceRequest,
): Promise<SourceReply> {
  const reason = "A handshake, which was answered.";
  if (context.publishingRefusal() === null) {
    await context.store.receiveEvents(source.id, {
      events: [],
      bodyKey: null,
      request: { ...request, verdict: "accepted", reason },
      nowMs: context.clock.now(),
    });
  }
  context.inbound.meter.received("accepted", 0);
  return reply;
}

interface Intake {
  bodyKey: string | null;
  request: NewSourceRequest;
}

async function storeAll(
  context: OperationContext,
  inbound: InboundSource,
  events: readonly SourceEvent[],
  { bodyKey, request }: Intake,
): Promise<void> {
  const nowMs = context.clock.now();
  const end = Math.max(0, Math.ceil(events.length / eventsPerStep) - 1) * eventsPerStep;
  const steps: Promise<{ made: string[]; repeated: string[] }>[] = [];
  for (let at = 0; at < end; at += eventsPerStep) {
    const some = events.slice(at, at + eventsPerStep);
    steps.push(storeSome(context, inbound, { events: some, bodyKey: null, request: null, nowMs }));
  }
  const before = await Promise.all(steps);
  const made = before.flatMap((step) => step.made);
  const repeated = before.flatMap((step) => step.repeated);
  await storeLast(context, inbound, {
    events: events.slice(end),
    bodyKey,
    request: { ...request, made, repeated },
  });
}

/** The end of a request: with it the whole is acknowledged. */
async function storeLast(
  context: OperationContext,
  inbound: InboundSource,
  received: Intake & { events: readonly SourceEvent[] },
): Promise<void> {
  const { request } = received;
  const stored = await storeSome(context, inbound, { ...received, nowMs: context.clock.now() });
  const madeCount = request.made.length + stored.made.length;
  const isRepetition = madeCount === 0 && request.repeated.length + stored.repeated.length > 0;
  context.inbound.runs.accepted(inbound.source.id);
  context.inbound.meter.received(request.verdict ?? (isRepetition ? "duplicate" : "accepted"), madeCount);
}

async function storeSome(
  context: OperationContext,
  { source }: InboundSource,
  received: Parameters<OperationContext["store"]["receiveEvents"]>[1],
): Promise<{ made: string[]; repeated: string[] }> {
  const { made, repeated, work } = await context.store.receiveEvents(source.id, received);
  context.nudge(work);
  return { made, repeated };
}

function bodyKeyOf(body: Uint8Array): string {
  return `body:${createHash("sha256").update(body).digest("hex")}`;
}

/** Cut at a character, so that no half of one is shown. */
function loggedBody(body: Uint8Array): string {
  let end = Math.min(body.length, requestBodyBytesMax);
  while (end > 0 && end < body.length && ((body[end] ?? 0) & 0xc0) === 0x80) end--;
  return Buffer.from(body.buffer, body.byteOffset, end).toString("utf8");
}
