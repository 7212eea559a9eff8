import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { SweepPlace, Swept } from "../../../src/store/retention-verbs.ts";
import { databaseFileName, openReadOnly } from "../../../src/store/sqlite/database.ts";
import { drizzleOver } from "../../../src/store/sqlite/drizzle.ts";
import { lists } from "../../../src/store/sqlite/reader.ts";
import { anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";

const dayMs = 24 * 3_600_000;
const waiting = 12_000;

let opened: TestStore;
beforeEach(async () => {
  opened = await aStore();
});
afterEach(() => opened.close());

const file = () => join(opened.directory, databaseFileName);

/** A whole sweep, or its beginning: the stage of each step, and what it gave back of the file. */
async function sweep(
  nowMs: number,
  { stepsMax = Number.POSITIVE_INFINITY } = {},
): Promise<{ stages: SweepPlace["stage"][]; givenBack: number[] }> {
  const stages: SweepPlace["stage"][] = [];
  const givenBack: number[] = [];
  for (let place: SweepPlace | null = null; ; ) {
    stages.push(place?.stage ?? "expiry");
    const found: { next: SweepPlace | null; swept: Swept } = await opened.store.sweep(
      { nowMs, wallMs: nowMs, retentionDays: 30 },
      place,
    );
    givenBack.push(found.swept.givenBackBytes);
    if (found.next === null || stages.length >= stepsMax) return { stages, givenBack };
    place = found.next;
  }
}

describe("free pages (delivery.md, Retention)", () => {
  const pages = () => {
    const db = new Database(file());
    const value = db
      .query<{ free: number; total: number }, []>(
        "SELECT freelist_count AS free, page_count AS total FROM pragma_freelist_count, pragma_page_count",
      )
      .get();
    db.close();
    return value ?? { free: 0, total: 0 };
  };

  function fill(count: number): void {
    const db = new Database(file());
    db.run("CREATE TABLE ballast (a INTEGER PRIMARY KEY, b BLOB)");
    db.run(
      `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count}) INSERT INTO ballast SELECT n, zeroblob(4000) FROM n`,
    );
    db.run("DELETE FROM ballast WHERE a > 1000");
    db.close();
  }

  test("are given back in steps when they are many", async () => {
    fill(20_000);
    const before = pages();
    expect(before.free).toBeGreaterThan(16_384);
    const { stages, givenBack } = await sweep(opened.clock.now());
    expect(stages.filter((stage) => stage === "pages").length).toBeGreaterThan(50);
    expect(Math.max(...givenBack)).toBeGreaterThan(100 * 4096);
    expect(Math.max(...givenBack)).toBeLessThanOrEqual(210 * 4096);
    const after = pages();
    expect(givenBack.reduce((sum, bytes) => sum + bytes, 0)).toBe((before.total - after.total) * 4096);
    expect(after.free).toBeLessThanOrEqual(after.total / 8);
    expect(before.total - after.total).toBeGreaterThanOrEqual(before.free - after.free);
  }, 60_000);

  test("are given back one handful at a time where the disk is slow", async () => {
    fill(20_000);
    // Every look at the clock is three milliseconds later than the one before.
    let looks = 0;
    const { monotonic } = opened.clock;
    opened.clock.monotonic = () => monotonic.call(opened.clock) + 3 * ++looks;
    const { givenBack } = await sweep(opened.clock.now(), { stepsMax: 60 });
    opened.clock.monotonic = monotonic;
    expect(Math.max(...givenBack)).toBeLessThanOrEqual(8 * 4096);
    expect(Math.max(...givenBack)).toBeGreaterThan(0);
  }, 60_000);

  test("stay for what comes next when they are few", async () => {
    fill(3000);
    const before = pages();
    await sweep(opened.clock.now());
    expect(pages()).toEqual(before);
  });
});

describe("what waits", () => {
  /** Deliveries that wait, most of them with the same due time, as after a batch. */
  async function aBacklog(): Promise<number> {
    const { store, organizationId, clock } = opened;
    await store.createEndpoint(organizationId, anEndpoint());
    await store.acceptEvent(organizationId, anEvent({ nowMs: clock.now(), deliverAtMs: clock.now() + 1 }));
    const db = new Database(file());
    db.run(`
      WITH RECURSIVE n (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < ${waiting})
      INSERT INTO deliveries (seq, id, organization_seq, endpoint_seq, event_seq, type_seq, revision_seq, trigger, share,
        status, attempt_count, max_attempts, first_due_at, due_at, created_at)
      SELECT n, 'd' || n, 1, 1, 1, 1, 1, 0, n % 3, 0, 0, 8, first_due_at + n % 2 * ${20 * dayMs}, first_due_at, created_at
      FROM n, deliveries d WHERE d.seq = 1`);
    db.close();
    return clock.now();
  }

  test("is looked through in windows, each row once, also where thousands are due at once", async () => {
    const startMs = await aBacklog();
    const orm = drizzleOver(openReadOnly(file()));
    const seen: number[] = [];
    let windows = 0;
    for (let after: number[] | null = []; after !== null; windows++) {
      const window = lists.expirable(orm, after, startMs + 31 * dayMs);
      expect(window.seqs.length).toBeLessThanOrEqual(500);
      seen.push(...window.seqs);
      after = window.after;
    }
    expect(seen.length).toBe(waiting / 2 + 1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(windows).toBeLessThan(20);
    orm.$client.close();
  });

  test("expires once it has waited for 30 days since it was first due, and no other", async () => {
    const startMs = await aBacklog();
    await sweep(startMs + 31 * dayMs);
    const db = openReadOnly(file());
    const rows = db
      .query("SELECT status, reason, count(*) AS count FROM deliveries GROUP BY 1, 2 ORDER BY 1")
      .all();
    db.close();
    expect(rows).toEqual([
      { status: 0, reason: null, count: waiting / 2 - 1 },
      { status: 2, reason: 1, count: waiting / 2 + 1 },
    ]);
  });
});
