import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Removes an endpoint at once; its history goes in small steps afterwards. */
export async function deleteEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
): Promise<void> {
  context.nudge(await context.store.deleteEndpoint(organizationId, reference, context.clock.now()));
}
