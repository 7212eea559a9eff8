import { eq } from "drizzle-orm";
import { AppError } from "../../domain/app-error.ts";
import { assert } from "../../domain/assert.ts";
import type { Endpoint, EndpointSpec } from "../../domain/endpoint.ts";
import { freshHealth } from "../../domain/health.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { limitInForce } from "../../domain/organization.ts";
import { publicKeyOf } from "../../domain/signing-secret.ts";
import { fromIso, toIso } from "../../domain/time.ts";
import type {
  ChangedSpec,
  EndpointChange,
  EndpointCreation,
  EndpointVerbs,
  NewEndpoint,
} from "../endpoint-verbs.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { Reference } from "../reference.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import type { SqliteContext } from "./context.ts";
import { notingEndpointChanges } from "./endpoint-changes.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import { headerColumns, needsNewRevision, plainColumns, signingColumns, specOfRow } from "./endpoint-row.ts";
import type { EndpointStates } from "./endpoint-states.ts";
import { filterWork, requireFilterWork } from "./filter-work.ts";
import { forgetEndpoint } from "./forget-endpoint.ts";
import type { Transaction } from "./group-commit.ts";
import { endpointNoun, type OldestDue, readOldestDue } from "./read-endpoints.ts";
import { readSuccessRate24h } from "./read-statistics.ts";
import { endpointHealth, endpointRevisions, endpoints } from "./schema.ts";
import { secretVerbs, secretWriter } from "./secret-verbs.ts";
import type { TaskTable } from "./task-table.ts";

type EndpointRow = EndpointRecord["row"];

/** Endpoints: their making, changing, switching and reading. */
export function endpointVerbs(
  context: SqliteContext,
  states: EndpointStates,
  chores: ChoreSteps,
  tasks: TaskTable,
): EndpointVerbs {
  const { orm, db, directory, commits, reader, sequences, traffic, backlog, fronts, vault } = context;
  const noting = notingEndpointChanges(directory);
  const secrets = secretWriter(context);
  const markDeleted = db.prepare("UPDATE endpoints SET deleted_at = ?, uid = NULL WHERE seq = ?");
  // Not its seq: SQLite would look at all that refers to it, a million deliveries for example.
  const updateRow = ({ seq, ...columns }: EndpointRow) =>
    orm.update(endpoints).set(columns).where(eq(endpoints.seq, seq)).run();

  function create(organizationId: OrganizationId, made: NewEndpoint): EndpointCreation {
    const organization = directory.organization(organizationId);
    const endpointsMax = limitInForce(organization.settings.endpointsMax, made.endpointsMax);
    if (endpointsMax !== null && directory.count(organizationId) >= endpointsMax) throw tooMany(endpointsMax);
    refuseTakenUid(organizationId, made.spec.uid, null);
    requireFilterWork(directory, organizationId, { own: null, filter: made.spec.filter });
    const seq = sequences.next("endpoints");
    const at = toIso(made.nowMs);
    const row: EndpointRow = {
      ...plainColumns(made.spec),
      ...headerColumns(vault, made.id, made.spec.headers),
      ...signingColumns(vault, made.id, made.spec.signing),
      seq,
      id: made.id,
      organizationSeq: organization.seq,
      status: "active",
      disabledReason: null,
      disabledAt: null,
      resumedAt: null,
      revisionSeq: sequences.next("endpoint_revisions"),
      canceledThrough: 0,
      deletedAt: null,
      createdAt: at,
      updatedAt: at,
    };
    orm.insert(endpoints).values(row).run();
    insertRevision(row);
    orm
      .insert(endpointHealth)
      .values({ endpointSeq: seq, ...freshHealth })
      .run();
    const record: EndpointRecord = {
      organization,
      row,
      secrets: secrets.replace(row, made.secret, made.nowMs),
      health: { ...freshHealth },
      target: null,
    };
    directory.put(record);
    return { ...changeOf(record, made.nowMs), publicKey: publicKeyOf(made.secret) };
  }

  function update(
    organizationId: OrganizationId,
    reference: Reference,
    change: (current: EndpointSpec) => ChangedSpec,
    nowMs: number,
  ): EndpointChange {
    const record = directory.require(organizationId, reference);
    const before = specOfRow(directory, record.row);
    const { newSecret, ...spec } = change(before);
    const isSameScheme = spec.signing.scheme === before.signing.scheme;
    assert(isSameScheme || newSecret !== undefined, "another signature scheme comes with a secret of it");
    refuseTakenUid(organizationId, spec.uid, record.row.seq);
    requireFilterWork(directory, organizationId, { own: record, filter: spec.filter });
    const isNewRevision = needsNewRevision(before, spec);
    const row: EndpointRow = {
      ...record.row,
      ...plainColumns(spec),
      ...(isNewRevision ? headerColumns(vault, record.row.id, spec.headers) : {}),
      ...signingColumns(vault, record.row.id, spec.signing),
      revisionSeq: isNewRevision ? sequences.next("endpoint_revisions") : record.row.revisionSeq,
      updatedAt: toIso(nowMs),
    };
    updateRow(row);
    if (isNewRevision) insertRevision(row);
    const changed: EndpointRecord = {
      ...record,
      row,
      secrets: newSecret === undefined ? record.secrets : secrets.replace(row, newSecret, nowMs),
    };
    directory.put(changed);
    return changeOf(changed, nowMs);
  }

  function enable(
    transaction: Transaction,
    record: EndpointRecord,
    nowMs: number,
    taskId: string | null,
  ): EndpointChange {
    const { status, disabledAt } = record.row;
    if (status !== "disabled" || disabledAt === null) return changeOf(record, nowMs);
    const isMissed = taskId !== null;
    if (isMissed) tasks.addMissed(record, { id: taskId, sinceMs: fromIso(disabledAt), nowMs }, transaction);
    const happening = { transaction, nowMs, work: collectWork(), isSilent: false };
    return changeOf(states.enable(record, happening), nowMs, { ...happening.work, tasks: isMissed });
  }

  function remove(
    transaction: Transaction,
    organizationId: OrganizationId,
    reference: Reference,
    nowMs: number,
  ): NewWork {
    const record = directory.require(organizationId, reference);
    const work = collectWork();
    states.endAlerts(record, { transaction, nowMs, work, isSilent: false });
    markDeleted.run(nowMs, record.row.seq);
    chores.addDeletion(record.row.seq);
    directory.remove(record);
    transaction.afterCommit(() => forgetEndpoint(context, record.row.seq));
    work.changed.push(record.row.seq);
    return { ...work, chores: true };
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

  function insertRevision(row: EndpointRow): void {
    const { url, headers, payloadFormat, seq: endpointSeq, updatedAt: createdAt } = row;
    const bodySignatureHeader = row.bodySignature?.header ?? null;
    const sent = { url, headers, bodySignatureHeader, payloadFormat };
    orm
      .insert(endpointRevisions)
      .values({ seq: row.revisionSeq, endpointSeq, ...sent, createdAt })
      .run();
  }

  function nounOf(record: EndpointRecord, waits: OldestDue, successRate24h: number | null, nowMs: number) {
    const noun = endpointNoun(record.row, record.health, waits, { nowMs, successRate24h });
    return withBacklog(noun, record.row.seq, nowMs);
  }

  /** What is kept by this thread alone. */
  function withBacklog(endpoint: Endpoint, seq: number, nowMs: number): Endpoint {
    const { health, status } = endpoint;
    // A disable in this very group has not been told yet.
    const { due } = status === "disabled" ? { due: 0 } : backlog.read(seq, nowMs);
    const oldestDueAt = due === 0 ? null : health.backlog.oldestDueAt;
    return {
      ...endpoint,
      health: { ...health, backlog: { due, oldestDueAt, ...traffic.read(seq, nowMs) } },
    };
  }

  function changeOf(record: EndpointRecord, nowMs: number, work?: NewWork): EndpointChange {
    const { row, organization } = record;
    const waits = readOldestDue(orm, row, { nowMs, fromMs: fronts.of(row.seq) });
    const successRate24h = readSuccessRate24h(orm, organization.seq, row.seq, nowMs);
    return {
      endpoint: nounOf(record, waits, successRate24h, nowMs),
      work: work ?? { ...collectWork(), changed: [record.row.seq] },
    };
  }

  return {
    ...secretVerbs(context),
    async createEndpoint(organizationId, made) {
      filterWork(directory, organizationId);
      return commits.run(noting(organizationId, made.id, () => create(organizationId, made)));
    },
    async getEndpoint(organizationId, reference, nowMs) {
      const record = directory.require(organizationId, reference);
      const { row, organization } = record;
      const { seq, status, canceledThrough, ordered } = row;
      const [waits, successRate24h] = await Promise.all([
        reader.read("oldestDue", { seq, status, canceledThrough, ordered }, { nowMs }),
        reader.read("successRate24h", organization.seq, row.seq, nowMs),
      ]);
      return nounOf(record, waits, successRate24h, nowMs);
    },
    async listEndpoints(organizationId, filter, page, nowMs) {
      const { seq } = directory.organization(organizationId);
      const { data, nextCursor } = await reader.read("endpoints", seq, filter, page, nowMs);
      return { data: data.map((one) => withBacklog(one.endpoint, one.seq, nowMs)), nextCursor };
    },
    async updateEndpoint(organizationId, reference, change, nowMs) {
      filterWork(directory, organizationId);
      const verb = () => update(organizationId, reference, change, nowMs);
      return commits.run(noting(organizationId, reference, verb));
    },
    enableEndpoint: (organizationId, reference, nowMs, recovery) =>
      commits.run(
        noting(organizationId, reference, (transaction) => {
          const record = directory.require(organizationId, reference);
          return enable(transaction, record, nowMs, recovery?.taskId ?? null);
        }),
      ),
    disableEndpoint: (organizationId, reference, reason, nowMs) =>
      commits.run(
        noting(organizationId, reference, (transaction) => {
          const record = directory.require(organizationId, reference);
          if (record.row.status === "disabled") return changeOf(record, nowMs);
          const happening = { transaction, nowMs, work: collectWork(), isSilent: false };
          return changeOf(states.disable(record, reason, happening), nowMs, happening.work);
        }),
      ),
    pauseEndpoint: (organizationId, reference, nowMs) =>
      commits.run(
        noting(organizationId, reference, () => {
          const { record, work } = states.pause(directory.require(organizationId, reference), nowMs);
          return changeOf(record, nowMs, work);
        }),
      ),
    resumeEndpoint: (organizationId, reference, nowMs) =>
      commits.run(
        noting(organizationId, reference, () => {
          const { record, work } = states.resume(directory.require(organizationId, reference), nowMs);
          return changeOf(record, nowMs, work);
        }),
      ),
    deleteEndpoint: (organizationId, reference, nowMs) =>
      commits.run(
        noting(organizationId, reference, (transaction) =>
          remove(transaction, organizationId, reference, nowMs),
        ),
      ),
  };
}

function tooMany(endpointsMax: number): AppError {
  return new AppError(
    "limit_reached",
    `This organization has ${endpointsMax} endpoints, as many as it may. Delete one, or ask the operator for more: settings.endpointsMax of the organization, or POSTHORN_ENDPOINTS_MAX.`,
  );
}
