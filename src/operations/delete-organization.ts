import { validationFailed } from "../domain/app-error.ts";
import { defaultOrganizationUid } from "../domain/organization.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";
import { requireOrganization } from "./require-organization.ts";

/**
 * Removes a tenant with everything that is its own: at once for everybody outside, in small steps on the disk.
 * @param confirm its uid or id once more, so that nothing goes by a slip
 */
export async function deleteOrganization(
  context: OperationContext,
  reference: Reference,
  confirm: string | null,
): Promise<void> {
  const { id, uid } = await requireOrganization(context.store, reference);
  if (uid === defaultOrganizationUid) {
    const message = `names the organization "${defaultOrganizationUid}", which cannot be deleted`;
    throw validationFailed([{ path: "id", message }]);
  }
  if (confirm !== id && (uid === null || confirm !== uid)) {
    const message = `must be the organization's ${uid === null ? "id" : "uid or id"}: its endpoints, events, history and keys are deleted for good`;
    throw validationFailed([{ path: "confirm", message }]);
  }
  context.nudge(await context.store.deleteOrganization(id, context.clock.now()));
}
