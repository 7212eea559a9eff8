import { and, count, desc, eq, gte, lt, ne, sql } from "drizzle-orm";
import type { Event, EventContent, EventSummary } from "../../domain/event.ts";
import { parseExactly } from "../../domain/json-text.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { fromIso, toIso } from "../../domain/time.ts";
import type { EventFilter } from "../event-verbs.ts";
import type { Drizzle } from "./drizzle.ts";
import { deliveries, events, typeNames } from "./schema.ts";
import { nthBelowIn, walk, withoutSeq } from "./walk.ts";

const summary = {
  seq: events.seq,
  id: events.id,
  type: typeNames.name,
  timestamp: events.timestamp,
  createdAt: events.createdAt,
  tags: events.tags,
  sourceId: events.sourceId,
};

/** The log, newest first; tests are left out. */
export function listEvents(
  orm: Drizzle,
  organizationSeq: number,
  filter: EventFilter,
  page: PageRequest,
): Page<EventSummary> {
  const inOrganization = eq(events.organizationSeq, organizationSeq);
  const found = walk({
    list: "events",
    page,
    nthBelow: nthBelowIn(orm, events, inOrganization),
    rows: ({ before, floor, limit }) =>
      orm
        .select(summary)
        .from(events)
        .innerJoin(typeNames, eq(typeNames.seq, events.typeSeq))
        .where(
          and(
            inOrganization,
            lt(events.seq, before),
            gte(events.seq, floor),
            ne(events.kind, "test"),
            ...matching(filter),
          ),
        )
        .orderBy(desc(events.seq))
        .limit(limit)
        .all(),
  });
  const { data, nextCursor } = withoutSeq(found);
  return { data: data.map((row) => ({ ...row, tags: row.tags ?? [] })), nextCursor };
}

function matching({ type, tag, sinceMs, untilMs }: EventFilter) {
  return [
    type === undefined ? undefined : eq(typeNames.name, type),
    tag === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM json_each(${events.tags}) WHERE value = ${tag})`,
    sinceMs === undefined ? undefined : gte(events.createdAt, toIso(sinceMs)),
    untilMs === undefined ? undefined : lt(events.createdAt, toIso(untilMs)),
  ];
}

/** One event with its data and what became of its deliveries; null if the organization has none with this id. */
export function readEvent(orm: Drizzle, organizationSeq: number, id: string): Event | null {
  const row = orm
    .select({ ...summary, data: events.data })
    .from(events)
    .innerJoin(typeNames, eq(typeNames.seq, events.typeSeq))
    .where(and(eq(events.organizationSeq, organizationSeq), eq(events.id, id)))
    .get();
  if (!row) return null;
  const counts = orm
    .select({ status: deliveries.status, count: count() })
    .from(deliveries)
    .where(eq(deliveries.eventSeq, row.seq))
    .groupBy(deliveries.status)
    .all();
  const countOf = (status: string) => counts.find((one) => one.status === status)?.count ?? 0;
  return {
    id: row.id,
    type: row.type,
    timestamp: row.timestamp,
    createdAt: row.createdAt,
    tags: row.tags ?? [],
    sourceId: row.sourceId,
    data: row.data === null ? null : (parseExactly(row.data) as Event["data"]),
    deliveries: {
      pending: countOf("pending"),
      succeeded: countOf("succeeded"),
      failed: countOf("failed"),
      canceled: countOf("canceled"),
    },
  };
}

/** What the body of a delivery is rendered from. */
export function readContent(orm: Drizzle, eventSeq: number): { event: EventContent; isErased: boolean } {
  const row = orm
    .select({ ...summary, data: events.data })
    .from(events)
    .innerJoin(typeNames, eq(typeNames.seq, events.typeSeq))
    .where(eq(events.seq, eventSeq))
    .get();
  if (!row) throw new Error(`Invariant broken: event ${eventSeq} of a delivery exists`);
  const { id, type, data, timestamp, createdAt } = row;
  return {
    event: {
      id,
      type,
      data: data ?? "{}",
      timestampMs: fromIso(timestamp),
      createdAtMs: fromIso(createdAt),
    },
    isErased: data === null,
  };
}
