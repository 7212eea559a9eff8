import { z } from "zod";
import { emptyHistogram, type LatencyHistogram, latencyAt } from "./latency-histogram.ts";
import { isoTime } from "./time.ts";

/** What statistics are counted by: whole hours and whole days, both of UTC. */
export const statisticsInterval = z.enum(["hour", "day"]);
export type StatisticsInterval = z.infer<typeof statisticsInterval>;

export const statisticsGroup = z.enum(["none", "eventType", "endpoint"]);
export type StatisticsGroup = z.infer<typeof statisticsGroup>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export const intervalMs: Record<StatisticsInterval, number> = { hour: hourMs, day: dayMs };

/** How long statistics are kept. */
export const statisticsKeptMs = 400 * dayMs;

/** A longer window is counted by days. */
export const hourlyWindowMsMax = 31 * dayMs;

/** Rows of one reply: more would hold up the thread that delivers while they are written out. */
export const statisticsRowsMax = 5000;

/** What was counted, of deliveries created in some time. */
export interface StatisticsCounts {
  /** Events published: only where one type, or all, is counted for all endpoints. */
  published: number;
  created: number;
  succeeded: number;
  failed: number;
  canceled: number;
  attempts: number;
  latency: LatencyHistogram;
}

/** Counts of nothing, to add to. */
export function noCounts(): StatisticsCounts {
  return {
    published: 0,
    created: 0,
    succeeded: 0,
    failed: 0,
    canceled: 0,
    attempts: 0,
    latency: emptyHistogram(),
  };
}

/** From `sinceMs` until before `untilMs`. */
export interface StatisticsWindow {
  sinceMs: number;
  untilMs: number;
}

/** The start of the interval that a moment lies in. */
export function startOfInterval(timeMs: number, interval: StatisticsInterval): number {
  return Math.floor(timeMs / intervalMs[interval]) * intervalMs[interval];
}

/** The window that is asked for, made larger until it is of whole intervals. */
export function roundedOut(
  { sinceMs, untilMs }: StatisticsWindow,
  interval: StatisticsInterval,
): StatisticsWindow {
  const length = intervalMs[interval];
  return {
    sinceMs: startOfInterval(sinceMs, interval),
    untilMs: Math.ceil(untilMs / length) * length,
  };
}

export function intervalFor({ sinceMs, untilMs }: StatisticsWindow): StatisticsInterval {
  return untilMs - sinceMs <= hourlyWindowMsMax ? "hour" : "day";
}

/** Of those that were decided: null where there were none. */
export function successRateOf({
  succeeded,
  failed,
}: Pick<StatisticsCounts, "succeeded" | "failed">): number | null {
  return succeeded + failed === 0 ? null : succeeded / (succeeded + failed);
}

const milliseconds = z.int().nullable();
const deliveryStatistics = {
  total: z.int().meta({ description: "Deliveries created, tests left out" }),
  succeeded: z.int(),
  failed: z.int(),
  canceled: z.int(),
  pending: z.int().meta({ description: "Those that have not ended yet" }),
  successRate: z.number().nullable().meta({ description: "succeeded / (succeeded + failed)" }),
  latencyMs: z
    .object({ p50: milliseconds, p90: milliseconds, p99: milliseconds })
    .meta({ description: "How long their attempts took, within 5 %; null without attempts" }),
};

const countsExample = {
  total: 1200,
  succeeded: 1170,
  failed: 10,
  canceled: 0,
  pending: 20,
  successRate: 0.9915254237288136,
};
const latencyExample = { p50: 85, p90: 240, p99: 1400 };

/** An endpoint's figures over a window. */
export const endpointStatistics = z
  .object({
    since: isoTime,
    until: isoTime,
    ...deliveryStatistics,
    attempts: z.int().meta({ description: "Attempts made for them" }),
  })
  .meta({
    id: "EndpointStatistics",
    example: {
      since: "2026-05-12T12:00:00.000Z",
      until: "2026-05-13T13:00:00.000Z",
      ...countsExample,
      attempts: 1260,
      latencyMs: latencyExample,
    },
  });
export type EndpointStatistics = z.infer<typeof endpointStatistics>;

const place = {
  start: isoTime.meta({ description: "Start of the hour or day, in UTC" }),
  group: z
    .string()
    .nullable()
    .meta({ description: "The event type or the endpoint's id; null without groupBy" }),
};

/** One interval and group of `GET /stats`. */
export const deliveryStatisticsRow = z.object({ ...place, ...deliveryStatistics }).meta({
  id: "DeliveryStatistics",
  example: {
    start: "2026-05-13T12:00:00.000Z",
    group: "message.delivered",
    ...countsExample,
    latencyMs: latencyExample,
  },
});
export type DeliveryStatisticsRow = z.infer<typeof deliveryStatisticsRow>;

/** One as the store lists it. */
export interface ListedStatistics extends DeliveryStatisticsRow {
  /** Events: zero where one endpoint is counted. */
  published: number;
}

/** The same with `of=events`: what was published, whether or not anybody subscribed to it. */
export const eventStatisticsRow = z
  .object({ ...place, total: z.int().meta({ description: "Events published" }) })
  .meta({
    id: "EventStatistics",
    example: { start: "2026-05-13T12:00:00.000Z", group: "message.failed", total: 17 },
  });

/** The counts as the API shows them. */
export function shownCounts(counts: StatisticsCounts) {
  const { created: total, succeeded, failed, canceled, latency } = counts;
  return {
    total,
    succeeded,
    failed,
    canceled,
    pending: total - succeeded - failed - canceled,
    successRate: successRateOf(counts),
    latencyMs: {
      p50: latencyAt(latency, 0.5),
      p90: latencyAt(latency, 0.9),
      p99: latencyAt(latency, 0.99),
    },
  };
}
