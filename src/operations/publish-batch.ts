import { AppError } from "../domain/app-error.ts";
import type { PublishInput } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { BatchResult, NewEvent } from "../store/event-verbs.ts";
import type { OperationContext } from "./context.ts";
import { newEventOf, requireSpace } from "./publish-event.ts";

/** One event of a batch, with the JSON text of its data as the producer wrote it; or why it cannot be one. */
export type BatchItem = { input: PublishInput; data: string } | { refusal: AppError };

/**
 * Stores many events in one transaction, each judged on its own, and hands them to the engine.
 * @param throttlePerHour null: all are due at once
 */
export async function publishBatch(
  context: OperationContext,
  organizationId: OrganizationId,
  items: readonly BatchItem[],
  throttlePerHour: number | null,
): Promise<BatchResult[]> {
  requireSpace(context);
  const nowMs = context.clock.now();
  const events = items.map((item) => ("refusal" in item ? item : eventOrRefusal(context, item, nowMs)));
  const spacingMs = throttlePerHour === null ? null : 3_600_000 / throttlePerHour;
  const { results, work } = await context.store.acceptEvents(organizationId, { events, spacingMs });
  context.nudge(work);
  context.meter.publishedBatch(results);
  return results;
}

function eventOrRefusal(
  context: OperationContext,
  { input, data }: Extract<BatchItem, { data: string }>,
  nowMs: number,
): NewEvent | { refusal: AppError } {
  try {
    return newEventOf(context, input, data, nowMs);
  } catch (error) {
    if (error instanceof AppError) return { refusal: error };
    throw error;
  }
}
