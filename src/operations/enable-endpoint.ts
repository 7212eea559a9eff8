import type { Endpoint } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Lets an endpoint receive again, with fresh counters. What was canceled stays canceled. */
export async function enableEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
): Promise<Endpoint> {
  const { endpoint, work } = await context.store.enableEndpoint(
    organizationId,
    reference,
    context.clock.now(),
  );
  context.nudge(work);
  return endpoint;
}
