import { AppError, validationFailed } from "../domain/app-error.ts";
import { deliverAheadMsMax, jsonDepthMax, type PublishedEvent, type PublishInput } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import { depthOf } from "../domain/json-text.ts";
import { fromIso } from "../domain/time.ts";
import type { NewEvent } from "../store/event-verbs.ts";
import type { OperationContext } from "./context.ts";

/** How long a caller should wait before publishing again to a full disk. */
const fullDiskRetrySeconds = 10;

/**
 * Stores an event and its deliveries and hands them to the engine.
 * @param data the JSON text of `input.data` as the producer wrote it: it is sent byte for byte
 */
export async function publishEvent(
  context: OperationContext,
  organizationId: OrganizationId,
  input: PublishInput,
  data: string,
): Promise<PublishedEvent> {
  requireSpace(context);
  const event = newEventOf(context, input, data, context.clock.now());
  const { published, work } = await context.store.acceptEvent(organizationId, event);
  context.nudge(work);
  context.meter.published(published);
  return published;
}

/** Throws `unavailable` while the disk is too full to take events. */
export function requireSpace(context: OperationContext): void {
  const refusal = context.publishingRefusal();
  if (refusal === null) return;
  throw new AppError("unavailable", refusal, { retryAfterSeconds: fullDiskRetrySeconds });
}

/** The event that an input means, completed; throws `validation_failed` for what its schema cannot know. */
export function newEventOf(
  { newId }: Pick<OperationContext, "newId">,
  input: PublishInput,
  data: string,
  nowMs: number,
): NewEvent {
  // A text this short cannot hold that many pairs of brackets.
  if (data.length > 2 * jsonDepthMax && depthOf(data) > jsonDepthMax) {
    throw validationFailed([
      { path: "data", message: `is nested deeper than ${jsonDepthMax} levels; flatten it` },
    ]);
  }
  return {
    id: input.id ?? newId("event"),
    type: input.type,
    data,
    timestampMs: input.timestamp === undefined ? nowMs : fromIso(input.timestamp),
    deliverAtMs: deliverAtOf(input, nowMs),
    endpointReferences: input.endpointIds ?? null,
    tags: input.tags ?? [],
    nowMs,
  };
}

/** A time that has passed is now. */
function deliverAtOf(input: PublishInput, nowMs: number): number | null {
  if (input.deliverAt === undefined) return null;
  const deliverAtMs = fromIso(input.deliverAt);
  if (deliverAtMs > nowMs + deliverAheadMsMax) {
    throw validationFailed([{ path: "deliverAt", message: "must be at most 30 days ahead" }]);
  }
  return deliverAtMs <= nowMs ? null : deliverAtMs;
}
