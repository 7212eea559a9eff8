import type { Endpoint } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Holds an endpoint with all that is pending; events still get their deliveries. */
export async function pauseEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
): Promise<Endpoint> {
  const nowMs = context.clock.now();
  const { endpoint, work } = await context.store.pauseEndpoint(organizationId, reference, nowMs);
  context.nudge(work);
  return endpoint;
}
