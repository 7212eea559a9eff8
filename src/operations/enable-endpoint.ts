import type { Endpoint } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Lets an endpoint receive again, with fresh counters. What was canceled stays canceled, unless it is recovered. */
export async function enableEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
  { recover = false }: { recover?: boolean | undefined },
): Promise<Endpoint> {
  const { endpoint, work } = await context.store.enableEndpoint(
    organizationId,
    reference,
    context.clock.now(),
    recover ? { taskId: context.newId("task") } : null,
  );
  context.nudge(work);
  return endpoint;
}
