import { eq } from "drizzle-orm";
import { AppError, notFound } from "../../domain/app-error.ts";
import type { EventType } from "../../domain/catalogue.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { toIso } from "../../domain/time.ts";
import type { CatalogueVerbs, EventTypeSpec } from "../catalogue-verbs.ts";
import type { SqliteContext } from "./context.ts";
import { eventTypeNoun, findEventType, findOwn } from "./read-catalogue.ts";
import { eventTypes } from "./schema.ts";

/** The catalogue of event types: an organization's own entries, and those that are shared with all. */
export function catalogueVerbs(context: SqliteContext): CatalogueVerbs {
  const { orm, directory, commits, reader, sequences, eventTypeChecks } = context;
  const seqOf = (organizationId: OrganizationId) => directory.organization(organizationId).seq;

  function put(
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
    return eventTypeNoun(row);
  }

  function requireOne(organizationId: OrganizationId, name: string) {
    const found = findEventType(orm, seqOf(organizationId), name);
    if (!found) throw notFound("event type", name);
    return found;
  }

  function remove(organizationId: OrganizationId, name: string, mayDeleteShared: boolean): void {
    const { seq, organizationSeq } = requireOne(organizationId, name);
    if (organizationSeq === null && !mayDeleteShared) throw sharedEntry(name);
    orm.delete(eventTypes).where(eq(eventTypes.seq, seq)).run();
    eventTypeChecks.forget(seq);
  }

  return {
    putEventType: (organizationId, name, entry) => commits.run(() => put(organizationId, name, entry)),
    getEventType: async (organizationId, name) => eventTypeNoun(requireOne(organizationId, name)),
    listEventTypes: (organizationId, page) => reader.read("eventTypes", seqOf(organizationId), page),
    deleteEventType: (organizationId, name, { mayDeleteShared }) =>
      commits.run(() => remove(organizationId, name, mayDeleteShared)),
    findExample: async (organizationId, name) =>
      findEventType(orm, seqOf(organizationId), name)?.example ?? null,
  };
}

function sharedEntry(name: string): AppError {
  return new AppError(
    "forbidden",
    `The event type "${name}" is shared by the instance with all organizations: only an operator can delete it.`,
  );
}
