import { and, desc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { EventType } from "../../domain/catalogue.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Drizzle } from "./drizzle.ts";
import { eventTypes } from "./schema.ts";

type EventTypeRow = typeof eventTypes.$inferSelect;

/** An organization's own entries and those shared ones that it has none of its own for, newest first. */
export function listEventTypes(
  orm: Drizzle,
  organizationSeq: number,
  { limit, cursor }: PageRequest,
): Page<EventType> {
  const before = decodeCursor("event-types", cursor) ?? Number.MAX_SAFE_INTEGER;
  const some = (condition: SQL | undefined) =>
    orm
      .select()
      .from(eventTypes)
      .where(and(condition, lt(eventTypes.seq, before)))
      .orderBy(desc(eventTypes.seq))
      .limit(limit + 1)
      .all();
  const isHidden = sql`EXISTS (SELECT 1 FROM event_types own WHERE own.organization_seq = ${organizationSeq}
    AND own.name = ${eventTypes.name})`;
  const own = some(eq(eventTypes.organizationSeq, organizationSeq));
  const shared = some(and(isNull(eventTypes.organizationSeq), sql`NOT ${isHidden}`));
  const rows = [...own, ...shared].sort((a, b) => b.seq - a.seq);
  const listed = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? encodeCursor("event-types", listed.at(-1)?.seq ?? 0) : null;
  return { data: listed.map(eventTypeNoun), nextCursor };
}

/** The entry that holds for the organization: its own, or else the shared one. */
export function findEventType(orm: Drizzle, organizationSeq: number, name: string): EventTypeRow | null {
  return findOwn(orm, organizationSeq, name) ?? findOwn(orm, null, name);
}

/** The organization's own entry; with null the shared one. */
export function findOwn(orm: Drizzle, organizationSeq: number | null, name: string): EventTypeRow | null {
  const { organizationSeq: owner } = eventTypes;
  const isOwned = organizationSeq === null ? isNull(owner) : eq(owner, organizationSeq);
  return (
    orm
      .select()
      .from(eventTypes)
      .where(and(isOwned, eq(eventTypes.name, name)))
      .get() ?? null
  );
}

/** The row as the API shows it. */
export function eventTypeNoun(row: EventTypeRow): EventType {
  const { name, description, group, archived, createdAt, updatedAt } = row;
  return {
    name,
    description,
    group,
    schema: row.schema === null ? null : JSON.parse(row.schema),
    example: row.example === null ? null : JSON.parse(row.example),
    archived,
    shared: row.organizationSeq === null,
    createdAt,
    updatedAt,
  };
}
