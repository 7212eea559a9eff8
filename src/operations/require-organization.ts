import { organizationNotFound } from "../domain/app-error.ts";
import type { Organization } from "../domain/organization.ts";
import type { Reference } from "../store/reference.ts";
import type { Store } from "../store/store.ts";
import type { Caller } from "./caller.ts";

type OrganizationStore = Pick<Store, "findOrganization">;

/** The organization by id or uid. Throws `not_found` where there is none (any more). */
export async function requireOrganization(
  store: OrganizationStore,
  reference: Reference,
): Promise<Organization> {
  const organization = await store.findOrganization(reference);
  if (organization === null) throw organizationNotFound(reference);
  return organization;
}

/** The same, where it is the caller's own; an operator's are all. */
export async function requireOwnOrganization(
  store: OrganizationStore,
  { key }: Caller,
  reference: Reference,
): Promise<Organization> {
  const organization = await requireOrganization(store, reference);
  if (key.organizationId === null || key.organizationId === organization.id) return organization;
  throw organizationNotFound(reference);
}
