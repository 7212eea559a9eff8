import type { KeyIdentity } from "../../src/domain/api-key.ts";
import type { OrganizationId } from "../../src/domain/id.ts";
import { defaultOrganizationSettings, type Organization } from "../../src/domain/organization.ts";
import { tokenHash } from "../../src/operations/api-key-token.ts";
import type { Store } from "../../src/store/store.ts";

export const defaultOrganization: Organization = {
  id: "org_default" as OrganizationId,
  uid: "default",
  name: "default",
  settings: defaultOrganizationSettings,
  createdAt: "2026-05-13T12:46:25.000Z",
  updatedAt: "2026-05-13T12:46:25.000Z",
};

/** A key's identity; an operator's unless told otherwise. */
export function aKeyIdentity(overrides: Partial<KeyIdentity> = {}): KeyIdentity {
  return {
    id: "key_1",
    name: "test key",
    role: "operator",
    organizationId: null,
    expiresAtMs: null,
    ...overrides,
  };
}

/** A store that knows organizations and keys and nothing else: for what happens before any other verb is called. */
export function aKeyStore(
  keys: Record<string, KeyIdentity>,
  organizations: readonly Organization[] = [defaultOrganization],
  more: Partial<Store> = {},
): Store {
  const byHash = new Map(Object.entries(keys).map(([token, key]) => [tokenHash(token), key]));
  return {
    findKeyByHash: async (hash: string) => byHash.get(hash) ?? null,
    findOrganization: async (reference: string) =>
      organizations.find(({ id, uid }) => id === reference || uid === reference) ?? null,
    ...more,
  } as Store;
}
