import type { Delivery } from "../domain/delivery.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { OperationContext } from "./context.ts";

/** Sends a delivery's event to its endpoint once more; a pending delivery is only made due now. */
export async function resendDelivery(
  context: OperationContext,
  organizationId: OrganizationId,
  deliveryId: string,
): Promise<{ delivery: Delivery; isNew: boolean }> {
  const { delivery, isNew, work } = await context.store.resendDelivery(organizationId, deliveryId, {
    newDeliveryId: context.newId("delivery"),
    nowMs: context.clock.now(),
  });
  context.nudge(work);
  return { delivery, isNew };
}
