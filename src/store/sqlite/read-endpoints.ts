import { and, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { isCongested } from "../../domain/congestion.ts";
import { redacted } from "../../domain/custom-header.ts";
import { type Endpoint, healthStateOf } from "../../domain/endpoint.ts";
import { patternMatches } from "../../domain/event-type.ts";
import { failingFrom, type Health } from "../../domain/health.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { fromIso, toIsoOrNull } from "../../domain/time.ts";
import type { EndpointFilter } from "../endpoint-verbs.ts";
import type { Drizzle } from "./drizzle.ts";
import { readSuccessRate24h } from "./read-statistics.ts";
import { deliveries, endpointHealth, endpoints } from "./schema.ts";
import { nthBelowIn, walk } from "./walk.ts";

type EndpointRow = typeof endpoints.$inferSelect;

/** Waiting that is due, as counted in the table. */
export interface DueBacklog {
  due: number;
  oldestDueAtMs: number | null;
  /** When the first of the deliveries that have been started is due. */
  firstStartedDueAtMs: number | null;
}

/** An endpoint of a list, with its number for what only the writing thread knows. */
export interface ListedEndpoint {
  seq: number;
  endpoint: Endpoint;
}

/** Newest first. */
export function listEndpoints(
  orm: Drizzle,
  organizationSeq: number,
  filter: EndpointFilter,
  page: PageRequest,
  nowMs: number,
): Page<ListedEndpoint> {
  const inOrganization = eq(endpoints.organizationSeq, organizationSeq);
  const found = walk({
    list: "endpoints",
    page,
    nthBelow: nthBelowIn(orm, endpoints, inOrganization),
    rows: ({ before, floor, limit }) => {
      const inWindow = and(inOrganization, lt(endpoints.seq, before), gte(endpoints.seq, floor));
      return readMatching(orm, inWindow, filter, limit).map(({ row, health }) => ({
        seq: row.seq,
        endpoint: endpointNoun(row, health, readBacklog(orm, row.seq, nowMs), {
          nowMs,
          successRate24h: readSuccessRate24h(orm, organizationSeq, row.seq, nowMs),
        }),
      }));
    },
  });
  return { data: found.data, nextCursor: found.nextCursor };
}

/**
 * Which subscriptions take a type, and which texts hold another whatever the case, SQLite cannot say (its `lower`
 * knows ASCII alone): that is decided here, row by row, before a matching row is read whole.
 */
function readMatching(orm: Drizzle, inWindow: SQL | undefined, filter: EndpointFilter, limit: number) {
  const { eventType, status, search } = filter;
  const { seq, eventTypes, url, description, uid } = endpoints;
  const listed = and(
    inWindow,
    isNull(endpoints.deletedAt),
    status === undefined ? undefined : eq(endpoints.status, status),
  );
  if (eventType === undefined && search === undefined) return readWhole(orm, listed, limit);
  const text = search?.toLowerCase() ?? "";
  const matching = orm
    .select({ seq, eventTypes, url, description, uid })
    .from(endpoints)
    .where(listed)
    .orderBy(desc(seq))
    .all()
    .filter((row) => eventType === undefined || row.eventTypes.some((p) => patternMatches(p, eventType)))
    .filter((row) => [row.url, row.description, row.uid].some((one) => one?.toLowerCase().includes(text)))
    .slice(0, limit);
  const found = matching.map((row) => row.seq);
  return readWhole(orm, inArray(seq, found), limit);
}

function readWhole(orm: Drizzle, condition: SQL | undefined, limit: number) {
  return orm
    .select({ row: endpoints, health: endpointHealth })
    .from(endpoints)
    .innerJoin(endpointHealth, eq(endpointHealth.endpointSeq, endpoints.seq))
    .where(condition)
    .orderBy(desc(endpoints.seq))
    .limit(limit)
    .all();
}

/** What is due now, counted along the index; and what an ordered endpoint waits for. */
export function readBacklog(orm: Drizzle, endpointSeq: number, nowMs: number): DueBacklog {
  const isPending = sql`${deliveries.status} = 0`;
  const ofEndpoint = eq(deliveries.endpointSeq, endpointSeq);
  const counted = orm
    .select({
      due: sql<number>`count(*)`,
      oldestDueAtMs: sql<number | null>`min(${deliveries.dueAt})`,
    })
    .from(deliveries)
    .where(
      and(isPending, ofEndpoint, sql`${deliveries.share} IN (0, 1, 2)`, sql`${deliveries.dueAt} <= ${nowMs}`),
    )
    .get();
  const started = orm
    .select({ dueAtMs: sql<number>`${deliveries.dueAt}` })
    .from(deliveries)
    .where(and(isPending, ofEndpoint, sql`${deliveries.share} <> 0`, sql`${deliveries.attemptCount} > 0`))
    .orderBy(deliveries.firstDueAt, deliveries.seq)
    .limit(1)
    .get();
  return {
    due: counted?.due ?? 0,
    oldestDueAtMs: counted?.oldestDueAtMs ?? null,
    firstStartedDueAtMs: started?.dueAtMs ?? null,
  };
}

/** The endpoint as the API shows it. Rates are filled in by whoever knows them. */
export function endpointNoun(
  row: EndpointRow,
  health: Health,
  backlog: DueBacklog,
  { nowMs, successRate24h }: { nowMs: number; successRate24h: number | null },
): Endpoint {
  return {
    id: row.id,
    uid: row.uid,
    url: row.url,
    description: row.description,
    eventTypes: row.eventTypes,
    filter: row.filter,
    status: row.status,
    disabledReason: row.disabledReason,
    disabledAt: row.disabledAt,
    rateLimitPerSecond: row.rateLimitPerSecond,
    timeoutSeconds: row.timeoutSeconds,
    retry: row.retry,
    autoDisableAfter: row.autoDisableAfter,
    ordered: row.ordered,
    headers: Object.fromEntries(
      Object.entries(row.headers).map(([name, value]) => [name, value ?? redacted]),
    ),
    payloadFormat: row.payloadFormat,
    signing: {
      scheme: row.signingScheme,
      bodySignature: row.bodySignature && {
        ...row.bodySignature,
        secret: row.sealedBodySecret === null ? null : redacted,
      },
    },
    metadata: row.metadata,
    health: {
      state: stateOf(row, health, backlog, nowMs),
      consecutiveFailures: health.consecutiveFailures,
      consecutiveFailedAttempts: health.consecutiveFailedAttempts,
      lastSuccessAt: toIsoOrNull(health.lastSuccessAtMs),
      lastFailureAt: toIsoOrNull(health.lastFailureAtMs),
      lastError: health.lastError,
      heldUntil:
        health.heldUntilMs !== null && health.heldUntilMs > nowMs ? toIsoOrNull(health.heldUntilMs) : null,
      backlog: {
        due: backlog.due,
        oldestDueAt: toIsoOrNull(backlog.oldestDueAtMs),
        arrivingPerSecond: 0,
        leavingPerSecond: 0,
      },
      successRate24h,
    },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

function stateOf(row: EndpointRow, health: Health, backlog: DueBacklog, nowMs: number) {
  const state = healthStateOf(row.status, health.consecutiveFailedAttempts, failingFrom);
  const wait = {
    status: row.status,
    oldestDueAtMs: backlog.oldestDueAtMs,
    heldUntilMs: health.heldUntilMs,
    resumedAtMs: row.resumedAt === null ? null : fromIso(row.resumedAt),
    isBehindRetry: row.ordered && (backlog.firstStartedDueAtMs ?? 0) > nowMs,
  };
  return state === "healthy" && isCongested(wait, nowMs) ? "congested" : state;
}
