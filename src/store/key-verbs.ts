import type { ApiKey, KeyIdentity } from "../domain/api-key.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { Role } from "../domain/role.ts";

export interface KeyVerbs {
  /** On data that has no organization yet: makes `default` and the first operator key. Says whether it did. */
  initialize(first: { organizationId: string; key: NewKey }): Promise<{ created: boolean }>;
  /** The key whose token has this SHA-256 (hex), or null. Expiry is the caller's to judge. */
  findKeyByHash(hash: string): Promise<KeyIdentity | null>;
  /** Notes that a key was used; written at most once a minute a key. */
  touchKey(keyId: string, nowMs: number): Promise<void>;
  /** Keys of the organization; with a null organization those of the instance (operators). */
  listKeys(organizationId: OrganizationId | null, page: PageRequest): Promise<Page<ApiKey>>;
  createKey(organizationId: OrganizationId | null, key: NewKey): Promise<ApiKey>;
  /** A key by id; operators' keys are found with a null organization only. */
  getKey(organizationId: OrganizationId | null, keyId: string): Promise<ApiKey>;
  /** Makes the successor and lets the old key expire at `oldExpiresAtMs` (at once, if that is now). */
  rotateKey(
    organizationId: OrganizationId | null,
    keyId: string,
    successor: Pick<NewKey, "id" | "hash" | "prefix" | "nowMs">,
    oldExpiresAtMs: number,
  ): Promise<ApiKey>;
  revokeKey(organizationId: OrganizationId | null, keyId: string): Promise<void>;
}

export interface NewKey {
  id: string;
  name: string;
  role: Role;
  /** SHA-256 of the token, hex. */
  hash: string;
  prefix: string;
  expiresAtMs: number | null;
  nowMs: number;
}
