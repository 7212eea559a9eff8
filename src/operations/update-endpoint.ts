import type { Endpoint, EndpointPatch } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";
import { patchSpec } from "./endpoint-spec.ts";
import { requireUsableUrl } from "./endpoint-url-check.ts";
import { newSigningSecret } from "./new-signing-secret.ts";

/** Changes what an endpoint is told to do. Another signature scheme takes a new secret, and ends the old ones at once. */
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
    (current) => {
      const spec = patchSpec(current, patch);
      const { scheme } = spec.signing;
      return scheme === current.signing.scheme
        ? spec
        : { ...spec, newSecret: newSigningSecret(context.random, scheme) };
    },
    context.clock.now(),
  );
  context.nudge(work);
  return endpoint;
}
