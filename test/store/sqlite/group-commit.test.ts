import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { AppError } from "../../../src/domain/app-error.ts";
import { systemClock } from "../../../src/platform/clock.ts";
import { createGroupCommit, type GroupCommitOptions } from "../../../src/store/sqlite/group-commit.ts";
import { type LogSync, syncedByCommit } from "../../../src/store/sqlite/log-sync.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

describe("a group commit", () => {
  let db: Database;
  const values = () =>
    db
      .query<{ v: string }, []>("SELECT v FROM t ORDER BY rowid")
      .all()
      .map(({ v }) => v);
  const insert = (v: string) => () => {
    db.run("INSERT INTO t (v) VALUES (?)", [v]);
    return v;
  };
  const aGroup = (over: Partial<GroupCommitOptions> = {}) =>
    createGroupCommit({
      db,
      log: syncedByCommit,
      clock: new VirtualClock(),
      notes: { mark: () => 0, forgetSince() {} },
      beforeCommit() {},
      afterRollback() {},
      onFatal: (error) => {
        throw error;
      },
      ...over,
    });

  beforeEach(() => {
    db = new Database(":memory:");
    db.run("CREATE TABLE t (v TEXT NOT NULL UNIQUE)");
  });
  afterEach(() => db.close());

  test("takes what one turn of the loop collected into one transaction", async () => {
    let commits = 0;
    const group = aGroup({ beforeCommit: () => commits++ });
    expect(await Promise.all(["a", "b", "c"].map((v) => group.run(insert(v))))).toEqual(["a", "b", "c"]);
    expect(commits).toBe(1);
    expect(values()).toEqual(["a", "b", "c"]);
  });

  test("a verb that fails takes nothing of its own and none of its neighbours along", async () => {
    const group = aGroup();
    const failing = group.run(() => {
      insert("half")();
      throw new AppError("conflict", "no");
    });
    const [first, second, third] = await Promise.allSettled([
      group.run(insert("a")),
      failing,
      group.run(insert("b")),
    ]);
    expect([first?.status, second?.status, third?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(values()).toEqual(["a", "b"]);
  });

  test("effects run after the commit, and only those of verbs that succeeded", async () => {
    const effects: string[] = [];
    const group = aGroup();
    const good = group.run((transaction) =>
      transaction.afterCommit(() => effects.push(`good ${db.inTransaction}`)),
    );
    const bad = group.run((transaction) => {
      transaction.afterCommit(() => effects.push("bad"));
      throw new AppError("conflict", "no");
    });
    await Promise.allSettled([good, bad]);
    expect(effects).toEqual(["good false"]);
  });

  test("a full disk rejects the whole group with a sentence, and the next group works once there is room", async () => {
    const pages = db.query<{ page_count: number }, []>("PRAGMA page_count").get()?.page_count ?? 0;
    db.run(`PRAGMA max_page_count = ${pages}`);
    let rollbacks = 0;
    const group = aGroup({ afterRollback: () => rollbacks++ });
    const [small, large] = await Promise.allSettled([
      group.run(insert("a")),
      group.run(insert("x".repeat(100_000))),
    ]);
    for (const one of [small, large]) {
      expect(one?.status === "rejected" && one.reason).toMatchObject({ code: "unavailable" });
    }
    expect(values()).toEqual([]);
    expect(rollbacks).toBe(1);
    db.run("PRAGMA max_page_count = 1000000");
    await group.run(insert("after"));
    expect(values()).toEqual(["after"]);
  });

  test("tells its meter how many verbs went to disk together, and when nothing did", async () => {
    const told: (number | string)[] = [];
    const meter = {
      committed: (verbs: number, durationMs: number) => void told.push(verbs, durationMs),
      synced: () => void told.push("synced"),
      failed: () => void told.push("failed"),
    };
    const pages = db.query<{ page_count: number }, []>("PRAGMA page_count").get()?.page_count ?? 0;
    const group = aGroup({ meter });
    await Promise.all(["a", "b", "c"].map((v) => group.run(insert(v))));
    db.run(`PRAGMA max_page_count = ${pages}`);
    await expect(group.run(insert("x".repeat(100_000)))).rejects.toMatchObject({ code: "unavailable" });
    expect(told).toEqual([3, 0, "synced", "failed"]);
  });

  test("trouble at the commit itself is fatal: nobody is told that something was stored", async () => {
    const fatal: string[] = [];
    const group = aGroup({
      beforeCommit() {
        throw new Error("the disk answered with an error");
      },
      onFatal: (error) => fatal.push(error.message),
    });
    await expect(group.run(insert("a"))).rejects.toMatchObject({ code: "unavailable" });
    expect(fatal).toEqual(["the disk answered with an error"]);
    expect(values()).toEqual([]);
  });

  test("after trouble at a commit nothing is stored any more, however soon the disk recovers", async () => {
    let commits = 0;
    const group = aGroup({
      beforeCommit() {
        if (++commits === 1) throw new Error("the disk answered with an error");
      },
      onFatal() {},
    });
    // More than a group takes: the last ones still wait when the first group fails.
    const before = Array.from({ length: 600 }, (_, n) => group.run(insert(String(n))));
    const settled = await Promise.allSettled(before);
    settled.push(...(await Promise.allSettled([group.run(insert("after"))])));
    for (const one of settled) {
      expect(one.status === "rejected" && one.reason).toMatchObject({ code: "unavailable" });
    }
    expect(values()).toEqual([]);
  });

  test("a group has an end: what does not fit goes into the next, in order", async () => {
    let commits = 0;
    const group = aGroup({ beforeCommit: () => commits++ });
    await Promise.all(Array.from({ length: 1200 }, (_, n) => group.run(insert(String(n)))));
    expect(commits).toBe(3);
    expect(values()).toEqual(Array.from({ length: 1200 }, (_, n) => String(n)));
  });

  test("draining waits for everything under way", async () => {
    const group = aGroup();
    const all = Promise.all(Array.from({ length: 600 }, (_, n) => group.run(insert(String(n)))));
    await group.drain();
    expect(values()).toHaveLength(600);
    await all;
  });

  describe("whose log is brought to the disk beside the writing thread", () => {
    /** A disk that is done when the test says so. */
    class HeldLog implements LogSync {
      waiting: ((error: Error | null) => void)[] = [];
      sync(done: (error: Error | null) => void): void {
        this.waiting.push(done);
      }
      close(): void {}
      finish(error: Error | null = null): void {
        this.waiting.shift()?.(error);
      }
    }
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const aWatched = (promise: Promise<unknown>) => {
      const state = { is: "waiting" };
      promise.then(
        () => (state.is = "stored"),
        () => (state.is = "refused"),
      );
      return state;
    };

    test("nobody is told before it is on the disk, and memory follows the file at once", async () => {
      const log = new HeldLog();
      const group = aGroup({ log, clock: systemClock });
      const effects: string[] = [];
      const first = aWatched(
        group.run((transaction) => {
          transaction.afterCommit(() => effects.push("a"));
          return insert("a")();
        }),
      );
      await turn();
      expect([values(), effects, first.is]).toEqual([["a"], ["a"], "waiting"]);
      log.finish();
      await turn();
      expect(first.is).toBe("stored");
    });

    test("what comes while the disk works makes one group, with a sync of its own", async () => {
      const log = new HeldLog();
      let commits = 0;
      const group = aGroup({ log, clock: systemClock, beforeCommit: () => commits++ });
      const first = aWatched(group.run(insert("a")));
      await turn();
      const second = aWatched(group.run(insert("b")));
      await turn();
      const third = aWatched(group.run(insert("c")));
      await turn();
      expect([commits, log.waiting.length]).toEqual([1, 1]);
      log.finish();
      await turn();
      expect([commits, log.waiting.length, first.is, second.is]).toEqual([2, 1, "stored", "waiting"]);
      log.finish();
      await turn();
      expect([second.is, third.is]).toEqual(["stored", "stored"]);
    });

    test("a group that is large by then is committed at once, and told of after a sync of its own", async () => {
      const log = new HeldLog();
      let commits = 0;
      const group = aGroup({ log, clock: systemClock, beforeCommit: () => commits++ });
      const first = aWatched(group.run(insert("a")));
      await turn();
      const many = Array.from({ length: 40 }, (_, n) => aWatched(group.run(insert(`b${n}`))));
      await turn();
      expect([commits, log.waiting.length]).toEqual([2, 1]);
      log.finish();
      await turn();
      expect([first.is, many.at(-1)?.is, log.waiting.length]).toEqual(["stored", "waiting", 1]);
      log.finish();
      await turn();
      expect(many.map(({ is }) => is)).toEqual(many.map(() => "stored"));
    });

    test("a disk that fails is fatal, and nobody is told that something was stored", async () => {
      const log = new HeldLog();
      const fatal: string[] = [];
      const group = aGroup({ log, clock: systemClock, onFatal: (error) => fatal.push(error.message) });
      const first = aWatched(group.run(insert("a")));
      await turn();
      const second = aWatched(group.run(insert("b")));
      log.finish(new Error("EIO"));
      await turn();
      expect([first.is, second.is, fatal]).toEqual(["refused", "refused", ["EIO"]]);
      await expect(group.run(insert("c"))).rejects.toMatchObject({ code: "unavailable" });
      expect(log.waiting).toEqual([]);
    });

    test("draining waits for the disk", async () => {
      const log = new HeldLog();
      const group = aGroup({ log, clock: systemClock });
      void group.run(insert("a"));
      await turn();
      const drained = aWatched(group.drain());
      await turn();
      expect(drained.is).toBe("waiting");
      log.finish();
      await turn();
      expect(drained.is).toBe("stored");
    });
  });
});
