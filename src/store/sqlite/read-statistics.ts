import { and, eq, gte, inArray, isNull, lt, sql, sum } from "drizzle-orm";
import { validationFailed } from "../../domain/app-error.ts";
import { addEncodedHistogram } from "../../domain/latency-histogram.ts";
import {
  type EndpointStatistics,
  type ListedStatistics,
  noCounts,
  type StatisticsCounts,
  type StatisticsInterval,
  type StatisticsWindow,
  shownCounts,
  startOfInterval,
  statisticsRowsMax,
  successRateOf,
} from "../../domain/statistics.ts";
import { toIso } from "../../domain/time.ts";
import type { StatisticsQuery } from "../statistics-verbs.ts";
import type { Drizzle } from "./drizzle.ts";
import { endpoints, statistics, typeNames } from "./schema.ts";
import { allEndpoints } from "./statistics-writer.ts";

/** A query with its references resolved; without an endpoint: all of them. */
export interface StatisticsRead
  extends Pick<StatisticsQuery, "of" | "interval" | "groupBy" | "window" | "eventType"> {
  endpointSeq?: number | undefined;
}

/** Counters that are added up for one reply: there is one for each endpoint, type and interval. */
const countersMax = 50_000;

const counters = {
  startMs: statistics.startAtMs,
  typeSeq: statistics.typeSeq,
  published: statistics.published,
  created: statistics.created,
  succeeded: statistics.succeeded,
  failed: statistics.failed,
  canceled: statistics.canceled,
  attempts: statistics.attempts,
  latency: statistics.latency,
};

/** All that was counted for one endpoint in a window of whole intervals. */
export function readEndpointStatistics(
  orm: Drizzle,
  organizationSeq: number,
  endpointSeq: number,
  window: StatisticsWindow,
  interval: StatisticsInterval,
): EndpointStatistics {
  const counts = noCounts();
  const rows = orm
    .select(counters)
    .from(statistics)
    .where(and(...within(organizationSeq, interval, window), eq(statistics.endpointSeq, endpointSeq)))
    .all();
  for (const row of rows) addRow(counts, row);
  const { sinceMs, untilMs } = window;
  return {
    since: toIso(sinceMs),
    until: toIso(untilMs),
    ...shownCounts(counts),
    attempts: counts.attempts,
  };
}

/** The success rate since 24 hours before, in whole hours; null where nothing was decided. */
export function readSuccessRate24h(
  orm: Drizzle,
  organizationSeq: number,
  endpointSeq: number,
  nowMs: number,
): number | null {
  const sinceMs = startOfInterval(nowMs - 24 * 3600_000, "hour");
  const row = orm
    .select({
      succeeded: sum(statistics.succeeded).mapWith(Number),
      failed: sum(statistics.failed).mapWith(Number),
    })
    .from(statistics)
    .where(
      and(
        ...within(organizationSeq, "hour", { sinceMs, untilMs: Number.MAX_SAFE_INTEGER }),
        eq(statistics.endpointSeq, endpointSeq),
      ),
    )
    .get();
  return successRateOf({ succeeded: row?.succeeded ?? 0, failed: row?.failed ?? 0 });
}

/** One row for each interval and group in which something was counted, oldest first. */
export function listStatistics(
  orm: Drizzle,
  organizationSeq: number,
  query: StatisticsRead,
): ListedStatistics[] {
  const typeSeq = query.eventType === undefined ? undefined : seqOfType(orm, query.eventType);
  if (typeSeq === null) return [];
  const sums = new Map<string, { startMs: number; groupSeq: number | null; counts: StatisticsCounts }>();
  for (const row of readCounters(orm, organizationSeq, query, typeSeq)) {
    const groupSeq = { none: null, eventType: row.typeSeq, endpoint: row.endpointSeq }[query.groupBy];
    const name = `${row.startMs} ${groupSeq}`;
    const sum = sums.get(name) ?? { startMs: row.startMs, groupSeq, counts: noCounts() };
    sums.set(name, sum);
    addRow(sum.counts, row);
  }
  const found = [...sums.values()].filter(
    ({ counts }) => (query.of === "events" ? counts.published : counts.created) > 0,
  );
  if (found.length > statisticsRowsMax) throw tooManyRows(found.length);
  const nameOf = namesOfGroups(
    orm,
    query.groupBy,
    found.flatMap(({ groupSeq }) => groupSeq ?? []),
  );
  return found
    .map(({ startMs, groupSeq, counts }) => ({
      start: toIso(startMs),
      group: nameOf(groupSeq),
      published: counts.published,
      ...shownCounts(counts),
    }))
    .sort((a, b) => compare(a.start, b.start) || compare(a.group ?? "", b.group ?? ""));
}

function readCounters(
  orm: Drizzle,
  organizationSeq: number,
  { interval, window, groupBy, endpointSeq }: StatisticsRead,
  typeSeq: number | undefined,
) {
  const columns = { ...counters, endpointSeq: statistics.endpointSeq };
  const wanted = [
    ...within(organizationSeq, interval, window),
    typeSeq === undefined ? undefined : eq(statistics.typeSeq, typeSeq),
  ];
  const isOfEach = groupBy === "endpoint" && endpointSeq === undefined;
  const rows = isOfEach
    ? orm
        .select(columns)
        .from(endpoints)
        // Endpoint by endpoint, because the counters of one lie side by side: the other way round walks over all.
        .crossJoin(statistics)
        .where(
          and(
            eq(endpoints.organizationSeq, organizationSeq),
            isNull(endpoints.deletedAt),
            sql`${statistics.endpointSeq} = ${endpoints.seq}`,
            ...wanted,
          ),
        )
        .limit(countersMax + 1)
        .all()
    : orm
        .select(columns)
        .from(statistics)
        .where(and(...wanted, eq(statistics.endpointSeq, endpointSeq ?? allEndpoints)))
        .limit(countersMax + 1)
        .all();
  if (rows.length > countersMax) throw tooManyRows(rows.length);
  return rows;
}

function within(
  organizationSeq: number,
  interval: StatisticsInterval,
  { sinceMs, untilMs }: StatisticsWindow,
) {
  return [
    eq(statistics.organizationSeq, organizationSeq),
    eq(statistics.span, interval),
    gte(statistics.startAtMs, sinceMs),
    lt(statistics.startAtMs, untilMs),
  ];
}

function addRow(
  counts: StatisticsCounts,
  row: Omit<StatisticsCounts, "latency"> & { latency: Uint8Array },
): void {
  counts.published += row.published;
  counts.created += row.created;
  counts.succeeded += row.succeeded;
  counts.failed += row.failed;
  counts.canceled += row.canceled;
  counts.attempts += row.attempts;
  addEncodedHistogram(counts.latency, row.latency);
}

/** Null for a name that no event has had. */
function seqOfType(orm: Drizzle, name: string): number | null {
  return (
    orm.select({ seq: typeNames.seq }).from(typeNames).where(eq(typeNames.name, name)).get()?.seq ?? null
  );
}

function namesOfGroups(
  orm: Drizzle,
  groupBy: StatisticsQuery["groupBy"],
  seqs: readonly number[],
): (groupSeq: number | null) => string | null {
  if (groupBy === "none") return () => null;
  const distinct = [...new Set(seqs)];
  const rows =
    groupBy === "eventType"
      ? orm
          .select({ seq: typeNames.seq, name: typeNames.name })
          .from(typeNames)
          .where(inArray(typeNames.seq, distinct))
          .all()
      : orm
          .select({ seq: endpoints.seq, name: endpoints.id })
          .from(endpoints)
          .where(inArray(endpoints.seq, distinct))
          .all();
  const names = new Map(rows.map(({ seq, name }) => [seq, name]));
  return (groupSeq) => (groupSeq === null ? null : (names.get(groupSeq) ?? null));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function tooManyRows(count: number): Error {
  const message = `gives more than ${statisticsRowsMax} rows (${count} or more counters match): choose a shorter window, interval=day, or one endpointId or eventType`;
  return validationFailed([{ path: "groupBy", message }]);
}
