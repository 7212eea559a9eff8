import { AppError, validationFailed } from "../domain/app-error.ts";
import { defaultOrganizationUid, type Organization } from "../domain/organization.ts";
import type { OrganizationPatch } from "../domain/organization-input.ts";
import { allows } from "../domain/permission.ts";
import type { Reference } from "../store/reference.ts";
import type { Caller } from "./caller.ts";
import type { OperationContext } from "./context.ts";
import { patchSettings } from "./organization-settings.ts";
import { requireOwnOrganization } from "./require-organization.ts";

/** Changes a tenant's name and settings, and for an operator its uid. */
export async function updateOrganization(
  context: OperationContext,
  caller: Caller,
  reference: Reference,
  patch: OrganizationPatch,
): Promise<Organization> {
  const { id } = await requireOwnOrganization(context.store, caller, reference);
  const change = (current: Organization) => {
    const { uid = current.uid, name = current.name, settings = {} } = patch;
    if (uid !== current.uid) requireRenamable(current, caller);
    return { uid, name, settings: patchSettings(current.settings, settings, { caller, instance: context }) };
  };
  return context.store.updateOrganization(id, change, context.clock.now());
}

/** uids are the instance's: an owner who could choose them would learn which ones others have. */
function requireRenamable({ uid }: Organization, { key }: Caller): void {
  if (!allows("operate", key.role)) {
    const message = "can be changed by an operator alone";
    throw new AppError("forbidden", `uid ${message}. Ask whoever runs this Posthorn.`, {
      errors: [{ path: "uid", message }],
    });
  }
  if (uid === defaultOrganizationUid) {
    const message = `must stay: "${defaultOrganizationUid}" is what operators work in when they name no organization`;
    throw validationFailed([{ path: "uid", message }]);
  }
}
