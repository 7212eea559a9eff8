import type { Delivery } from "../domain/delivery.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { OperationContext } from "./context.ts";

/** Ends a pending delivery without sending it. */
export async function cancelDelivery(
  context: OperationContext,
  organizationId: OrganizationId,
  deliveryId: string,
): Promise<Delivery> {
  const { delivery, work } = await context.store.cancelDelivery(
    organizationId,
    deliveryId,
    context.clock.now(),
  );
  context.nudge(work);
  return delivery;
}
