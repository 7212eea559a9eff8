import type { KeyIdentity } from "../domain/api-key.ts";
import { AppError } from "../domain/app-error.ts";
import { assert } from "../domain/assert.ts";
import type { OrganizationId } from "../domain/id.ts";
import { defaultOrganizationUid } from "../domain/organization.ts";
import { allows, type Permission, rolesWith } from "../domain/role.ts";
import { tokenHash } from "../operations/api-key-token.ts";
import type { Caller } from "../operations/caller.ts";
import type { Clock } from "../platform/clock.ts";
import type { Store } from "../store/store.ts";
import type { Exchange } from "./exchange.ts";
import type { FailedAuthentication } from "./failed-authentication.ts";

const organizationHeader = "x-organization";

/** Finds out who asks and in which organization, or throws what keeps the request out. */
export interface Authenticator {
  keyOf(request: Request, exchange: Exchange): Promise<KeyIdentity>;
  callerOf(request: Request, key: KeyIdentity): Promise<Caller>;
}

export function createAuthenticator({
  store,
  clock,
  failedAuthentication,
}: {
  store: Pick<Store, "findKeyByHash" | "findOrganization">;
  clock: Clock;
  failedAuthentication: FailedAuthentication;
}): Authenticator {
  /** `default` cannot be deleted, so its id never changes. */
  let defaultId: OrganizationId | null = null;

  async function operatorsOrganization(request: Request): Promise<OrganizationId> {
    const reference = request.headers.get(organizationHeader);
    if (reference === null && defaultId !== null) return defaultId;
    const organization = await store.findOrganization(reference ?? defaultOrganizationUid);
    if (organization !== null) {
      if (reference === null) defaultId = organization.id;
      return organization.id;
    }
    assert(reference !== null, `there is an organization "${defaultOrganizationUid}"`);
    throw new AppError(
      "not_found",
      `There is no organization "${reference}". Check the header X-Organization.`,
    );
  }

  /** A tenant's key may name its own organization, so that a client can send the header always. */
  async function tenantsOrganization(request: Request, ownId: OrganizationId): Promise<OrganizationId> {
    const reference = request.headers.get(organizationHeader);
    if (reference === null || reference === ownId) return ownId;
    if ((await store.findOrganization(reference))?.id === ownId) return ownId;
    throw new AppError(
      "forbidden",
      "This API key belongs to another organization. Leave the header X-Organization out.",
    );
  }

  return {
    async keyOf(request, exchange) {
      const token = bearerToken(request.headers.get("authorization"));
      const key = token === null ? null : await store.findKeyByHash(tokenHash(token));
      if (key === null || (key.expiresAtMs !== null && key.expiresAtMs <= clock.now())) {
        throw failedAuthentication.refusalOf(exchange);
      }
      return key;
    },
    async callerOf(request, key) {
      const organizationId =
        key.organizationId === null
          ? await operatorsOrganization(request)
          : await tenantsOrganization(request, key.organizationId);
      return { key, organizationId };
    },
  };
}

/** Throws `forbidden` unless the key's role has the permission. */
export function requirePermission(key: KeyIdentity, permission: Permission): void {
  if (allows(permission, key.role)) return;
  throw new AppError(
    "forbidden",
    `The role "${key.role}" of this API key does not allow this. Use a key with the role ${rolesWith(permission)}.`,
  );
}

function bearerToken(header: string | null): string | null {
  const match = /^Bearer +(\S+)$/i.exec(header ?? "");
  return match?.[1] ?? null;
}
