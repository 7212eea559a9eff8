import { and, asc, desc, eq, gt, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Attempt, StatusClass } from "../../domain/attempt.ts";
import type { Trigger } from "../../domain/delivery.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { toIso } from "../../domain/time.ts";
import { codeOf, outcomeCodes } from "./codes.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Drizzle } from "./drizzle.ts";
import { attempts, deliveries, endpoints, events, typeNames } from "./schema.ts";
import { nthBelowIn, walk } from "./walk.ts";

/** A list's filter with its references resolved. */
export interface AttemptListFilter {
  endpointSeq?: number | undefined;
  eventSeq?: number | undefined;
  eventType?: string | undefined;
  outcome?: Outcome | undefined;
  statusClass?: StatusClass | undefined;
  trigger?: Trigger | undefined;
  sinceMs?: number | undefined;
  untilMs?: number | undefined;
}

const columns = {
  seq: attempts.seq,
  id: attempts.id,
  deliveryId: deliveries.id,
  eventId: events.id,
  eventType: typeNames.name,
  endpointId: endpoints.id,
  number: attempts.number,
  trigger: deliveries.trigger,
  startedAt: attempts.startedAt,
  durationMs: attempts.durationMs,
  outcome: attempts.outcome,
  responseStatus: attempts.responseStatus,
  responseHeaders: attempts.responseHeaders,
  responseBody: attempts.responseBody,
  responseBodyTruncated: attempts.responseBodyTruncated,
  error: attempts.error,
  deliverySeq: attempts.deliverySeq,
  revisionSeq: attempts.revisionSeq,
  signature: attempts.signature,
  isErased: sql<number>`${events.data} IS NULL`,
  bodySignature: attempts.bodySignature,
};

type AttemptRow = Awaited<ReturnType<typeof selectAttempts>>[number];

function selectAttempts(orm: Drizzle) {
  return orm
    .select(columns)
    .from(attempts)
    .innerJoin(deliveries, eq(deliveries.seq, attempts.deliverySeq))
    .innerJoin(events, eq(events.seq, deliveries.eventSeq))
    .innerJoin(typeNames, eq(typeNames.seq, deliveries.typeSeq))
    .innerJoin(endpoints, eq(endpoints.seq, attempts.endpointSeq))
    .$dynamic();
}

/** The message history, newest first. */
export function listAttempts(
  orm: Drizzle,
  organizationSeq: number,
  filter: AttemptListFilter,
  page: PageRequest,
): Page<Attempt> {
  const walked = and(...walkedBy(organizationSeq, filter));
  const found = walk({
    list: "attempts",
    page,
    nthBelow: nthBelowIn(orm, attempts, walked),
    rows: ({ before, floor, limit }) =>
      selectAttempts(orm)
        .where(
          and(
            walked,
            lt(attempts.seq, before),
            gte(attempts.seq, floor),
            sql`+${attempts.organizationSeq} = ${organizationSeq}`,
            isNull(endpoints.deletedAt),
            ...matching(filter),
          ),
        )
        .orderBy(desc(attempts.seq))
        .limit(limit)
        .all(),
  });
  return { ...found, data: found.data.map(asAttempt) };
}

/** As in the list of deliveries: the narrowest index, and what makes the planner choose it. */
function walkedBy(organizationSeq: number, { endpointSeq, eventSeq, outcome }: AttemptListFilter): SQL[] {
  if (eventSeq !== undefined) {
    return [sql`${attempts.deliverySeq} IN (SELECT seq FROM deliveries WHERE event_seq = ${eventSeq})`];
  }
  if (endpointSeq !== undefined) return [eq(attempts.endpointSeq, endpointSeq)];
  const inOrganization = eq(attempts.organizationSeq, organizationSeq);
  if (outcome !== undefined && outcome !== "success") {
    const code = sql.raw(String(codeOf(outcomeCodes, outcome)));
    return [
      inOrganization,
      sql`${attempts.outcome} <> 0`,
      sql`likelihood(${attempts.outcome} = ${code}, 0.001)`,
    ];
  }
  return [inOrganization];
}

function matching(filter: AttemptListFilter) {
  const { endpointSeq, eventType, outcome, statusClass, trigger, sinceMs, untilMs } = filter;
  return [
    endpointSeq === undefined ? undefined : sql`+${attempts.endpointSeq} = ${endpointSeq}`,
    eventType === undefined ? undefined : eq(typeNames.name, eventType),
    outcome === undefined ? undefined : sql`+${attempts.outcome} = ${codeOf(outcomeCodes, outcome)}`,
    statusClass === undefined ? undefined : inStatusClass(statusClass),
    trigger === undefined ? undefined : eq(deliveries.trigger, trigger),
    sinceMs === undefined ? undefined : gte(attempts.startedAt, toIso(sinceMs)),
    untilMs === undefined ? undefined : lt(attempts.startedAt, toIso(untilMs)),
  ];
}

function inStatusClass(statusClass: StatusClass) {
  if (statusClass === "none") return isNull(attempts.responseStatus);
  const hundred = Number(statusClass[0]) * 100;
  return and(gte(attempts.responseStatus, hundred), lt(attempts.responseStatus, hundred + 100));
}

/** A delivery's attempts, oldest first. */
export function listAttemptsOfDelivery(
  orm: Drizzle,
  organizationSeq: number,
  deliverySeq: number,
  page: PageRequest,
): Page<Attempt> {
  // Each delivery's list is one of its own: in another one the cursor would name a place by chance.
  const list = `delivery-${deliverySeq}-attempts`;
  const after = decodeCursor(list, page.cursor) ?? 0;
  const rows = selectAttempts(orm)
    .where(
      and(
        eq(attempts.deliverySeq, deliverySeq),
        sql`+${attempts.organizationSeq} = ${organizationSeq}`,
        gt(attempts.seq, after),
      ),
    )
    .orderBy(asc(attempts.seq))
    .limit(page.limit + 1)
    .all();
  const data = rows.slice(0, page.limit);
  const nextCursor = rows.length > page.limit ? encodeCursor(list, data.at(-1)?.seq ?? 0) : null;
  return { data: data.map(asAttempt), nextCursor };
}

/** One attempt with what is needed to show its request; null if the organization has none. */
export function readAttempt(orm: Drizzle, organizationSeq: number, id: string) {
  return readOne(orm, and(eq(attempts.id, id), eq(attempts.organizationSeq, organizationSeq)));
}

/** The newest attempt of a delivery; null before the first. */
export function readLatestAttempt(orm: Drizzle, deliverySeq: number) {
  return readOne(orm, eq(attempts.deliverySeq, deliverySeq));
}

function readOne(orm: Drizzle, condition: SQL | undefined) {
  const row = selectAttempts(orm)
    .where(and(condition, isNull(endpoints.deletedAt)))
    .orderBy(desc(attempts.seq))
    .limit(1)
    .get();
  if (!row) return null;
  const { deliverySeq, revisionSeq, signature, bodySignature } = row;
  return { attempt: asAttempt(row), deliverySeq, revisionSeq, signature, bodySignature };
}

/** Leaves out what only serves to show the request, and what was erased, whether the steps have come to it or not. */
function asAttempt({
  seq,
  deliverySeq,
  revisionSeq,
  signature,
  bodySignature,
  isErased,
  ...attempt
}: AttemptRow): Attempt {
  return isErased ? { ...attempt, responseHeaders: null, responseBody: null } : attempt;
}
