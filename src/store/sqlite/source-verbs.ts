import { AppError } from "../../domain/app-error.ts";
import { changesBetween } from "../../domain/audit-entry.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { SourceRejection } from "../../domain/operational-event.ts";
import type { Source } from "../../domain/source.ts";
import { fromIso, toIso } from "../../domain/time.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type {
  NewSource,
  ShownFields,
  SourceCatalogueEntry,
  SourceChange,
  SourceVerbs,
} from "../source-verbs.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import { codeOf, sourceKindCodes, sourceStatusCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EventBatches } from "./event-batches.ts";
import type { Transaction } from "./group-commit.ts";
import type { OperationalEvents } from "./operational-events.ts";
import { findEventType } from "./read-catalogue.ts";
import { eventTypes } from "./schema.ts";
import { inboundOf, SourceAcceptance } from "./source-acceptance.ts";
import { openConfig, type SourceRecord, sourceConfigIdentity } from "./source-directory.ts";
import { SourceKeys } from "./source-keys.ts";
import type { SourceRequests } from "./source-requests.ts";
import { SourceStates } from "./source-states.ts";

export interface SourceParts {
  chores: ChoreSteps;
  operational: OperationalEvents;
  batches: EventBatches;
  requests: SourceRequests;
}

/** Inbound sources: what they are, what they receive, what they remember. */
export function sourceVerbs(context: SqliteContext, parts: SourceParts): SourceVerbs {
  const { db, directory, sources, commits, reader, sequences, vault } = context;
  const { chores, operational, batches, requests } = parts;
  const keys = new SourceKeys(db, sequences);
  const states = new SourceStates(db, sequences);
  const acceptance = new SourceAcceptance(context, { batches, keys, states, requests });
  const statements = prepare(context);

  function create(transaction: Transaction, organizationId: OrganizationId, made: NewSource): Source {
    const organizationSeq = directory.organization(organizationId).seq;
    refuseTakenName(organizationSeq, made.spec.name, null);
    const count = statements.count.get(organizationSeq)?.count ?? 0;
    if (count >= made.sourcesMax) throw tooMany(made.sourcesMax);
    const { id, kind, spec, nowMs } = made;
    const at = toIso(nowMs);
    const source: Source = { id, kind, ...spec, createdAt: at, updatedAt: at };
    const seq = sequences.next("sources");
    const sealed = seal(source);
    const codes = [codeOf(sourceKindCodes, kind), spec.name, codeOf(sourceStatusCodes, spec.status)] as const;
    statements.insert.run(seq, id, organizationSeq, ...codes, sealed, nowMs, nowMs);
    addToCatalogue(organizationId, made.eventTypes, nowMs);
    noteChange(transaction, made.shown, null, source);
    sources.put({ seq, organizationId, source, logged: 0 });
    return source;
  }

  function update(
    transaction: Transaction,
    record: SourceRecord,
    { change, shown, nowMs }: SourceChange,
  ): Source {
    const { seq, organizationId, source: before } = record;
    const { spec, eventTypes: entries } = change(before);
    refuseTakenName(directory.organization(organizationId).seq, spec.name, seq);
    const source: Source = { ...before, ...spec, updatedAt: toIso(nowMs) };
    const status = codeOf(sourceStatusCodes, spec.status);
    statements.update.run(spec.name, status, seal(source), fromIso(source.updatedAt), seq);
    addToCatalogue(organizationId, entries, nowMs);
    noteChange(transaction, shown, before, source);
    sources.put({ ...record, source });
    return source;
  }

  function remove(
    transaction: Transaction,
    { seq, source }: SourceRecord,
    { shown, nowMs }: { shown: ShownFields; nowMs: number },
  ): NewWork {
    statements.markDeleted.run(nowMs, seq);
    chores.addSourceDeletion(seq);
    noteChange(transaction, shown, source, null);
    sources.remove(source.id);
    return { ...collectWork(), chores: true };
  }

  function seal({ id, config }: Source): Uint8Array {
    return vault.seal(JSON.stringify(config), sourceConfigIdentity(id));
  }

  /** What the organization knows already stays as it is. */
  function addToCatalogue(
    organizationId: OrganizationId,
    entries: readonly SourceCatalogueEntry[],
    nowMs: number,
  ): void {
    const organizationSeq = directory.organization(organizationId).seq;
    const at = toIso(nowMs);
    for (const { name, spec } of entries) {
      if (findEventType(context.orm, organizationSeq, name) !== null) continue;
      const { shared: _, ...fields } = spec;
      const seq = sequences.next("event_types");
      const row = { seq, organizationSeq, name, ...fields, createdAt: at, updatedAt: at };
      context.orm.insert(eventTypes).values(row).run();
      context.eventTypeChecks.forget(seq);
    }
  }

  function refuseTakenName(organizationSeq: number, name: string, ownSeq: number | null): void {
    const holder = statements.named.get(organizationSeq, name);
    if (holder === null || holder.seq === ownSeq) return;
    throw new AppError(
      "conflict",
      `The name "${name}" is taken by source ${holder.id}. Choose another one.`,
      {
        errors: [{ path: "name", message: "is taken by another source" }],
      },
    );
  }

  function tell(
    transaction: Transaction,
    sourceId: string,
    rejection: SourceRejection,
    nowMs: number,
  ): NewWork {
    const work = collectWork();
    const record = sources.find(sourceId);
    if (record === null) return work;
    const about = { organization: directory.organization(record.organizationId) };
    const data = { sourceId, name: record.source.name, ...rejection };
    const happening = { transaction, nowMs, work, isSilent: false };
    operational.publish(about, { type: "posthorn.source.rejecting", data }, happening);
    return work;
  }

  function requireTaking(sourceId: string): SourceRecord {
    const record = sources.find(sourceId);
    if (record?.source.status !== "active") throw noSuchSource();
    return record;
  }

  return {
    createSource: (organizationId, source) =>
      commits.run((transaction) => create(transaction, organizationId, source)),
    getSource: async (organizationId, sourceId) => sources.require(organizationId, sourceId).source,
    async listSources(organizationId, page) {
      const found = await reader.read("sources", directory.organization(organizationId).seq, page);
      const opened = found.data.map(({ sealedConfig, ...source }) => ({
        ...source,
        config: openConfig(vault, source.id, sealedConfig),
      }));
      return { ...found, data: opened };
    },
    updateSource: (organizationId, sourceId, change) =>
      commits.run((transaction) => update(transaction, sources.require(organizationId, sourceId), change)),
    deleteSource: (organizationId, sourceId, removal) =>
      commits.run((transaction) => remove(transaction, sources.require(organizationId, sourceId), removal)),
    async findSource(sourceId) {
      const record = sources.find(sourceId);
      return record && inboundOf(record);
    },
    findNamedTypes: async (organizationId, types) =>
      new Set(types.filter((type) => acceptance.isNamed({ organizationId }, type))),
    async isKnown(sourceId, bodyKey) {
      const record = sources.find(sourceId);
      return record !== null && keys.has(record.seq, bodyKey);
    },
    receiveEvents: (sourceId, received) =>
      commits.run((transaction) => acceptance.receive(transaction, requireTaking(sourceId), received)),
    listSourceRequests: async (organizationId, sourceId, filter) =>
      reader.read("sourceRequests", sources.require(organizationId, sourceId).seq, filter),
    async continueSourceStates(nowMs, decide) {
      // Asked every second: a commit that changes nothing would write all the same.
      if (states.due(nowMs, 1).length === 0) return { done: true, work: collectWork() };
      return commits.run((transaction) => acceptance.continueStates(transaction, nowMs, decide));
    },
    tellSourceRejecting: (sourceId, rejection, nowMs) =>
      commits.run((transaction) => tell(transaction, sourceId, rejection, nowMs)),
  };
}

function noteChange(
  transaction: Transaction,
  shown: ShownFields,
  from: Source | null,
  to: Source | null,
): void {
  const objectId = (to ?? from)?.id;
  if (objectId === undefined) return;
  const isSealedChanged =
    from !== null && to !== null && JSON.stringify(from.config) !== JSON.stringify(to.config);
  const fields = { from: from && shown(from), to: to && shown(to) };
  const changes = changesBetween(fields, isSealedChanged ? ["config"] : []);
  if (Object.keys(changes).length > 0) transaction.noteChange({ objectId, changes });
}

function prepare({ db }: SqliteContext) {
  return {
    insert: db.prepare(`
      INSERT INTO sources (seq, id, organization_seq, kind, name, status, sealed_config, created_at, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    update: db.prepare(
      "UPDATE sources SET name = ?, status = ?, sealed_config = ?, updated_at = ? WHERE seq = ?",
    ),
    markDeleted: db.prepare("UPDATE sources SET deleted_at = ? WHERE seq = ?"),
    count: db.prepare<{ count: number }, [number]>(
      "SELECT count(*) AS count FROM sources WHERE organization_seq = ? AND deleted_at IS NULL",
    ),
    named: db.prepare<{ seq: number; id: string }, [number, string]>(
      "SELECT seq, id FROM sources WHERE organization_seq = ? AND name = ? AND deleted_at IS NULL",
    ),
  };
}

/** Whoever sends to it need not know more. */
function noSuchSource(): AppError {
  return new AppError("not_found", "There is no source at this URL, or it is disabled.");
}

function tooMany(sourcesMax: number): AppError {
  return new AppError(
    "limit_reached",
    `This organization has ${sourcesMax} sources already, the most that it may have. Delete one that is no longer needed.`,
  );
}
