import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { ApiKey, KeyIdentity } from "../../domain/api-key.ts";
import { notFound } from "../../domain/app-error.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { defaultOrganizationSettings, defaultOrganizationUid } from "../../domain/organization.ts";
import type { PageRequest } from "../../domain/page.ts";
import { fromIso, toIso, toIsoOrNull } from "../../domain/time.ts";
import type { KeyVerbs, NewKey } from "../key-verbs.ts";
import type { SqliteContext } from "./context.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { insertOrganization } from "./organization-verbs.ts";
import { apiKeys, organizations } from "./schema.ts";

type KeyRow = typeof apiKeys.$inferSelect;

/** A key's last use is written at most this often. */
const touchEveryMs = 60_000;

/** API keys, and the first of them. */
export function keyVerbs(context: SqliteContext): KeyVerbs {
  const { orm, commits, sequences, directory } = context;
  /** By hash; emptied whenever a key changes. Unknown hashes are not kept: they would be an attacker's memory. */
  const identities = new Map<string, KeyIdentity>();
  /** When each key's last use was last written, as far as this process knows. */
  const touchedAtMs = new Map<string, number>();

  function initialize(first: { organizationId: string; key: NewKey }): { created: boolean } {
    const known = orm.select({ seq: organizations.seq }).from(organizations).limit(1).get();
    if (known) return { created: false };
    insertOrganization(context, {
      id: first.organizationId,
      uid: defaultOrganizationUid,
      name: "Default",
      settings: defaultOrganizationSettings,
      nowMs: first.key.nowMs,
    });
    insertKey(null, first.key);
    return { created: true };
  }

  function findKeyByHash(hash: string): KeyIdentity | null {
    const identity = identities.get(hash) ?? readIdentity(hash);
    // The keys of a deleted organization end with it, although their rows go later.
    const { organizationId } = identity ?? { organizationId: null };
    return organizationId === null || directory.organizations.find(organizationId) ? identity : null;
  }

  function readIdentity(hash: string): KeyIdentity | null {
    const found = orm
      .select({ key: apiKeys, organizationId: organizations.id })
      .from(apiKeys)
      .leftJoin(organizations, eq(organizations.seq, apiKeys.organizationSeq))
      .where(eq(apiKeys.hash, hash))
      .get();
    if (!found) return null;
    const { key, organizationId } = found;
    const identity: KeyIdentity = {
      id: key.id,
      name: key.name,
      role: key.role,
      organizationId: organizationId as OrganizationId | null,
      expiresAtMs: key.expiresAt === null ? null : fromIso(key.expiresAt),
    };
    identities.set(hash, identity);
    return identity;
  }

  function scope(organizationId: OrganizationId | null) {
    if (organizationId === null) return isNull(apiKeys.organizationSeq);
    return eq(apiKeys.organizationSeq, directory.organization(organizationId).seq);
  }

  function requireKey(organizationId: OrganizationId | null, id: string): KeyRow {
    const row = orm
      .select()
      .from(apiKeys)
      .where(and(eq(apiKeys.id, id), scope(organizationId)))
      .get();
    if (!row) throw notFound("API key", id);
    return row;
  }

  function insertKey(organizationId: OrganizationId | null, key: NewKey): ApiKey {
    const row: KeyRow = {
      seq: sequences.next("api_keys"),
      id: key.id,
      organizationSeq: organizationId === null ? null : directory.organization(organizationId).seq,
      name: key.name,
      role: key.role,
      hash: key.hash,
      prefix: key.prefix,
      expiresAt: toIsoOrNull(key.expiresAtMs),
      lastUsedAt: null,
      createdAt: toIso(key.nowMs),
    };
    orm.insert(apiKeys).values(row).run();
    return asApiKey(row);
  }

  return {
    initialize: (first) => commits.run(() => initialize(first)),
    findKeyByHash: async (hash) => findKeyByHash(hash),
    async touchKey(keyId, nowMs) {
      const lastMs = touchedAtMs.get(keyId);
      if (lastMs !== undefined && nowMs - lastMs < touchEveryMs) return;
      touchedAtMs.set(keyId, nowMs);
      await commits.run(() =>
        orm
          .update(apiKeys)
          .set({ lastUsedAt: toIso(nowMs) })
          .where(eq(apiKeys.id, keyId))
          .run(),
      );
    },
    async listKeys(organizationId, page) {
      const rows = listRows(page);
      const data = rows.slice(0, page.limit);
      const nextCursor = rows.length > page.limit ? encodeCursor("api-keys", data.at(-1)?.seq ?? 0) : null;
      return { data: data.map(asApiKey), nextCursor };

      function listRows({ limit, cursor }: PageRequest): KeyRow[] {
        const before = decodeCursor("api-keys", cursor) ?? Number.MAX_SAFE_INTEGER;
        return orm
          .select()
          .from(apiKeys)
          .where(and(scope(organizationId), lt(apiKeys.seq, before)))
          .orderBy(desc(apiKeys.seq))
          .limit(limit + 1)
          .all();
      }
    },
    createKey: (organizationId, key) => commits.run(() => insertKey(organizationId, key)),
    getKey: async (organizationId, keyId) => asApiKey(requireKey(organizationId, keyId)),
    rotateKey: (organizationId, keyId, successor, oldExpiresAtMs) =>
      commits.run((transaction) => {
        const old = requireKey(organizationId, keyId);
        const ownExpiryMs = old.expiresAt === null ? null : fromIso(old.expiresAt);
        const endMs = Math.min(oldExpiresAtMs, ownExpiryMs ?? oldExpiresAtMs);
        orm
          .update(apiKeys)
          .set({ expiresAt: toIso(endMs) })
          .where(eq(apiKeys.seq, old.seq))
          .run();
        transaction.afterCommit(() => identities.clear());
        return insertKey(organizationId, {
          ...successor,
          name: old.name,
          role: old.role,
          expiresAtMs: ownExpiryMs,
        });
      }),
    revokeKey: (organizationId, keyId) =>
      commits.run((transaction) => {
        const { seq } = requireKey(organizationId, keyId);
        orm.delete(apiKeys).where(eq(apiKeys.seq, seq)).run();
        transaction.afterCommit(() => {
          identities.clear();
          touchedAtMs.delete(keyId);
        });
      }),
  };
}

function asApiKey({ id, name, role, prefix, expiresAt, lastUsedAt, createdAt }: KeyRow): ApiKey {
  return { id, name, role, prefix, expiresAt, lastUsedAt, createdAt };
}
