import type { Endpoint } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Stops sending to an endpoint and cancels what is pending. */
export async function disableEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
): Promise<Endpoint> {
  const nowMs = context.clock.now();
  const { endpoint, work } = await context.store.disableEndpoint(organizationId, reference, "manual", nowMs);
  context.nudge(work);
  return endpoint;
}
