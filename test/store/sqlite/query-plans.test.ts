import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Drizzle } from "../../../src/store/sqlite/drizzle.ts";
import { lists } from "../../../src/store/sqlite/reader.ts";
import { aLongHistory, failedEvery, historyRows, type LongHistory } from "../../support/a-long-history.ts";
import { type ListeningConnection, openListening } from "../../support/asked-queries.ts";
import { openRowCounter, type Query, type Reading, type RowCounter } from "../../support/visited-rows.ts";

const windowRows = 20_000;
const page = { limit: 50, cursor: null };
const fullPage = page.limit + 1;

let history: LongHistory;
let counter: RowCounter;
let connection: ListeningConnection;
let orm: Drizzle;

beforeAll(async () => {
  history = await aLongHistory();
  const { directory } = history.opened;
  counter = openRowCounter(directory);
  connection = openListening(directory);
  orm = connection.orm;
});
afterAll(async () => {
  counter.close();
  connection.close();
  await history.opened.close();
});

/** What a list asks, in order: where its window ends, and its rows; again for each further window. */
function readings(table: string, run: () => unknown): { windows: Reading[]; rows: Reading[] } {
  const asked = connection.askedBy(run);
  const isWindow = ({ sql }: Query) => sql.includes(" offset ");
  const own = asked.filter(({ sql }) => sql.includes(`from "${table}"`));
  const read = (query: Query) => counter.read(query, `"${table}"."seq"`);
  return { windows: own.filter(isWindow).map(read), rows: own.filter((query) => !isWindow(query)).map(read) };
}

const sum = (all: readonly Reading[]) => all.reduce((total, { visited }) => total + visited, 0);
const stepOf = (table: string, { plan }: Reading) =>
  plan.find((step) => step.startsWith(`SEARCH ${table} `) || step.startsWith(`SCAN ${table}`));

type ListCase = [what: string, run: () => unknown, index: string, rowsMax: number];

function describeList(table: string, cases: readonly ListCase[]): void {
  describe(`a list of ${table}`, () => {
    test.each([...cases])("%s walks its index", (_, run, index, rowsMax) => {
      const { windows, rows } = readings(table, run);
      expect(rows.length).toBeGreaterThan(0);
      for (const reading of [...windows, ...rows]) {
        expect(stepOf(table, reading)).toMatch(new RegExp(`USING (COVERING )?INDEX ${index} `));
        expect(
          reading.plan.filter((step) => /^SCAN (?!json_each)/.test(step) || step.includes("B-TREE")),
        ).toEqual([]);
        // A window's last row is also where the next one would begin.
        expect(reading.visited).toBeLessThanOrEqual(windowRows);
      }
      expect(sum(rows)).toBeLessThanOrEqual(rowsMax);
    });
  });
}

describeList("deliveries", [
  ["of a tenant", () => lists.deliveries(orm, 1, {}, page), "deliveries_by_organization", fullPage],
  ["of a small tenant", () => lists.deliveries(orm, 2, {}, page), "deliveries_by_organization", fullPage],
  [
    "of an endpoint",
    () => lists.deliveries(orm, 1, { endpointSeq: 2 }, page),
    "deliveries_by_endpoint",
    fullPage,
  ],
  ["of an event", () => lists.deliveries(orm, 1, { eventSeq: 700 }, page), "deliveries_by_event", 1],
  [
    "that failed",
    () => lists.deliveries(orm, 1, { status: "failed" }, page),
    "deliveries_unsuccessful",
    historyRows / failedEvery,
  ],
  [
    "that were canceled",
    () => lists.deliveries(orm, 1, { status: "canceled" }, page),
    "deliveries_unsuccessful",
    0,
  ],
  [
    "that are pending",
    () => lists.deliveries(orm, 1, { status: "pending" }, page),
    "deliveries_by_organization",
    fullPage,
  ],
  [
    "that failed at an endpoint",
    () => lists.deliveries(orm, 1, { endpointSeq: 2, status: "failed" }, page),
    "deliveries_by_endpoint",
    100,
  ],
  [
    "of a type that is rare",
    () => lists.deliveries(orm, 1, { eventType: "never.published" }, page),
    "deliveries_by_organization",
    historyRows,
  ],
  [
    "of a time long ago",
    () => lists.deliveries(orm, 1, { untilMs: 2 }, page),
    "deliveries_by_organization",
    historyRows,
  ],
]);

describeList("attempts", [
  ["of a tenant", () => lists.attempts(orm, 1, {}, page), "attempts_by_organization", fullPage],
  ["of a small tenant", () => lists.attempts(orm, 2, {}, page), "attempts_by_organization", fullPage],
  [
    "of an endpoint",
    () => lists.attempts(orm, 1, { endpointSeq: 2 }, page),
    "attempts_by_endpoint",
    fullPage,
  ],
  [
    "that were not answered",
    () => lists.attempts(orm, 1, { outcome: "timeout" }, page),
    "attempts_unsuccessful",
    0,
  ],
  [
    "that failed",
    () => lists.attempts(orm, 1, { outcome: "http_error" }, page),
    "attempts_unsuccessful",
    historyRows / failedEvery,
  ],
  [
    "that succeeded",
    () => lists.attempts(orm, 1, { outcome: "success" }, page),
    "attempts_by_organization",
    fullPage + 1,
  ],
  [
    "of a status that is rare",
    () => lists.attempts(orm, 1, { statusClass: "3xx" }, page),
    "attempts_by_organization",
    historyRows,
  ],
  [
    "of a trigger that is rare",
    () => lists.attempts(orm, 1, { trigger: "replay" }, page),
    "attempts_by_organization",
    historyRows,
  ],
  [
    "of a type that is rare",
    () => lists.attempts(orm, 1, { eventType: "never.published" }, page),
    "attempts_by_organization",
    historyRows,
  ],
]);

describeList("events", [
  ["of a tenant", () => lists.events(orm, 1, {}, page), "events_by_organization", fullPage],
  ["of a small tenant", () => lists.events(orm, 2, {}, page), "events_by_organization", fullPage],
  [
    "of a type that is rare",
    () => lists.events(orm, 1, { type: "never.published" }, page),
    "events_by_organization",
    historyRows,
  ],
  [
    "with a tag that is rare",
    () => lists.events(orm, 1, { tag: "never" }, page),
    "events_by_organization",
    historyRows,
  ],
]);

describeList("endpoints", [
  ["of a tenant", () => lists.endpoints(orm, 1, {}, page, 0), "endpoints_by_organization", 2],
  [
    "in a state",
    () => lists.endpoints(orm, 1, { status: "disabled" }, page, 0),
    "endpoints_by_organization",
    2,
  ],
]);

describe("attempts of one event or delivery", () => {
  test("visit no others", () => {
    for (const run of [
      () => lists.attempts(orm, 1, { eventSeq: 700 }, page),
      () => lists.attemptsOfDelivery(orm, 1, 700, page),
    ]) {
      const { windows, rows } = readings("attempts", run);
      expect(sum([...windows, ...rows])).toBeLessThanOrEqual(2);
      for (const reading of rows)
        expect(stepOf("attempts", reading)).toContain("INDEX attempts_by_delivery ");
    }
  });
});

test("a number of another tenant's endpoint, event or delivery gives nothing: every query is scoped by itself", () => {
  const pages = [
    lists.deliveries(orm, 2, { endpointSeq: 1 }, page),
    lists.deliveries(orm, 2, { eventSeq: 701 }, page),
    lists.attempts(orm, 2, { endpointSeq: 1 }, page),
    lists.attempts(orm, 2, { eventSeq: 701 }, page),
    lists.attemptsOfDelivery(orm, 2, 701, page),
  ];
  expect(pages.map(({ data }) => data.length)).toEqual([0, 0, 0, 0, 0]);
});
