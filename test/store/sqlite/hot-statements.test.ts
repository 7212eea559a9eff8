import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, spyOn, test } from "bun:test";
import { aLongHistory, type LongHistory, waitingRows } from "../../support/a-long-history.ts";
import { openRowCounter, type RowCounter } from "../../support/visited-rows.ts";

let history: LongHistory;
let counter: RowCounter;
/** Every statement that the store prepared while it opened. */
let prepared: string[] = [];

beforeAll(async () => {
  const prepare = spyOn(Database.prototype, "prepare");
  history = await aLongHistory();
  prepared = [...new Set(prepare.mock.calls.map(([sql]) => sql))].filter((sql) =>
    /^\s*(select|update|delete)/i.test(sql),
  );
  prepare.mockRestore();
  counter = openRowCounter(history.opened.directory);
});
afterAll(async () => {
  counter.close();
  await history.opened.close();
});

describe("a statement of the writing thread", () => {
  /** The ones that read a table from its end or beginning and stop at once. */
  const bounded = [
    /ORDER BY seq DESC LIMIT 10000\)/,
    /FROM chores/,
    /FROM idempotency_keys ORDER BY seq LIMIT 200\)/,
    /FROM alerts ORDER BY seq LIMIT \?/,
    /FROM source_keys ORDER BY seq LIMIT \?/,
    /max\(seq\)/,
    /from "organizations" limit/,
    /sqlite_schema/,
  ];

  test("never walks through a table, and sorts nothing", () => {
    expect(prepared.length).toBeGreaterThan(30);
    const walking = prepared.filter((sql) => {
      const isWalk = (step: string) =>
        step.includes("TEMP B-TREE") || /^SCAN (?!d$|CONSTANT|json_each)/.test(step);
      return !bounded.some((pattern) => pattern.test(sql)) && counter.explain(sql).some(isWalk);
    });
    // An organization's secrets, newest first, once when it is first used.
    expect(walking.filter((sql) => !sql.includes('from "endpoint_secrets"'))).toEqual([]);
  });

  const hot: [
    what: string,
    sql: RegExp,
    params: unknown[],
    row: string,
    index: string,
    visitedMax: number,
  ][] = [
    [
      "claims",
      /SELECT d\.seq, d\.due_at FROM .* LIMIT \?/,
      [1, 0, 0, 1e12, 1e12, 0, 64],
      "d.seq",
      "deliveries_waiting (endpoint_seq=? AND share=? AND due_at>? AND due_at<?)",
      64,
    ],
    [
      "finds the earliest of an endpoint",
      /SELECT d\.due_at, d\.created_at/,
      [1, 0, 0, 0],
      "d.seq",
      "deliveries_waiting (endpoint_seq=? AND share=? AND due_at>?)",
      1,
    ],
    [
      "finds the next endpoint that waits",
      /min\(d\.endpoint_seq\)/,
      [0],
      "d.seq",
      "deliveries_waiting (endpoint_seq>?)",
      1,
    ],
    [
      "finds what is due next",
      /SELECT d\.due_at .* d\.due_at > \? AND d\.seq/,
      [1, 0, 43_500, 0],
      "d.seq",
      "deliveries_waiting (endpoint_seq=? AND share=? AND due_at>?)",
      1,
    ],
    [
      "finds a repeated event",
      /SELECT type_seq, timestamp/,
      [1, "e700"],
      "seq",
      "sqlite_autoindex_events_1 (organization_seq=? AND id=?)",
      1,
    ],
    [
      "reads a delivery's state",
      /SELECT d\.status, d\.reason, d\.trigger/,
      [700],
      "d.seq",
      "INTEGER PRIMARY KEY (rowid=?)",
      1,
    ],
  ];
  test.each(hot)(
    "%s by its index, and visits no more than it needs",
    (_, pattern, params, row, index, visitedMax) => {
      const [sql, ...more] = prepared.filter((one) => pattern.test(one.replace(/\s+/g, " ")));
      expect(more).toEqual([]);
      const { plan, visited } = counter.read({ sql: sql ?? "", params }, row);
      expect(plan.join("\n")).toContain(index);
      expect(visited).toBeLessThanOrEqual(visitedMax);
    },
  );

  test("cancels what waits at an endpoint without a look at what has ended there", () => {
    const [update] = prepared.filter((sql) => /SET status = 3, reason = 3/.test(sql));
    const [select] = /SELECT seq FROM deliveries[\s\S]*LIMIT 1000/.exec(update ?? "") ?? [];
    const quiet = counter.read({ sql: select ?? "", params: [2, 2] }, "deliveries.seq");
    expect(quiet.plan[0]).toContain("INDEX deliveries_waiting (endpoint_seq=?");
    expect(quiet.visited).toBe(0);
    expect(counter.read({ sql: select ?? "", params: [1, 1] }, "deliveries.seq").visited).toBeLessThanOrEqual(
      waitingRows + 1,
    );
  });
});
