import type { Delivery } from "../domain/delivery.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Sends an event once more: to the named endpoints, or to all that are subscribed now. */
export async function resendEvent(
  context: OperationContext,
  organizationId: OrganizationId,
  eventId: string,
  endpointReferences: readonly Reference[] | null,
): Promise<Delivery[]> {
  const nowMs = context.clock.now();
  const resend = { endpointReferences, nowMs };
  const { deliveries, work } = await context.store.resendEvent(organizationId, eventId, resend);
  context.nudge(work);
  return deliveries;
}
