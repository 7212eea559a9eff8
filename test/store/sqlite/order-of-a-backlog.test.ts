import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, spyOn, test } from "bun:test";
import { join } from "node:path";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { databaseFileName } from "../../../src/store/sqlite/database.ts";
import { anAttemptResult, anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";
import { openRowCounter, type RowCounter } from "../../support/visited-rows.ts";

/** Of each kind: first attempts, retries that wait, recoveries that are due, first attempts for later. */
const rowsPerKind = 25_000;
const startMs = 1_000_000;
const kinds = ["first", "retry", "bulk", "later"] as const;

let opened: TestStore;
let counter: RowCounter;
/** Every statement that the store prepared while it opened. */
let prepared: string[] = [];

/** An ordered endpoint with a backlog of every kind, the oldest first due in turn; and a neighbor with the same. */
beforeAll(async () => {
  opened = await aStore();
  const { store, organizationId } = opened;
  const spec = { ordered: true, eventTypes: ["never.this"] };
  for (let n = 0; n < 2; n++) await store.createEndpoint(organizationId, anEndpoint({ spec }));
  await store.acceptEvent(organizationId, anEvent());
  fill();
  const prepare = spyOn(Database.prototype, "prepare");
  await opened.reopen();
  prepared = [...new Set(prepare.mock.calls.map(([sql]) => sql))];
  prepare.mockRestore();
  counter = openRowCounter(opened.directory);
});
afterAll(async () => {
  counter.close();
  await opened.close();
});

function fill(): void {
  const db = new Database(join(opened.directory, databaseFileName));
  db.run("PRAGMA busy_timeout = 5000");
  for (const endpoint of [1, 2]) {
    for (const [at, kind] of kinds.entries()) {
      const [share, attempts] = { first: [0, 0], retry: [1, 1], bulk: [2, 0], later: [0, 0] }[kind];
      const firstDue = kind === "later" ? `${10 * startMs} + n` : `n * 4 + ${at}`;
      const due = { first: firstDue, retry: `${20 * startMs} - n`, bulk: `${startMs} - n`, later: firstDue }[
        kind
      ];
      db.run(`
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${rowsPerKind})
        INSERT INTO deliveries (id, organization_seq, endpoint_seq, event_seq, type_seq, revision_seq, trigger, share,
          status, attempt_count, max_attempts, first_due_at, due_at, created_at)
        SELECT '${kind}' || n || 'to${endpoint}', 1, ${endpoint}, 1, 1, ${endpoint}, 0, ${share}, 0, ${attempts}, 8,
          ${firstDue}, ${due}, 0 FROM numbers`);
    }
  }
  db.close();
}

const fresh = /INDEXED BY deliveries_waiting WHERE d.status = 0 AND d.endpoint_seq = \? AND d.share = 0/;
const other = /INDEXED BY deliveries_in_order/;
const statement = (pattern: RegExp) => {
  const [sql, ...more] = prepared.filter((one) => pattern.test(one.replace(/\s+/g, " ")));
  expect(more).toEqual([]);
  return sql ?? "";
};

describe("whose turn it is in a backlog of a hundred thousand", () => {
  test.each([
    ["what was not started", fresh, "deliveries_waiting"],
    ["what was, and recoveries", other, "deliveries_in_order"],
  ])("is found among %s with a look at one row", (_, pattern, index) => {
    const sql = statement(pattern);
    const { plan, visited } = counter.read({ sql, params: [1, 0, startMs, startMs, 0] }, "d.seq");
    expect(plan.join("\n")).toContain(`USING INDEX ${index} (endpoint_seq=?`);
    expect(plan.join("\n")).not.toContain("TEMP B-TREE");
    expect(visited).toBe(1);
  });

  test("is not searched among what is for later: with nothing else there, no row is looked at", () => {
    const sql = statement(fresh);
    expect(counter.read({ sql, params: [1, 0, 0, 0, 0] }, "d.seq").visited).toBe(0);
  });

  test("shows with a look at one row whether the endpoint waits for a retry", async () => {
    const { store, organizationId } = opened;
    const { data } = await store.listEndpoints(organizationId, {}, { limit: 1, cursor: null }, startMs);
    const prepare = spyOn(Database.prototype, "prepare");
    await store.getEndpoint(organizationId, data[0]?.id ?? "", startMs);
    const sql = prepare.mock.calls.map(([text]) => text).find((text) => text.includes('"share" <> 0'));
    prepare.mockRestore();
    const { plan, visited } = counter.read({ sql: sql ?? "", params: [1, 0, 1] }, "deliveries.seq");
    expect(plan.join("\n")).toContain("USING INDEX deliveries_in_order (endpoint_seq=?)");
    expect(visited).toBe(1);
  });

  test("is the earliest first due, whatever its kind, and a retry that waits holds all behind it", async () => {
    const { store } = opened;
    const claimNext = (nowMs: number) => store.claimNext({ endpoint: 1, nowMs });
    const succeed = (due: DueDelivery | null) =>
      store.recordAttempt({
        delivery: due?.key ?? 0,
        endpoint: 1,
        attempt: anAttemptResult(),
        nowMs: startMs,
        jitter: 0,
        networkSuspect: false,
      });
    const first = await claimNext(startMs);
    expect(first.due).toMatchObject({ id: "first1to1", share: "first" });
    await succeed(first.due);
    expect(await claimNext(startMs)).toEqual({ due: null, nextDueAtMs: 20 * startMs - 1 });
    const retried = await claimNext(20 * startMs);
    expect(retried.due).toMatchObject({ id: "retry1to1", share: "retry" });
    await succeed(retried.due);
    expect((await claimNext(20 * startMs)).due).toMatchObject({ id: "bulk1to1", share: "bulk" });
  });
});
