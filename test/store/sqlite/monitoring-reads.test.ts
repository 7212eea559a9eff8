import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Drizzle } from "../../../src/store/sqlite/drizzle.ts";
import { lists } from "../../../src/store/sqlite/reader.ts";
import { aLongHistory, historyRows, type LongHistory } from "../../support/a-long-history.ts";
import { type ListeningConnection, openListening } from "../../support/asked-queries.ts";
import { openRowCounter, type RowCounter } from "../../support/visited-rows.ts";

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

/** What a reading asks of the table, with the rows that each question visits. */
function readings(run: () => unknown, table: string) {
  const asked = connection.askedBy(run);
  const own = asked.filter(({ sql }) => sql.includes(`from "${table}"`));
  return own.map((query) => counter.read(query, `"${table}"."seq"`));
}

describe("what alerts and congestion are decided by", () => {
  test("attempts are read from their place on, a portion at a time", () => {
    const [first] = readings(() => lists.attemptTallies(orm, 0), "attempts");
    expect(first?.plan.join("\n")).toContain("SEARCH attempts USING INTEGER PRIMARY KEY (rowid>?)");
    expect(first?.visited).toBe(10_000);
    const [last] = readings(() => lists.attemptTallies(orm, historyRows - 10), "attempts");
    expect(last?.visited).toBeLessThanOrEqual(11);
  });

  test("all portions together hold every attempt once", () => {
    let [place, total, portions] = [0, 0, 0];
    for (let done = false; !done; portions++) {
      const portion = lists.attemptTallies(orm, place);
      total += portion.tallies.reduce((sum, { count }) => sum + count, 0);
      ({ place, done } = portion);
    }
    expect([total, portions]).toEqual([historyRows, 5]);
  });

  test("the place of a time is found by halving", () => {
    const asked = connection.askedBy(() => expect(lists.attemptPlace(orm, 30_000)).toBe(29_999));
    expect(asked.length).toBeLessThan(20);
    const visited = asked.slice(1).map((query) => counter.read(query, '"attempts"."seq"').visited);
    expect(Math.max(...visited)).toBe(1);
  });

  test("what waits is looked at endpoint by endpoint, along the index, however much waits", () => {
    const [question] = connection.askedBy(() =>
      expect(lists.congestion(orm, historyRows + 60_000).now).toEqual([history.busyEndpoint]),
    );
    const plan = counter.explain(question?.sql ?? "").join("\n");
    expect(plan).not.toMatch(/SCAN (d|n|h|deliveries|endpoints)\b(?!.*INDEX)/);
    expect(plan).toContain(
      "SEARCH d USING INDEX deliveries_waiting (endpoint_seq=? AND share=? AND due_at<?)",
    );
    expect(plan).toContain("deliveries_waiting (endpoint_seq>?)");
  });

  test("lists of alerts walk their index", () => {
    const page = { limit: 50, cursor: null };
    const planOf = (filter: object) => {
      const all = readings(() => lists.alerts(orm, 1, filter, page), "alerts");
      const steps = all.flatMap(({ plan }) => plan);
      expect(steps.filter((step) => step.includes("B-TREE") || step.startsWith("SCAN"))).toEqual([]);
      return steps.join("\n");
    };
    expect(planOf({})).toContain("INDEX alerts_by_organization (organization_seq=?");
    expect(planOf({ endpointSeq: 1 })).toContain("INDEX alerts_by_endpoint (endpoint_seq=?");
    expect(planOf({ state: "ACTIVATED" })).toContain(
      "INDEX alerts_active_by_organization (organization_seq=?",
    );
  });
});
