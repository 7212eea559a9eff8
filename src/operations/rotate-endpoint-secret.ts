import type { OrganizationId } from "../domain/id.ts";
import type { EndpointSecret } from "../domain/signing-secret.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";
import { givenOrNewSecret } from "./new-signing-secret.ts";

/** Gives an endpoint a new signing secret; the old one keeps signing beside it for the grace period. */
export async function rotateEndpointSecret(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
  rotation: { gracePeriodSeconds: number; secret?: string | undefined },
): Promise<EndpointSecret> {
  const { secret, work } = await context.store.rotateSecret(organizationId, reference, {
    secretFor: (scheme) => givenOrNewSecret(context.random, scheme, rotation.secret),
    gracePeriodSeconds: rotation.gracePeriodSeconds,
    nowMs: context.clock.now(),
  });
  context.nudge(work);
  return secret;
}
