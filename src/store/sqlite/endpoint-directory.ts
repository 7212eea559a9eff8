import { and, desc, eq, isNull } from "drizzle-orm";
import { notFound } from "../../domain/app-error.ts";
import { assert } from "../../domain/assert.ts";
import { freshHealth, type Health } from "../../domain/health.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { SigningSpec } from "../../domain/signing.ts";
import { patternMatches } from "../../domain/subscription.ts";
import { fromIso } from "../../domain/time.ts";
import type { Vault } from "../../platform/vault.ts";
import type { Target } from "../engine-verbs.ts";
import type { EndpointKey } from "../new-work.ts";
import type { Reference } from "../reference.ts";
import type { Drizzle } from "./drizzle.ts";
import { OrganizationDirectory, type OrganizationRecord } from "./organization-directory.ts";
import { endpointHealth, endpointSecrets, endpoints, organizations } from "./schema.ts";

type EndpointRow = typeof endpoints.$inferSelect;

/** An endpoint as the writing thread keeps it in memory. */
export interface EndpointRecord {
  readonly organization: OrganizationRecord;
  /** Replaced whole when the endpoint changes. */
  row: EndpointRow;
  /** Newest first, sealed. */
  secrets: readonly { sealed: Uint8Array; expiresAtMs: number | null }[];
  health: Health;
  /** Opened on first use, dropped when the endpoint changes. */
  target: Target | null;
}

interface OrganizationEndpoints {
  bySeq: Map<EndpointKey, EndpointRecord>;
  byReference: Map<Reference, EndpointKey>;
  /** Who gets events of a type: filled when a type is first published, emptied when an endpoint changes. */
  recipients: Map<string, readonly EndpointRecord[]>;
}

/** A flood of made-up types must not fill the memory. */
const cachedTypesMax = 10_000;

/** What a seal belongs to: a value copied to another endpoint does not open. */
export const secretIdentity = (endpointId: string) => `endpoint ${endpointId} secret`;
export const headersIdentity = (endpointId: string) => `endpoint ${endpointId} headers`;
export const bodySecretIdentity = (endpointId: string) => `endpoint ${endpointId} body secret`;

/**
 * Organizations and their endpoints in memory: an organization's are read when they are first needed. Verbs read
 * them here and put a changed one as their very last step, so that a verb that fails has changed nothing; after
 * the rollback of a whole group everything is read anew.
 */
export class EndpointDirectory {
  readonly #db: Drizzle;
  readonly #vault: Vault;
  readonly organizations: OrganizationDirectory;
  readonly #loaded = new Map<number, OrganizationEndpoints>();
  readonly #owner = new Map<EndpointKey, number>();

  constructor(db: Drizzle, vault: Vault) {
    this.#db = db;
    this.#vault = vault;
    this.organizations = new OrganizationDirectory(db);
  }

  /** Forgets everything. */
  reset(): void {
    this.organizations.reset();
    this.#loaded.clear();
    this.#owner.clear();
  }

  /** The organization that a verb is scoped to. */
  organization(id: OrganizationId): OrganizationRecord {
    return this.organizations.require(id);
  }

  /** The organization's endpoint by id or uid; `not_found` for another's. */
  require(organizationId: OrganizationId, reference: Reference): EndpointRecord {
    const record = this.find(organizationId, reference);
    if (!record) throw notFound("endpoint", reference);
    return record;
  }

  find(organizationId: OrganizationId, reference: Reference): EndpointRecord | null {
    const all = this.#endpointsOf(this.organization(organizationId));
    const seq = all.byReference.get(reference);
    return seq === undefined ? null : (all.bySeq.get(seq) ?? null);
  }

  /** By the store's own number; null when it is gone. */
  bySeq(seq: EndpointKey): EndpointRecord | null {
    const organizationSeq = this.#owner.get(seq) ?? this.#ownerInFile(seq);
    if (organizationSeq === null) return null;
    return this.#loaded.get(organizationSeq)?.bySeq.get(seq) ?? null;
  }

  endpointsOf(organizationId: OrganizationId): Iterable<EndpointRecord> {
    return this.#endpointsOf(this.organization(organizationId)).bySeq.values();
  }

  count(organizationId: OrganizationId): number {
    return this.#endpointsOf(this.organization(organizationId)).bySeq.size;
  }

  /** Who subscribed to the type, disabled endpoints included; who gets an event is in `subscribers.ts`. */
  recipientsOf(organizationId: OrganizationId, type: string): readonly EndpointRecord[] {
    const all = this.#endpointsOf(this.organization(organizationId));
    const cached = all.recipients.get(type);
    if (cached) return cached;
    const found = [...all.bySeq.values()].filter(({ row }) =>
      row.eventTypes.some((p) => patternMatches(p, type)),
    );
    if (all.recipients.size >= cachedTypesMax) all.recipients.clear();
    all.recipients.set(type, found);
    return found;
  }

  /** Takes in an endpoint as just written. */
  put(record: EndpointRecord): void {
    const all = this.#endpointsOf(record.organization);
    const before = all.bySeq.get(record.row.seq);
    if (before) forgetReferences(all, before);
    record.target = null;
    all.bySeq.set(record.row.seq, record);
    this.#owner.set(record.row.seq, record.organization.seq);
    rememberReferences(all, record);
    all.recipients.clear();
  }

  remove(record: EndpointRecord): void {
    const all = this.#endpointsOf(record.organization);
    forgetReferences(all, record);
    all.bySeq.delete(record.row.seq);
    this.#owner.delete(record.row.seq);
    all.recipients.clear();
  }

  /** Where the endpoint's requests go, secrets opened. */
  targetOf(record: EndpointRecord): Target {
    const { row, health } = record;
    record.target ??= {
      endpoint: row.seq,
      endpointId: row.id,
      organizationId: record.organization.id,
      status: row.status,
      revision: row.revisionSeq,
      url: row.url,
      headers: this.clearHeaders(row),
      timeoutMs: row.timeoutSeconds * 1000,
      signing: this.clearSigning(row),
      secrets: this.openSecrets(record),
      rateLimitPerSecond: row.rateLimitPerSecond,
      ordered: row.ordered,
      createdAtMs: fromIso(row.createdAt),
      heldUntilMs: null,
      consecutiveFailedAttempts: 0,
    };
    // Health moves with every attempt; the rest is opened once.
    return {
      ...record.target,
      heldUntilMs: health.heldUntilMs,
      consecutiveFailedAttempts: health.consecutiveFailedAttempts,
    };
  }

  /** Newest first. */
  openSecrets({ row, secrets }: EndpointRecord): { secret: string; expiresAtMs: number | null }[] {
    return secrets.map(({ sealed, expiresAtMs }) => ({
      secret: this.#vault.open(sealed, secretIdentity(row.id)),
      expiresAtMs,
    }));
  }

  /** The headers with their sensitive values opened. */
  clearHeaders(row: Pick<EndpointRow, "id" | "headers" | "sealedHeaders">): Record<string, string> {
    const opened: Record<string, string> = row.sealedHeaders
      ? JSON.parse(this.#vault.open(row.sealedHeaders, headersIdentity(row.id)))
      : {};
    return Object.fromEntries(
      Object.entries(row.headers).map(([name, value]) => [name, value ?? opened[name] ?? ""]),
    );
  }

  /** How its requests are signed, with the body signature's own secret opened. */
  clearSigning(row: EndpointRow): SigningSpec {
    const { id, signingScheme: scheme, bodySignature, sealedBodySecret } = row;
    if (bodySignature === null) return { scheme, bodySignature };
    const secret = sealedBodySecret && this.#vault.open(sealedBodySecret, bodySecretIdentity(id));
    return { scheme, bodySignature: { ...bodySignature, secret } };
  }

  /** Forgets a deleted organization and all that is its own; says which endpoints it had. */
  removeOrganization(organization: OrganizationRecord): EndpointKey[] {
    const rows = this.#db
      .select({ seq: endpoints.seq })
      .from(endpoints)
      .where(and(eq(endpoints.organizationSeq, organization.seq), isNull(endpoints.deletedAt)))
      .all();
    for (const { seq } of rows) this.#owner.delete(seq);
    this.#loaded.delete(organization.seq);
    this.organizations.remove(organization);
    return rows.map(({ seq }) => seq);
  }

  #ownerInFile(seq: EndpointKey): number | null {
    const row = this.#db
      .select({ id: organizations.id })
      .from(endpoints)
      .innerJoin(organizations, eq(organizations.seq, endpoints.organizationSeq))
      .where(and(eq(endpoints.seq, seq), isNull(endpoints.deletedAt), isNull(organizations.deletedAt)))
      .get();
    if (!row) return null;
    const organization = this.organization(row.id as OrganizationId);
    this.#endpointsOf(organization);
    return organization.seq;
  }

  #endpointsOf(organization: OrganizationRecord): OrganizationEndpoints {
    const known = this.#loaded.get(organization.seq);
    if (known) return known;
    const all: OrganizationEndpoints = { bySeq: new Map(), byReference: new Map(), recipients: new Map() };
    this.#loaded.set(organization.seq, all);
    const secretsOf = this.#readSecrets(organization.seq);
    const rows = this.#db
      .select({ row: endpoints, health: endpointHealth })
      .from(endpoints)
      .innerJoin(endpointHealth, eq(endpointHealth.endpointSeq, endpoints.seq))
      .where(and(eq(endpoints.organizationSeq, organization.seq), isNull(endpoints.deletedAt)))
      .all();
    for (const { row, health } of rows) {
      const { endpointSeq: _, ...counters } = health;
      const secrets = secretsOf.get(row.seq);
      assert(secrets !== undefined, `endpoint ${row.id} has a signing secret`);
      const record = { organization, row, secrets, health: { ...freshHealth, ...counters }, target: null };
      all.bySeq.set(row.seq, record);
      this.#owner.set(row.seq, organization.seq);
      rememberReferences(all, record);
    }
    return all;
  }

  #readSecrets(
    organizationSeq: number,
  ): Map<EndpointKey, { sealed: Uint8Array; expiresAtMs: number | null }[]> {
    const rows = this.#db
      .select({
        endpointSeq: endpointSecrets.endpointSeq,
        sealed: endpointSecrets.sealed,
        expiresAtMs: endpointSecrets.expiresAtMs,
      })
      .from(endpointSecrets)
      .innerJoin(endpoints, eq(endpoints.seq, endpointSecrets.endpointSeq))
      .where(and(eq(endpoints.organizationSeq, organizationSeq), isNull(endpoints.deletedAt)))
      .orderBy(desc(endpointSecrets.seq))
      .all();
    return Map.groupBy(rows, (row) => row.endpointSeq);
  }
}

function rememberReferences(all: OrganizationEndpoints, { row }: EndpointRecord): void {
  all.byReference.set(row.id, row.seq);
  if (row.uid !== null) all.byReference.set(row.uid, row.seq);
}

function forgetReferences(all: OrganizationEndpoints, { row }: EndpointRecord): void {
  all.byReference.delete(row.id);
  if (row.uid !== null) all.byReference.delete(row.uid);
}
