import { and, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { redacted } from "../../domain/custom-header.ts";
import { type Endpoint, type EndpointStatus, healthStateOf } from "../../domain/endpoint.ts";
import { patternMatches } from "../../domain/event-type.ts";
import { failingFrom, type Health } from "../../domain/health.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { toIsoOrNull } from "../../domain/time.ts";
import type { EndpointFilter } from "../endpoint-verbs.ts";
import type { Drizzle } from "./drizzle.ts";
import { deliveries, endpointHealth, endpoints } from "./schema.ts";
import { walk } from "./walk.ts";

type EndpointRow = typeof endpoints.$inferSelect;

/** Waiting that is due, as counted in the table. */
export interface DueBacklog {
  due: number;
  oldestDueAtMs: number | null;
}

/** The oldest due delivery has waited this long: the endpoint is congested. */
export const congestedMs = 60_000;

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
    nthBelow: (before, n) =>
      orm
        .select({ seq: endpoints.seq })
        .from(endpoints)
        .where(and(inOrganization, lt(endpoints.seq, before)))
        .orderBy(desc(endpoints.seq))
        .limit(1)
        .offset(n - 1)
        .get()?.seq ?? null,
    rows: ({ before, floor, limit }) => {
      const inWindow = and(inOrganization, lt(endpoints.seq, before), gte(endpoints.seq, floor));
      return readMatching(orm, inWindow, filter, limit).map(({ row, health }) => ({
        seq: row.seq,
        endpoint: endpointNoun(row, health, readBacklog(orm, row.seq, nowMs), nowMs),
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

/** What is due now, counted along the index. */
export function readBacklog(orm: Drizzle, endpointSeq: number, nowMs: number): DueBacklog {
  const row = orm
    .select({
      due: sql<number>`count(*)`,
      oldestDueAtMs: sql<number | null>`min(${deliveries.dueAt})`,
    })
    .from(deliveries)
    .where(
      and(
        sql`${deliveries.status} = 0`,
        eq(deliveries.endpointSeq, endpointSeq),
        sql`${deliveries.share} IN (0, 1, 2)`,
        sql`${deliveries.dueAt} <= ${nowMs}`,
      ),
    )
    .get();
  return row ?? { due: 0, oldestDueAtMs: null };
}

/** The endpoint as the API shows it. Rates are filled in by whoever knows them. */
export function endpointNoun(row: EndpointRow, health: Health, backlog: DueBacklog, nowMs: number): Endpoint {
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
    rateLimitPerSecond: null,
    timeoutSeconds: row.timeoutSeconds,
    retry: row.retry,
    autoDisableAfter: row.autoDisableAfter,
    ordered: false,
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
      state: stateOf(row.status, health, backlog, nowMs),
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
      successRate24h: null,
    },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

function stateOf(status: EndpointStatus, health: Health, { oldestDueAtMs }: DueBacklog, nowMs: number) {
  const state = healthStateOf(status, health.consecutiveFailedAttempts, failingFrom);
  // What is held waits because its receiver asked for it.
  const mayGo = status === "active" && (health.heldUntilMs ?? 0) <= nowMs;
  const waits = mayGo && oldestDueAtMs !== null && nowMs - oldestDueAtMs >= congestedMs;
  return state === "healthy" && waits ? "congested" : state;
}
