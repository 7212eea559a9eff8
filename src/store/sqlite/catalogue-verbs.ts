import { eq } from "drizzle-orm";
import { AppError, notFound } from "../../domain/app-error.ts";
import { changesBetween } from "../../domain/audit-entry.ts";
import type { EventType } from "../../domain/catalogue.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { toIso } from "../../domain/time.ts";
import type { CatalogueVerbs, EventTypeSpec } from "../catalogue-verbs.ts";
import type { SqliteContext } from "./context.ts";
import type { Transaction } from "./group-commit.ts";
import { eventTypeNoun, findEventType, findOwn } from "./read-catalogue.ts";
import { eventTypes } from "./schema.ts";

/** The catalogue of event types: an organization's own entries, and those that are shared with all. */
export function catalogueVerbs(context: SqliteContext): CatalogueVerbs {
  const { orm, directory, commits, reader, sequences, eventTypeChecks, clock } = context;
  const seqOf = (organizationId: OrganizationId) => directory.organization(organizationId).seq;

  function put(
    transaction: Transaction,
    organizationId: OrganizationId,
    name: string,
    { spec: { shared, ...spec }, nowMs }: { spec: EventTypeSpec; nowMs: number },
  ): EventType {
    const organizationSeq = shared ? null : seqOf(organizationId);
    const at = toIso(nowMs);
    const current = findOwn(orm, organizationSeq, name);
    const seq = current?.seq ?? sequences.next("event_types");
    const row = { seq, organizationSeq, name, ...spec, createdAt: current?.createdAt ?? at, updatedAt: at };
    if (current) orm.update(eventTypes).set(row).where(eq(eventTypes.seq, seq)).run();
    else orm.insert(eventTypes).values(row).run();
    eventTypeChecks.forget(seq);
    const made = eventTypeNoun(row);
    noteChange(transaction, organizationSeq, current ? eventTypeNoun(current) : null, made);
    return made;
  }

  function requireOne(organizationId: OrganizationId, name: string) {
    const found = findEventType(orm, seqOf(organizationId), name);
    if (!found) throw notFound("event type", name);
    return found;
  }

  function remove(
    transaction: Transaction,
    organizationId: OrganizationId,
    name: string,
    mayDeleteShared: boolean,
  ): void {
    const found = requireOne(organizationId, name);
    const { seq, organizationSeq } = found;
    if (organizationSeq === null && !mayDeleteShared) throw sharedEntry(name);
    orm.delete(eventTypes).where(eq(eventTypes.seq, seq)).run();
    eventTypeChecks.forget(seq);
    noteChange(transaction, organizationSeq, eventTypeNoun(found), null);
  }

  /** A shared entry is the instance's: it stands in the log of `default`. */
  function noteChange(
    transaction: Transaction,
    ownerSeq: number | null,
    from: EventType | null,
    to: EventType | null,
  ): void {
    const objectId = (to ?? from)?.name ?? "";
    const changes = changesBetween({ from: from && fieldsOf(from), to: to && fieldsOf(to) });
    if (Object.keys(changes).length === 0) return;
    const organizationSeq = ownerSeq ?? directory.organizations.instance().seq;
    transaction.noteChange({ objectId, changes, organizationSeq });
  }

  return {
    putEventType: (organizationId, name, entry) =>
      commits.run((transaction) => put(transaction, organizationId, name, entry)),
    getEventType: async (organizationId, name) => eventTypeNoun(requireOne(organizationId, name)),
    listEventTypes: (organizationId, page) => reader.read("eventTypes", seqOf(organizationId), page),
    deleteEventType: (organizationId, name, { mayDeleteShared }) =>
      commits.run((transaction) => remove(transaction, organizationId, name, mayDeleteShared)),
    async prepareSchemas(organizationId, types) {
      const { seq, settings } = directory.organization(organizationId);
      if (!settings.strictEventTypes) return;
      for (const type of types) {
        if (eventTypeChecks.prepare(seq, type)) await new Promise<void>((next) => clock.nextTurn(next));
      }
    },
    findExample: async (organizationId, name) =>
      findEventType(orm, seqOf(organizationId), name)?.example ?? null,
  };
}

function fieldsOf({ createdAt: _, updatedAt: __, name: ___, ...fields }: EventType): Record<string, unknown> {
  return fields;
}

function sharedEntry(name: string): AppError {
  return new AppError(
    "forbidden",
    `The event type "${name}" is shared by the instance with all organizations: only an operator can delete it.`,
  );
}
