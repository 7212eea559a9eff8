import type { KeyIdentity } from "../domain/api-key.ts";
import { AppError, organizationNotFound } from "../domain/app-error.ts";
import { assert } from "../domain/assert.ts";
import type { OrganizationId } from "../domain/id.ts";
import { defaultOrganizationUid, type Organization } from "../domain/organization.ts";
import { allows, type Permission, rolesWith } from "../domain/permission.ts";
import { tokenHash } from "../operations/api-key-token.ts";
import type { Clock } from "../platform/clock.ts";
import type { Store } from "../store/store.ts";
import type { Exchange } from "./exchange.ts";
import type { FailedAuthentication } from "./failed-authentication.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { sessionTokenOf } from "./session-cookie.ts";
import type { Sessions } from "./sessions.ts";

const organizationHeader = "x-organization";

/** Tokens whose hash is remembered, so that a busy key's is not computed for every request: about 200 kB. */
const hashesMax = 1000;

/** Finds out who asks and in which organization, or throws what keeps the request out. */
export interface Authenticator {
  /** By the key that the request brings, or else by its session's cookie. */
  keyOf(request: Request, exchange: Exchange): Promise<KeyIdentity>;
  keyOfToken(token: string, exchange: Exchange): Promise<KeyIdentity>;
  /** Whether the key, and the session, of a request that was let in would let it in again. */
  isGood(request: Pick<Request, "headers">): Promise<boolean>;
  organizationOf(request: Request, key: KeyIdentity): Promise<Organization>;
}

export function createAuthenticator({
  store,
  clock,
  failedAuthentication,
  sessions,
  publicUrl,
}: {
  store: Pick<Store, "findKeyByHash" | "findOrganization">;
  clock: Clock;
  failedAuthentication: FailedAuthentication;
  sessions: Pick<Sessions, "keyHashOf">;
  /** What the world calls this host, or null. */
  publicUrl: string | null;
}): Authenticator {
  /** Of tokens that were let in once. Whether one still is, the store is asked each time. */
  const hashes = new Map<string, string>();

  function remember(token: string, hash: string): void {
    if (hashes.size >= hashesMax) hashes.clear();
    hashes.set(token, hash);
  }

  async function operatorsOrganization(reference: string | null): Promise<Organization> {
    const organization = await store.findOrganization(reference ?? defaultOrganizationUid);
    if (organization !== null) return organization;
    assert(reference !== null, `there is an organization "${defaultOrganizationUid}"`);
    throw new AppError(
      "not_found",
      `There is no organization "${reference}". Check the header X-Organization.`,
    );
  }

  /** A tenant's key may name its own organization, so that a client can send the header always. */
  async function tenantsOrganization(reference: string | null, ownId: OrganizationId): Promise<Organization> {
    const organization = await store.findOrganization(reference ?? ownId);
    if (organization?.id === ownId) return organization;
    if (reference === null || reference === ownId) throw organizationNotFound(ownId);
    throw new AppError(
      "forbidden",
      "This API key belongs to another organization. Leave the header X-Organization out.",
    );
  }

  async function findKey(hash: string): Promise<KeyIdentity | null> {
    const key = await store.findKeyByHash(hash);
    return key === null || (key.expiresAtMs !== null && key.expiresAtMs <= clock.now()) ? null : key;
  }

  async function keyOfToken(token: string, exchange: Exchange): Promise<KeyIdentity> {
    const known = hashes.get(token);
    const hash = known ?? tokenHash(token);
    const key = await findKey(hash);
    if (key === null) {
      hashes.delete(token);
      throw failedAuthentication.refusalOf(exchange);
    }
    if (known === undefined) remember(token, hash);
    return key;
  }

  function hashOfSession(headers: Headers): string | null {
    const token = sessionTokenOf(headers);
    return token === null ? null : sessions.keyHashOf(token);
  }

  async function keyOfSession(request: Request, exchange: Exchange): Promise<KeyIdentity> {
    const hash = hashOfSession(request.headers);
    const key = hash === null ? null : await findKey(hash);
    if (key === null) throw failedAuthentication.refusalOf(exchange);
    requireSameOrigin(request, publicUrl);
    return key;
  }

  return {
    keyOfToken,
    keyOf(request, exchange) {
      const header = request.headers.get("authorization");
      if (header === null) return keyOfSession(request, exchange);
      const token = bearerToken(header);
      if (token === null) throw failedAuthentication.refusalOf(exchange);
      return keyOfToken(token, exchange);
    },
    async isGood({ headers }) {
      const header = headers.get("authorization");
      const token = header === null ? null : bearerToken(header);
      const hash = header === null ? hashOfSession(headers) : token && tokenHash(token);
      return hash !== null && (await findKey(hash)) !== null;
    },
    organizationOf(request, { organizationId }) {
      const reference = request.headers.get(organizationHeader);
      return organizationId === null
        ? operatorsOrganization(reference)
        : tenantsOrganization(reference, organizationId);
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

function bearerToken(header: string): string | null {
  const match = /^Bearer +(\S+)$/i.exec(header);
  return match?.[1] ?? null;
}
