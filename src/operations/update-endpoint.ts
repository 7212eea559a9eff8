import type { Endpoint, EndpointPatch } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";
import { patchSpec } from "./endpoint-spec.ts";
import { requireUsableUrl } from "./endpoint-url-check.ts";

/** Changes what an endpoint is told to do. */
export async function updateEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
  patch: EndpointPatch,
): Promise<Endpoint> {
  if (patch.url !== undefined) requireUsableUrl(context, patch.url);
  const { endpoint, work } = await context.store.updateEndpoint(
    organizationId,
    reference,
    (current) => patchSpec(current, patch),
    context.clock.now(),
  );
  context.nudge(work);
  return endpoint;
}
