import type { OrganizationId } from "../domain/id.ts";
import type { OperationContext } from "./context.ts";

/** Takes away what an event and its attempts hold of somebody's data. */
export async function eraseEvent(
  context: OperationContext,
  organizationId: OrganizationId,
  eventId: string,
): Promise<void> {
  context.nudge(await context.store.eraseEvent(organizationId, eventId, context.clock.now()));
}
