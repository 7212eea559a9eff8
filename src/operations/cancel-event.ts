import type { Event } from "../domain/event.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { OperationContext } from "./context.ts";

/** Ends every pending delivery of an event without sending it. */
export async function cancelEvent(
  context: OperationContext,
  organizationId: OrganizationId,
  eventId: string,
): Promise<Event> {
  const { event, work } = await context.store.cancelEvent(organizationId, eventId, context.clock.now());
  context.nudge(work);
  return event;
}
