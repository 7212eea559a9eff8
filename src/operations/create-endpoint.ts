import type { CreatedEndpoint, EndpointInput } from "../domain/endpoint.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { OperationContext } from "./context.ts";
import { specOf } from "./endpoint-spec.ts";
import { requireUsableUrl } from "./endpoint-url-check.ts";
import { givenOrNewSecret } from "./new-signing-secret.ts";

/** Makes an endpoint and returns it with its signing secret. */
export async function createEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  input: EndpointInput,
): Promise<CreatedEndpoint> {
  requireUsableUrl(context, input.url);
  const spec = specOf(input);
  const secret = givenOrNewSecret(context.random, spec.signing.scheme, input.secret);
  const { endpoint, publicKey, work } = await context.store.createEndpoint(organizationId, {
    id: context.newId("endpoint"),
    spec,
    secret,
    nowMs: context.clock.now(),
    endpointsMax: context.endpointsMax,
  });
  context.nudge(work);
  return { ...endpoint, secret, ...(publicKey === null ? {} : { publicKey }) };
}
