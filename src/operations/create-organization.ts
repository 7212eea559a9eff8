import { defaultOrganizationSettings, type Organization } from "../domain/organization.ts";
import type { OrganizationInput } from "../domain/organization-input.ts";
import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";
import { patchSettings } from "./organization-settings.ts";

/** Makes a tenant. It has no keys yet: an operator makes the first one, with `X-Organization`. */
export async function createOrganization(
  context: OperationContext,
  caller: Caller,
  { name, uid = null, settings = {} }: OrganizationInput,
): Promise<Organization> {
  return context.store.createOrganization({
    id: context.newId("organization"),
    uid,
    name,
    settings: patchSettings(defaultOrganizationSettings, settings, { caller, instance: context }),
    nowMs: context.clock.now(),
  });
}
