import { and, desc, eq, gte, inArray, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { isCongested } from "../../domain/congestion.ts";
import { type Endpoint, type HealthState, healthStateOf } from "../../domain/endpoint.ts";
import { redacted } from "../../domain/header-name.ts";
import { failingFrom, type Health } from "../../domain/health.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { patternMatches } from "../../domain/subscription.ts";
import { fromIso, toIsoOrNull } from "../../domain/time.ts";
import type { EndpointFilter } from "../endpoint-verbs.ts";
import { shareCodes } from "./codes.ts";
import type { Drizzle } from "./drizzle.ts";
import { readSuccessRate24h } from "./read-statistics.ts";
import { deliveries, endpointHealth, endpoints } from "./schema.ts";
import { nthBelowIn, walk } from "./walk.ts";

type EndpointRow = typeof endpoints.$inferSelect;

/** What has waited longest; how much waits is known to the writing thread, which keeps count. */
export interface OldestDue {
  oldestDueAtMs: number | null;
  /** At an ordered endpoint, when the first of the deliveries that have been started is due. */
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
      return readMatching(orm, inWindow, filter, { limit, nowMs }).map(({ row, health }) => ({
        seq: row.seq,
        endpoint: endpointNoun(row, health, readOldestDue(orm, row, { nowMs }), {
          nowMs,
          successRate24h: readSuccessRate24h(orm, organizationSeq, row.seq, nowMs),
        }),
      }));
    },
  });
  return { data: found.data, nextCursor: found.nextCursor };
}

/**
 * Which subscriptions take a type, which texts hold another whatever the case (SQLite's `lower` knows ASCII alone), and
 * what an endpoint waits for, SQL cannot say: that is decided here, row by row, before a matching row is read whole.
 */
function readMatching(
  orm: Drizzle,
  inWindow: SQL | undefined,
  filter: EndpointFilter,
  { limit, nowMs }: { limit: number; nowMs: number },
) {
  const { eventType, status, search, health } = filter;
  const { seq, eventTypes, url, description, uid, canceledThrough, ordered, resumedAt } = endpoints;
  const listed = and(
    inWindow,
    isNull(endpoints.deletedAt),
    status === undefined ? undefined : eq(endpoints.status, status),
    health === undefined ? undefined : mayFare(health),
  );
  const isWaitAsked = health === "congested" || health === "healthy";
  if (eventType === undefined && search === undefined && !isWaitAsked) return readWhole(orm, listed, limit);
  const text = search?.toLowerCase() ?? "";
  const matching = orm
    .select({
      row: {
        ...{ seq, eventTypes, url, description, uid },
        ...{ status: endpoints.status, canceledThrough, ordered, resumedAt },
      },
      health: endpointHealth,
    })
    .from(endpoints)
    .innerJoin(endpointHealth, eq(endpointHealth.endpointSeq, endpoints.seq))
    .where(listed)
    .orderBy(desc(seq))
    .all()
    .filter(({ row }) => eventType === undefined || row.eventTypes.some((p) => patternMatches(p, eventType)))
    .filter(({ row }) =>
      [row.url, row.description, row.uid].some((one) => one?.toLowerCase().includes(text)),
    );
  const fares = ({ row, health: known }: (typeof matching)[number]) =>
    !isWaitAsked || stateOf(row, known, readOldestDue(orm, row, { nowMs }), nowMs) === health;
  const found = [...matching.values().filter(fares).take(limit)].map(({ row }) => row.seq);
  return readWhole(orm, inArray(seq, found), limit);
}

/** Without what only a look at the deliveries tells: whether an endpoint that waits is congested. */
function mayFare(health: HealthState): SQL | undefined {
  if (health === "disabled") return eq(endpoints.status, "disabled");
  const fails = endpointHealth.consecutiveFailedAttempts;
  return and(
    ne(endpoints.status, "disabled"),
    health === "failing" ? gte(fails, failingFrom) : lt(fails, failingFrom),
    health === "congested"
      ? sql`EXISTS (SELECT 1 FROM ${deliveries} WHERE ${deliveries.status} = 0 AND ${deliveries.endpointSeq} = ${endpoints.seq})`
      : undefined,
  );
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

/**
 * A few seeks, whatever waits.
 * @param fromMs nothing that waits is due before (`CanceledFronts`)
 */
export function readOldestDue(
  orm: Drizzle,
  {
    seq,
    status,
    canceledThrough,
    ordered,
  }: Pick<EndpointRow, "seq" | "status" | "canceledThrough" | "ordered">,
  { nowMs, fromMs = 0 }: { nowMs: number; fromMs?: number },
): OldestDue {
  // What waited is canceled, and there may be a million rows that do not say so yet.
  if (status === "disabled") return { oldestDueAtMs: null, firstStartedDueAtMs: null };
  const isPending = and(
    sql`${deliveries.status} = 0`,
    eq(deliveries.endpointSeq, seq),
    // The plus keeps SQLite from going by the seq.
    sql`+${deliveries.seq} > ${canceledThrough}`,
  );
  const oldest = shareCodes.map(
    (share) =>
      orm
        .select({ dueAtMs: sql<number>`${deliveries.dueAt}` })
        .from(deliveries)
        .where(
          and(
            isPending,
            eq(deliveries.share, share),
            sql`${deliveries.dueAt} >= ${fromMs}`,
            sql`${deliveries.dueAt} <= ${nowMs}`,
          ),
        )
        .orderBy(deliveries.dueAt)
        .limit(1)
        .get()?.dueAtMs ?? null,
  );
  return {
    oldestDueAtMs: oldest.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.min(a, b)), null),
    firstStartedDueAtMs: ordered ? readFirstStarted(orm, isPending) : null,
  };
}

function readFirstStarted(orm: Drizzle, isPending: SQL | undefined): number | null {
  const started = orm
    .select({ dueAtMs: sql<number>`${deliveries.dueAt}` })
    .from(deliveries)
    .where(and(isPending, sql`${deliveries.share} <> 0`, sql`${deliveries.attemptCount} > 0`))
    .orderBy(deliveries.firstDueAt, deliveries.seq)
    .limit(1)
    .get();
  return started?.dueAtMs ?? null;
}

/** The endpoint as the API shows it. How much waits, and rates, are filled in by whoever knows them. */
export function endpointNoun(
  row: EndpointRow,
  health: Health,
  waits: OldestDue,
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
      state: stateOf(row, health, waits, nowMs),
      consecutiveFailures: health.consecutiveFailures,
      consecutiveFailedAttempts: health.consecutiveFailedAttempts,
      lastSuccessAt: toIsoOrNull(health.lastSuccessAtMs),
      lastFailureAt: toIsoOrNull(health.lastFailureAtMs),
      lastError: health.lastError,
      heldUntil:
        health.heldUntilMs !== null && health.heldUntilMs > nowMs ? toIsoOrNull(health.heldUntilMs) : null,
      backlog: {
        due: 0,
        oldestDueAt: toIsoOrNull(waits.oldestDueAtMs),
        arrivingPerSecond: 0,
        leavingPerSecond: 0,
      },
      successRate24h,
    },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

function stateOf(
  row: Pick<EndpointRow, "status" | "resumedAt" | "ordered">,
  health: Health,
  waits: OldestDue,
  nowMs: number,
) {
  const state = healthStateOf(row.status, health.consecutiveFailedAttempts, failingFrom);
  const wait = {
    status: row.status,
    oldestDueAtMs: waits.oldestDueAtMs,
    heldUntilMs: health.heldUntilMs,
    resumedAtMs: row.resumedAt === null ? null : fromIso(row.resumedAt),
    isBehindRetry: row.ordered && (waits.firstStartedDueAtMs ?? 0) > nowMs,
  };
  return state === "healthy" && isCongested(wait, nowMs) ? "congested" : state;
}
