import type { CreatedEndpoint, EndpointInput } from "../domain/endpoint.ts";
import type { EndpointDefaults } from "../domain/endpoint-defaults.ts";
import type { OrganizationId } from "../domain/id.ts";
import { publicKeyOf } from "../domain/signing-secret.ts";
import type { OperationContext } from "./context.ts";
import { specOf } from "./endpoint-spec.ts";
import { requireUsableUrl } from "./endpoint-url-check.ts";
import { givenOrNewSecret } from "./new-signing-secret.ts";
import { requireOrganization } from "./require-organization.ts";

/** Makes an endpoint, with its organization's defaults where the input is silent, and returns it with its signing secret. */
export async function createEndpoint(
  context: OperationContext,
  organizationId: OrganizationId,
  input: EndpointInput,
): Promise<CreatedEndpoint> {
  requireUsableUrl(context, input.url);
  const { endpointDefaults } = (await requireOrganization(context.store, organizationId)).settings;
  const spec = specOf(withDefaults(input, endpointDefaults));
  const secret = givenOrNewSecret(context.random, spec.signing.scheme, input.secret);
  const publicKey = publicKeyOf(secret);
  const { endpoint, work } = await context.store.createEndpoint(organizationId, {
    id: context.newId("endpoint"),
    spec,
    secret,
    nowMs: context.clock.now(),
    endpointsMax: context.endpointsMax,
  });
  context.nudge(work);
  return { ...endpoint, secret, ...(publicKey === null ? {} : { publicKey }) };
}

/** Metadata merges by name; every other field of the input replaces the default whole. */
function withDefaults(input: EndpointInput, defaults: EndpointDefaults): EndpointInput {
  return { ...defaults, ...input, metadata: { ...defaults.metadata, ...input.metadata } };
}
