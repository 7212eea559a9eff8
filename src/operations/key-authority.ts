import type { ApiKey } from "../domain/api-key.ts";
import { AppError } from "../domain/app-error.ts";
import type { OrganizationId } from "../domain/id.ts";
import { allows, type Permission } from "../domain/permission.ts";
import type { Role } from "../domain/role.ts";
import type { Store } from "../store/store.ts";
import type { Caller } from "./caller.ts";

/** What one must hold to make, rotate or revoke a key of the role: nobody hands out more than they have. */
const neededFor: Record<Role, Permission> = {
  viewer: "administer",
  publisher: "administer",
  admin: "administer",
  owner: "own",
  operator: "operate",
};

/** Throws `forbidden` unless the caller may manage keys of the role. */
export function requireAuthorityOver(caller: Caller, role: Role): void {
  if (allows(neededFor[role], caller.key.role)) return;
  throw new AppError(
    "forbidden",
    `A key with the role "${caller.key.role}" cannot manage keys with the role "${role}". Use a key with the role "${role}".`,
  );
}

/** Operators' keys belong to the instance, all others to the caller's organization. */
export function ownerOfKeys(caller: Caller, role: Role): OrganizationId | null {
  return role === "operator" ? null : caller.organizationId;
}

/** A key that the caller may manage, and whose it is. An operator finds the keys of the instance as well. */
export async function findManagedKey(
  store: Store,
  caller: Caller,
  keyId: string,
): Promise<{ key: ApiKey; organizationId: OrganizationId | null }> {
  const organizationId = await whoseKey(store, caller, keyId);
  const key = await store.getKey(organizationId, keyId);
  requireAuthorityOver(caller, key.role);
  return { key, organizationId };
}

async function whoseKey(store: Store, caller: Caller, keyId: string): Promise<OrganizationId | null> {
  if (caller.key.role !== "operator") return caller.organizationId;
  try {
    await store.getKey(null, keyId);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return caller.organizationId;
    throw error;
  }
}
