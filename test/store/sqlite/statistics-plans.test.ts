import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { databaseFileName } from "../../../src/store/sqlite/database.ts";
import type { Drizzle } from "../../../src/store/sqlite/drizzle.ts";
import { lists } from "../../../src/store/sqlite/reader.ts";
import type { StatisticsQuery } from "../../../src/store/statistics-verbs.ts";
import { anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";
import { type ListeningConnection, openListening } from "../../support/asked-queries.ts";
import { openRowCounter, type RowCounter } from "../../support/visited-rows.ts";

const hourMs = 3_600_000;
/** Counters of two endpoints, and of all, three types each, for so many hours. */
const hours = 10_000;
const types = 3;

let opened: TestStore;
let counter: RowCounter;
let connection: ListeningConnection;
let orm: Drizzle;

beforeAll(async () => {
  opened = await aStore();
  const { store, organizationId, directory } = opened;
  for (const eventTypes of [["a"], ["b"]]) {
    await store.createEndpoint(organizationId, anEndpoint({ spec: { eventTypes } }));
  }
  for (const type of ["a", "b", "c"]) await store.acceptEvent(organizationId, anEvent({ type }));
  const db = new Database(join(directory, databaseFileName));
  db.run(`
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${hours}),
      e (e) AS (VALUES (0), (1), (2)), t (t) AS (VALUES (1), (2), (3))
    INSERT INTO statistics SELECT 1, 0, e, n * ${hourMs}, t, 0, 1, 1, 0, 0, 1, x'' FROM n, e, t`);
  db.close();
  counter = openRowCounter(directory);
  connection = openListening(directory);
  orm = connection.orm;
});
afterAll(async () => {
  counter.close();
  connection.close();
  await opened.close();
});

/** Counters that a read looks at, and how SQLite finds them. */
function visited(run: () => unknown) {
  const asked = connection.askedBy(run);
  const [query] = asked.filter(({ sql }) => sql.includes(`"statistics"`));
  if (query === undefined) throw new Error("nothing was asked of the counters");
  return counter.read(query, `"statistics"."start_at"`);
}

const window = { sinceMs: 9000 * hourMs, untilMs: 9024 * hourMs };
const read = (over: Partial<StatisticsQuery> & { endpointSeq?: number }) =>
  lists.statistics(orm, 1, { of: "deliveries", interval: "hour", groupBy: "none", window, ...over });

describe("statistics look at the window's counters alone", () => {
  const cases: [what: string, run: () => unknown, rows: number][] = [
    ["of all", () => read({}), 24 * types],
    ["by type", () => read({ groupBy: "eventType" }), 24 * types],
    ["of one endpoint", () => read({ endpointSeq: 2, groupBy: "endpoint" }), 24 * types],
    ["of one type", () => read({ eventType: "b" }), 24 * types],
    ["by endpoint", () => read({ groupBy: "endpoint" }), 2 * 24 * types],
    ["of one endpoint's page", () => lists.endpointStatistics(orm, 1, 2, window, "hour"), 24 * types],
    ["for a success rate", () => lists.successRate24h(orm, 1, 2, 9024 * hourMs), (24 + 977) * types],
  ];

  test.each(cases)("%s", (_, run, rows) => {
    const reading = visited(run);
    expect(reading.plan.join("\n")).toContain(
      "SEARCH statistics USING PRIMARY KEY (organization_seq=? AND span=?",
    );
    expect(reading.visited).toBeLessThanOrEqual(rows);
  });
});

test("a reply of too many rows, or from too many counters, is refused with what to ask instead", () => {
  const [firstMs, lastMs] = [0, hours * hourMs];
  const ask = (over: Parameters<typeof read>[0]) => () =>
    read({ window: { sinceMs: firstMs, untilMs: lastMs }, ...over });
  expect(ask({})).toThrow("choose a shorter window");
  expect(ask({ groupBy: "endpoint" })).toThrow("choose a shorter window");
});

test("another tenant sees none of them", () => {
  expect(
    lists.statistics(orm, 2, {
      of: "deliveries",
      interval: "hour",
      groupBy: "endpoint",
      window,
      endpointSeq: 1,
    }),
  ).toEqual([]);
  expect(lists.successRate24h(orm, 2, 1, 9000 * hourMs)).toBeNull();
});
