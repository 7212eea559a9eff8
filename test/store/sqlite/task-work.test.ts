import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { databaseFileName, openReadOnly } from "../../../src/store/sqlite/database.ts";
import { drizzleOver } from "../../../src/store/sqlite/drizzle.ts";
import { type RecoveryQuery, recoverableSql } from "../../../src/store/sqlite/read-recoverable.ts";
import { type ReplayQuery, replayableSql } from "../../../src/store/sqlite/read-replayable.ts";
import { countTaskWork, findTaskWork } from "../../../src/store/sqlite/read-task-work.ts";
import { narrowToWindow } from "../../../src/store/sqlite/walk-up.ts";
import { aLongHistory, failedEvery, historyRows, type LongHistory } from "../../support/a-long-history.ts";
import { openRowCounter, type RowCounter } from "../../support/visited-rows.ts";

const hourMs = 3_600_000;
const windowMs = 10_000;

let history: LongHistory;
let counter: RowCounter;
let db: Database;

beforeAll(async () => {
  history = await aLongHistory();
  const path = join(history.opened.directory, databaseFileName);
  const writer = new Database(path);
  // One a second, so that an hour of slack is a small part of the whole.
  writer.run("UPDATE events SET created_at = seq * 1000");
  writer.run("UPDATE deliveries SET created_at = seq * 1000");
  writer.close();
  db = openReadOnly(path);
  counter = openRowCounter(history.opened.directory);
});
afterAll(async () => {
  db.close();
  counter.close();
  await history.opened.close();
});

const recovery = (over: Partial<RecoveryQuery> = {}): RecoveryQuery => ({
  kind: "recover",
  endpointSeq: history.busyEndpoint,
  statuses: ["failed", "canceled"],
  sinceMs: 0,
  untilMs: null,
  isByEnd: false,
  throughSeq: historyRows + 1,
  ...over,
});
const replay = (over: Partial<ReplayQuery> = {}): ReplayQuery => ({
  kind: "replay",
  organizationSeq: history.organization,
  endpointSeq: history.quietEndpoint,
  subscription: ["*"],
  filter: null,
  eventTypes: null,
  onlyMissing: true,
  sinceMs: 0,
  untilMs: null,
  throughSeq: historyRows + 1,
  nowMs: 1e15,
  ...over,
});

/** What SQLite visits of the row for a statement with named values. */
function reading(sql: string, params: Record<string, string | number>, row: string) {
  const used = Object.fromEntries(Object.entries(params).filter(([name]) => sql.includes(`$${name}`)));
  return counter.read({ sql, params: [used] }, row);
}

describe("what a task walks in a long history", () => {
  const all = { since: 0, until: 1e15, after: 0, through: historyRows + 1, limit: 1e6, now: 1e15, offset: 9 };
  const { find, nth } = recoverableSql({ statuses: ["failed", "canceled"], isByEnd: false });

  test.each([find, nth])("a recovery visits what did not succeed, and nothing else", (sql) => {
    const { plan, visited } = reading(sql, { ...all, endpoint: history.busyEndpoint }, "d.seq");
    expect(plan.join("\n")).toContain("deliveries_unsuccessful_by_endpoint (endpoint_seq=? AND rowid>?");
    expect(plan.join("\n")).not.toContain("B-TREE");
    expect(visited).toBeLessThanOrEqual(historyRows / failedEvery);
  });

  test.each([replayableSql.find, replayableSql.nth])(
    "a replay visits the tenant's events in pages",
    (sql) => {
      const { plan, visited } = reading(sql, { ...all, organization: history.organization }, "e.seq");
      expect(plan[0]).toContain("events_by_organization (organization_seq=? AND rowid>?");
      expect(plan.join("\n")).not.toContain("B-TREE");
      expect(visited).toBeLessThanOrEqual(1001);
    },
  );

  test("judging visits the deliveries of the events in hand, and nothing else", () => {
    const { judge } = recoverableSql({ statuses: ["failed", "canceled"], isByEnd: false });
    for (const sql of [judge, replayableSql.judge]) {
      const plan = counter.explain(sql).join("\n");
      expect(plan).toContain("SCAN j VIRTUAL TABLE");
      expect(plan).toContain("INDEX deliveries_by_event (event_seq=?");
      expect(plan).not.toMatch(/SCAN (?!j )/);
    }
  });

  test("a window of time is found without walking to it", () => {
    const range = { after: 0, through: historyRows + 1 };
    const at = 30_000_000;
    const { after, through } = narrowToWindow(db, "events", range, { sinceMs: at, untilMs: at + windowMs });
    expect(after).toBeLessThan((at - hourMs) / 1000);
    expect(after).toBeGreaterThan((at - hourMs) / 1000 - 1100);
    expect(through).toBeGreaterThan((at + windowMs + hourMs) / 1000);
    expect(through).toBeLessThan((at + windowMs + hourMs) / 1000 + 1100);
  });
});

describe("what a task finds in a long history", () => {
  const walkAll = (query: RecoveryQuery | ReplayQuery, limit: number) => {
    const seqs: number[] = [];
    for (let after = 0; ; ) {
      const { found, position, isEnd } = findTaskWork(drizzleOver(db), query, { after, limit });
      expect(found.length).toBeLessThanOrEqual(limit);
      seqs.push(...found.map(({ seq }) => seq));
      if (isEnd) return seqs;
      expect(position).toBeGreaterThan(after);
      after = position;
    }
  };
  const rows = (sql: string) =>
    db
      .query<{ seq: number }, []>(sql)
      .all()
      .map(({ seq }) => seq);

  test.each([7, 250])("a recovery finds every failure once, in steps of %i", (limit) => {
    const failed = rows("SELECT seq FROM deliveries WHERE endpoint_seq = 1 AND status = 2 ORDER BY seq");
    expect(failed.length).toBeGreaterThan(20);
    expect(walkAll(recovery(), limit)).toEqual(failed);
  });

  test("a replay finds every event of the tenant once, also in a part of the time", () => {
    const events = "SELECT seq FROM events WHERE organization_seq = 1";
    expect(walkAll(replay(), 5000)).toEqual(rows(`${events} ORDER BY seq`));
    const [sinceMs, untilMs] = [10_000_000, 10_500_000];
    expect(walkAll(replay({ sinceMs, untilMs }), 250)).toEqual(
      rows(`${events} AND created_at >= ${sinceMs} AND created_at < ${untilMs} ORDER BY seq`),
    );
    expect(walkAll(replay({ subscription: ["never.published"] }), 250)).toEqual([]);
  });

  test("a dry run counts it all, and is put off after 200 ms at most", () => {
    const total = { matched: 0, queued: 0, skipped: 0 };
    for (let position = 0, isEnd = false; !isEnd; ) {
      const startedAt = performance.now();
      const counted = countTaskWork(drizzleOver(db), replay(), position);
      expect(performance.now() - startedAt).toBeLessThan(2000);
      for (const name of ["matched", "queued", "skipped"] as const) total[name] += counted[name];
      ({ position, isEnd } = counted);
    }
    const delivered = rows("SELECT seq FROM deliveries WHERE endpoint_seq = 2").length;
    expect(total.skipped).toBe(delivered);
    expect(total.matched).toBe(rows("SELECT seq FROM events WHERE organization_seq = 1").length);
    expect(total.queued).toBe(total.matched - total.skipped);
  });
});
