import { organizationNotFound } from "../domain/app-error.ts";
import type { Organization } from "../domain/organization.ts";
import type { Reference } from "../store/reference.ts";
import type { Store } from "../store/store.ts";

/** The organization by id or uid. Throws `not_found` where there is none (any more). */
export async function requireOrganization(
  store: Pick<Store, "findOrganization">,
  reference: Reference,
): Promise<Organization> {
  const organization = await store.findOrganization(reference);
  if (organization === null) throw organizationNotFound(reference);
  return organization;
}
