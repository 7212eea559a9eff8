import type { Endpoint } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Lets what is pending at a paused endpoint go on. */
export async function resumeEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
): Promise<Endpoint> {
  const nowMs = context.clock.now();
  const { endpoint, work } = await context.store.resumeEndpoint(organizationId, reference, nowMs);
  context.nudge(work);
  return endpoint;
}
