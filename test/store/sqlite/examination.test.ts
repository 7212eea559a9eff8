import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../../src/domain/finding.ts";
import { systemRandom } from "../../../src/platform/random.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { makeBackup } from "../../../src/store/sqlite/backup.ts";
import { examineDatabase } from "../../../src/store/sqlite/database-examination.ts";
import { aHistory } from "../../support/a-history.ts";
import { testMasterKey } from "../../support/a-store.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";

const directory = temporaryDirectory();
const healthy = join(directory.path, "healthy.db");
let nowMs = 0;
let files = 0;

beforeAll(async () => {
  const { opened } = await aHistory(5);
  nowMs = opened.clock.now() + 60_000;
  const from = join(opened.directory, "posthorn.db");
  makeBackup({
    from,
    to: healthy,
    isInUse: true,
    version: "1",
    clock: opened.clock,
    floorBytes: 0,
    onCopied() {},
  });
  await opened.close();
});
afterAll(() => directory.remove());

function examine(path: string, over: { masterKey?: Uint8Array; isFull?: boolean; nowMs?: number } = {}) {
  const findings: Finding[] = [];
  examineDatabase({
    path,
    isInUse: false,
    nowMs: over.nowMs ?? nowMs,
    vault: createVault(over.masterKey ?? testMasterKey, systemRandom),
    isFull: over.isFull ?? true,
    report: (finding) => findings.push(finding),
  });
  return findings;
}

/** A copy of the healthy file to which something was done. */
function spoiled(spoil: (db: Database) => void): string {
  const path = join(directory.path, `spoiled-${++files}.db`);
  copyFileSync(healthy, path);
  const db = new Database(path);
  db.run("PRAGMA foreign_keys = OFF");
  spoil(db);
  db.close();
  return path;
}

const spoiledBy = (sql: string) => spoiled((db) => db.run(sql));
const bad = (findings: readonly Finding[]) =>
  findings
    .filter(({ status }) => status !== "ok")
    .map(({ check, status, message }) => ({ check, status, message }));

describe("an examination of the database", () => {
  test("finds nothing wrong with one that has lived for a while", () => {
    const findings = examine(healthy);
    expect(bad(findings)).toEqual([]);
    expect(findings.length).toBeGreaterThan(12);
    expect(findings.find(({ check }) => check === "database.rows")?.message).toMatch(
      /^It holds \d\d+ events/,
    );
  });

  test("writes nothing", () => {
    const before = readFileSync(healthy);
    examine(healthy);
    expect(readFileSync(healthy).equals(before)).toBe(true);
  });

  const oneDelivery = "(SELECT max(seq) FROM deliveries WHERE status <> 0 AND attempt_count > 0)";
  test.each([
    [
      "DELETE FROM events WHERE seq = (SELECT max(event_seq) FROM deliveries)",
      "database.references",
      "orphaned",
    ],
    ["DELETE FROM endpoint_secrets", "endpoints.complete", "no signing secret"],
    ["DELETE FROM endpoint_revisions", "deliveries.complete", "revision that is missing"],
    [
      `UPDATE deliveries SET due_at = 5 WHERE seq = ${oneDelivery}`,
      "deliveries.due",
      "1 deliveries are pending",
    ],
    [
      `UPDATE deliveries SET attempt_count = 9 WHERE seq = ${oneDelivery}`,
      "deliveries.attempts",
      "1 deliveries count",
    ],
    [
      "INSERT INTO chores (seq, kind, endpoint_seq, position) VALUES (9999, 1, 9999, 0)",
      "chores.complete",
      "1 chores are about endpoints that are missing",
    ],
  ])("%s is a problem", (sql, check, words) => {
    const findings = examine(spoiledBy(sql));
    const found = findings.find((one) => one.check === check);
    expect(found?.status).toBe("problem");
    expect(found?.message).toContain(words);
    expect(found?.advice).toContain("posthorn restore");
  });

  test("statistics that count fewer deliveries than there are get a warning", () => {
    const found = bad(examine(spoiledBy("DELETE FROM statistics WHERE endpoint_seq = 0")));
    expect(found).toMatchObject([{ check: "statistics.counters", status: "warning" }]);
    expect(found[0]?.message).toMatch(/^The statistics lack \d\d+ deliveries, in \d+ hours/);
  });

  test("a damaged page is a problem, and what can be read is examined all the same", () => {
    let pages: number[] = [];
    const path = spoiled((db) => {
      const rows = db
        .query<{ pageno: number }, []>("SELECT pageno FROM dbstat WHERE name = 'attempts'")
        .all();
      pages = rows.map(({ pageno }) => pageno);
    });
    const bytes = readFileSync(path);
    for (const page of pages) bytes.fill(0x5a, (page - 1) * 4096, page * 4096);
    writeFileSync(path, bytes);
    const found = bad(examine(path));
    expect(found[0]).toMatchObject({ status: "problem" });
    expect(found.map(({ check }) => check)).toContain("database.integrity");
  });

  test("what is no database is a problem with a sentence", () => {
    const path = join(directory.path, "none.db");
    writeFileSync(path, "nothing that SQLite knows ".repeat(300));
    expect(bad(examine(path))).toMatchObject([{ check: "database.readable", status: "problem" }]);
  });

  test("a newer file is a problem with both versions, and its tables are left alone", () => {
    const [found, ...more] = bad(examine(spoiledBy("PRAGMA user_version = 77")));
    expect(found).toMatchObject({ check: "database.version", status: "problem" });
    expect(found?.message).toMatch(/has version 77, and this program knows versions up to \d+/);
    expect(more).toEqual([]);
  });

  test("a wrong master key is a problem", () => {
    const found = bad(examine(healthy, { masterKey: new Uint8Array(32).fill(9) }));
    expect(found).toMatchObject([{ check: "secrets.master_key", status: "problem" }]);
  });

  test("a secret that the right key does not open is named by its endpoint", () => {
    const [found] = bad(examine(spoiledBy("UPDATE endpoint_secrets SET sealed = x'00' WHERE seq = 1")));
    expect(found).toMatchObject({ check: "secrets.sealed", status: "problem" });
    expect(found?.message).toContain("of 1 endpoints, ep_");
  });

  test("a clock behind the newest rows gets a warning", () => {
    expect(bad(examine(healthy, { nowMs: nowMs - 86_400_000 }))).toMatchObject([
      { check: "clock.wall", status: "warning" },
    ]);
  });

  test("that is not full reads nothing to its end", () => {
    const checks = examine(spoiledBy("DELETE FROM endpoint_secrets"), { isFull: false }).map(
      ({ check }) => check,
    );
    expect(checks).toEqual([
      "database.version",
      "database.size",
      "database.schema",
      "secrets.master_key",
      "secrets.sealed",
      "clock.wall",
    ]);
  });
});
