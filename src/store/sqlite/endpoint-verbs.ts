import { eq } from "drizzle-orm";
import { AppError } from "../../domain/app-error.ts";
import { isSensitiveHeader } from "../../domain/custom-header.ts";
import type { Endpoint, EndpointSpec } from "../../domain/endpoint.ts";
import { freshHealth } from "../../domain/health.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { toIso } from "../../domain/time.ts";
import type { EndpointChange, EndpointVerbs, NewEndpoint } from "../endpoint-verbs.ts";
import type { NewWork } from "../new-work.ts";
import type { Reference } from "../reference.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import type { SqliteContext } from "./context.ts";
import { collectWork } from "./delivery-writer.ts";
import {
  type EndpointRecord,
  headersIdentity,
  type OrganizationRecord,
  secretIdentity,
} from "./endpoint-directory.ts";
import type { EndpointStates } from "./endpoint-states.ts";
import { type DueBacklog, endpointNoun, readBacklog } from "./read-endpoints.ts";
import {
  endpointHealth,
  endpointRevisions,
  endpointSecrets,
  endpoints,
  type StoredHeaders,
} from "./schema.ts";
import { secretVerbs } from "./secret-verbs.ts";

type EndpointRow = EndpointRecord["row"];

/** Endpoints: their making, changing, switching and reading. */
export function endpointVerbs(
  context: SqliteContext,
  states: EndpointStates,
  chores: ChoreSteps,
): EndpointVerbs {
  const { orm, db, directory, commits, reader, sequences, traffic, vault } = context;
  const markDeleted = db.prepare("UPDATE endpoints SET deleted_at = ?, uid = NULL WHERE seq = ?");
  const updateRow = (row: EndpointRow) =>
    orm.update(endpoints).set(row).where(eq(endpoints.seq, row.seq)).run();

  function create(organizationId: OrganizationId, made: NewEndpoint): EndpointChange {
    const organization = directory.organization(organizationId);
    if (directory.count(organizationId) >= made.endpointsMax) throw tooMany(made.endpointsMax);
    refuseTakenUid(organizationId, made.spec.uid, null);
    const seq = sequences.next("endpoints");
    const at = toIso(made.nowMs);
    const { headers, sealedHeaders } = sealHeaders(made.id, made.spec.headers);
    const row: EndpointRow = {
      ...specColumns(made.spec),
      seq,
      id: made.id,
      organizationSeq: organization.seq,
      headers,
      sealedHeaders,
      status: "active",
      disabledReason: null,
      disabledAt: null,
      revisionSeq: sequences.next("endpoint_revisions"),
      canceledThrough: 0,
      deletedAt: null,
      createdAt: at,
      updatedAt: at,
    };
    const sealed = vault.seal(made.secret, secretIdentity(made.id));
    orm.insert(endpoints).values(row).run();
    insertRevision(organization, row);
    orm
      .insert(endpointHealth)
      .values({ endpointSeq: seq, ...freshHealth })
      .run();
    orm
      .insert(endpointSecrets)
      .values({
        seq: sequences.next("endpoint_secrets"),
        endpointSeq: seq,
        sealed,
        createdAt: at,
        expiresAtMs: null,
      })
      .run();
    const record: EndpointRecord = {
      organization,
      row,
      secrets: [{ sealed, expiresAtMs: null }],
      health: { ...freshHealth },
      target: null,
    };
    directory.put(record);
    return changeOf(record, made.nowMs);
  }

  function update(
    organizationId: OrganizationId,
    reference: Reference,
    change: (current: EndpointSpec) => EndpointSpec,
    nowMs: number,
  ): EndpointChange {
    const record = directory.require(organizationId, reference);
    const before = specOf(record);
    const spec = change(before);
    refuseTakenUid(organizationId, spec.uid, record.row.seq);
    const isNewRevision =
      spec.url !== before.url ||
      spec.payloadFormat !== before.payloadFormat ||
      JSON.stringify(spec.headers) !== JSON.stringify(before.headers);
    const row: EndpointRow = {
      ...record.row,
      ...specColumns(spec),
      ...(isNewRevision ? sealHeaders(record.row.id, spec.headers) : {}),
      revisionSeq: isNewRevision ? sequences.next("endpoint_revisions") : record.row.revisionSeq,
      updatedAt: toIso(nowMs),
    };
    updateRow(row);
    if (isNewRevision) insertRevision(record.organization, row);
    const changed: EndpointRecord = { ...record, row };
    directory.put(changed);
    return changeOf(changed, nowMs);
  }

  function remove(organizationId: OrganizationId, reference: Reference, nowMs: number): NewWork {
    const record = directory.require(organizationId, reference);
    markDeleted.run(nowMs, record.row.seq);
    chores.addDeletion(record.row.seq);
    directory.remove(record);
    traffic.forget(record.row.seq);
    return { ...collectWork(), changed: [record.row.seq], chores: true };
  }

  function refuseTakenUid(organizationId: OrganizationId, uid: string | null, ownSeq: number | null): void {
    if (uid === null) return;
    const holder = directory.find(organizationId, uid);
    if (!holder || holder.row.seq === ownSeq) return;
    throw new AppError(
      "conflict",
      `The uid "${uid}" is taken by endpoint ${holder.row.id}. Choose another one.`,
      {
        errors: [{ path: "uid", message: "is taken by another endpoint" }],
      },
    );
  }

  function sealHeaders(id: string, headers: Record<string, string>) {
    const entries = Object.entries(headers);
    const sensitive = entries.filter(([name]) => isSensitiveHeader(name));
    const stored: StoredHeaders = Object.fromEntries(
      entries.map(([name, value]) => [name, isSensitiveHeader(name) ? null : value]),
    );
    const sealedHeaders =
      sensitive.length === 0
        ? null
        : vault.seal(JSON.stringify(Object.fromEntries(sensitive)), headersIdentity(id));
    return { headers: stored, sealedHeaders };
  }

  function insertRevision({ settings }: OrganizationRecord, row: EndpointRow): void {
    const { url, headers, payloadFormat, seq: endpointSeq, updatedAt: createdAt } = row;
    orm
      .insert(endpointRevisions)
      .values({ seq: row.revisionSeq, endpointSeq, url, headers, payloadFormat, createdAt, ...settings })
      .run();
  }

  function specOf({ row }: EndpointRecord): EndpointSpec {
    return { ...specColumns(row), headers: directory.clearHeaders(row) };
  }

  function nounOf(record: EndpointRecord, backlog: DueBacklog, nowMs: number): Endpoint {
    return withTraffic(endpointNoun(record.row, record.health, backlog, nowMs), record.row.seq, nowMs);
  }

  /** Rates are known to this thread alone. */
  function withTraffic(endpoint: Endpoint, seq: number, nowMs: number): Endpoint {
    const { health } = endpoint;
    const backlog = { ...health.backlog, ...traffic.read(seq, nowMs) };
    return { ...endpoint, health: { ...health, backlog } };
  }

  function changeOf(record: EndpointRecord, nowMs: number, work?: NewWork): EndpointChange {
    return {
      endpoint: nounOf(record, readBacklog(orm, record.row.seq, nowMs), nowMs),
      work: work ?? { ...collectWork(), changed: [record.row.seq] },
    };
  }

  return {
    ...secretVerbs(context),
    createEndpoint: (organizationId, made) => commits.run(() => create(organizationId, made)),
    async getEndpoint(organizationId, reference, nowMs) {
      const record = directory.require(organizationId, reference);
      return nounOf(record, await reader.read("backlog", record.row.seq, nowMs), nowMs);
    },
    async listEndpoints(organizationId, filter, page, nowMs) {
      const { seq } = directory.organization(organizationId);
      const { data, nextCursor } = await reader.read("endpoints", seq, filter, page, nowMs);
      return { data: data.map((one) => withTraffic(one.endpoint, one.seq, nowMs)), nextCursor };
    },
    updateEndpoint: (organizationId, reference, change, nowMs) =>
      commits.run(() => update(organizationId, reference, change, nowMs)),
    enableEndpoint: (organizationId, reference, nowMs) =>
      commits.run((transaction) => {
        const record = directory.require(organizationId, reference);
        if (record.row.status !== "disabled") return changeOf(record, nowMs);
        const happening = { transaction, nowMs, work: collectWork(), isSilent: false };
        return changeOf(states.enable(record, happening), nowMs, happening.work);
      }),
    disableEndpoint: (organizationId, reference, reason, nowMs) =>
      commits.run((transaction) => {
        const record = directory.require(organizationId, reference);
        if (record.row.status === "disabled") return changeOf(record, nowMs);
        const happening = { transaction, nowMs, work: collectWork(), isSilent: false };
        return changeOf(states.disable(record, reason, happening), nowMs, happening.work);
      }),
    deleteEndpoint: (organizationId, reference, nowMs) =>
      commits.run(() => remove(organizationId, reference, nowMs)),
  };
}

/** What the specification and the row have in common: all but the headers, which are sealed in the row. */
function specColumns(spec: Omit<EndpointSpec, "headers">): Omit<EndpointSpec, "headers"> {
  const {
    url,
    uid,
    description,
    eventTypes,
    timeoutSeconds,
    retry,
    autoDisableAfter,
    payloadFormat,
    metadata,
  } = spec;
  return {
    url,
    uid,
    description,
    eventTypes,
    timeoutSeconds,
    retry,
    autoDisableAfter,
    payloadFormat,
    metadata,
  };
}

function tooMany(endpointsMax: number): AppError {
  return new AppError(
    "limit_reached",
    `This organization has ${endpointsMax} endpoints, as many as it may. Delete one, or ask the operator to raise POSTHORN_ENDPOINTS_MAX.`,
  );
}
