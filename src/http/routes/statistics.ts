import { z } from "zod";
import { validationFailed } from "../../domain/app-error.ts";
import {
  deliveryStatisticsRow,
  endpointStatistics,
  eventStatisticsRow,
  hourlyWindowMsMax,
  intervalFor,
  intervalMs,
  type ListedStatistics,
  roundedOut,
  type StatisticsInterval,
  type StatisticsWindow,
  statisticsGroup,
  statisticsInterval,
  statisticsRowsMax,
} from "../../domain/statistics.ts";
import { fromIso, isoTimeInput } from "../../domain/time.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { exampleOf } from "../schema-example.ts";
import { endpointParams, eventTypeFilter, idFilter } from "./parameters.ts";

const windowQuery = {
  since: isoTimeInput.optional().meta({ description: "Created in the hour or day of this time, or later" }),
  until: isoTimeInput.optional().meta({ description: "Created before this time, or in its hour or day" }),
};

const endpointQuery = z.strictObject(windowQuery);

const of = z.enum(["deliveries", "events"]);
const query = z.strictObject({
  of: of
    .default("deliveries")
    .meta({ description: "What is counted: deliveries by what became of them, or events published" }),
  interval: statisticsInterval.default("hour").meta({ description: "Whole hours or days of UTC" }),
  groupBy: statisticsGroup
    .default("none")
    .meta({ description: "One row for each type or endpoint in each interval" }),
  endpointId: idFilter("Only to this endpoint (id or uid)"),
  eventType: eventTypeFilter,
  ...windowQuery,
});

/** Without `since`: so long before the end. */
const defaultWindowMs: Record<StatisticsInterval, number> = {
  hour: intervalMs.day,
  day: 30 * intervalMs.day,
};

/** A window that reached further would be replied with times of five digits for the year, or of a year before 0. */
const earliestMs = fromIso("0000-01-01T00:00:00.000Z");
const latestMs = fromIso("9999-12-31T00:00:00.000Z");

export const statisticsRoutes: Route[] = [
  defineRoute({
    method: "GET",
    path: "/api/v1/endpoints/:id/stats",
    operationId: "getEndpointStatistics",
    tag: "Statistics",
    summary: "Count what an endpoint was sent in a window",
    description:
      "Deliveries created in the window, whenever they ended, and the attempts made for them; tests are left out. The window is rounded out to whole hours, or, if it is longer than 31 days, to whole days, as replied. Kept for 400 days.",
    permission: "view",
    params: endpointParams,
    query: endpointQuery,
    responses: { 200: { description: "The counts", schema: endpointStatistics } },
    async handle({ caller, params: { id }, query }, { operations: { store, clock } }) {
      const asked = windowOf(query, clock.now(), intervalMs.day);
      const interval = intervalFor(asked);
      const window = roundedOut(asked, interval);
      return reply(200, await store.getEndpointStatistics(caller.organizationId, id, window, interval));
    },
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/stats",
    operationId: "listStatistics",
    tag: "Statistics",
    summary: "Count deliveries or events by hour or day",
    description: `One row for each interval and group in which something was created, the oldest first. Without a window: the last 24 hours, or with \`interval=day\` the last 30 days. By the hour a window may be 31 days long, and a reply has at most ${statisticsRowsMax} rows: more are refused. What a deleted endpoint got stays in the counts, but is no group of its own.`,
    permission: "view",
    query,
    responses: {
      200: {
        description: "The rows, oldest first; with `of=events` they have a total alone",
        schema: z.object({
          data: z.union([z.array(deliveryStatisticsRow), z.array(eventStatisticsRow)]),
        }),
        example: { data: [exampleOf(deliveryStatisticsRow)] },
      },
    },
    async handle({ caller, query }, { operations: { store, clock } }) {
      const { since, until, ...wanted } = query;
      refuseEndpointsOfEvents(wanted);
      const asked = windowOf({ since, until }, clock.now(), defaultWindowMs[wanted.interval]);
      refuseLongHourly(asked, wanted.interval);
      const window = roundedOut(asked, wanted.interval);
      const rows = await store.listStatistics(caller.organizationId, { ...wanted, window });
      return reply(200, {
        data: wanted.of === "events" ? rows.map(asEventRow) : rows,
      });
    },
  }),
];

function asEventRow({ start, group, published }: ListedStatistics) {
  return { start, group, total: published };
}

function windowOf(
  { since, until }: { since?: string | undefined; until?: string | undefined },
  nowMs: number,
  defaultMs: number,
): StatisticsWindow {
  const untilMs = Math.min(latestMs, until === undefined ? nowMs : fromIso(until));
  const sinceMs = Math.max(earliestMs, since === undefined ? untilMs - defaultMs : fromIso(since));
  if (sinceMs < untilMs) return { sinceMs, untilMs };
  const end = until === undefined ? "now, where the window ends without `until`" : "`until`";
  throw validationFailed([{ path: "since", message: `must be before ${end}` }]);
}

function refuseLongHourly({ sinceMs, untilMs }: StatisticsWindow, interval: StatisticsInterval): void {
  if (interval === "day" || untilMs - sinceMs <= hourlyWindowMsMax) return;
  const message = "must be at most 31 days before the window's end; ask with interval=day for a longer one";
  throw validationFailed([{ path: "since", message }]);
}

/** Who gets an event is a matter of its deliveries. */
function refuseEndpointsOfEvents(
  wanted: Pick<z.output<typeof query>, "of" | "groupBy" | "endpointId">,
): void {
  if (wanted.of !== "events") return;
  const message = "goes with of=deliveries alone: an event is published to no endpoint in particular";
  if (wanted.endpointId !== undefined) throw validationFailed([{ path: "endpointId", message }]);
  if (wanted.groupBy === "endpoint") throw validationFailed([{ path: "groupBy", message }]);
}
