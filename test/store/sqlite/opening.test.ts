import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createIdGenerator } from "../../../src/platform/id-generator.ts";
import { systemRandom } from "../../../src/platform/random.ts";
import { StartError } from "../../../src/platform/start-error.ts";
import { openDatabase } from "../../../src/store/sqlite/database.ts";
import { isSealed } from "../../../src/store/sqlite/master-key.ts";
import { knownVersion, migrate, migrateDirectory } from "../../../src/store/sqlite/migrations.ts";
import { acquireProcessLock } from "../../../src/store/sqlite/process-lock.ts";
import { openTestStore } from "../../support/a-store.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

describe("opening a data directory", () => {
  let directory: { path: string; remove(): void };
  const file = () => join(directory.path, "posthorn.db");
  const clock = new VirtualClock();
  const newId = createIdGenerator(clock, systemRandom);

  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => directory.remove());

  test("an empty directory gets a database of the present version, without a backup", () => {
    expect(migrateDirectory(directory.path)).toMatchObject({ from: 0, to: knownVersion, backup: null });
    expect(migrateDirectory(directory.path)).toMatchObject({
      from: knownVersion,
      to: knownVersion,
      backup: null,
    });
  });

  test("a file with data is backed up before it is changed, and the change keeps the data", () => {
    const db = openDatabase(file());
    migrate(db, file(), ["CREATE TABLE t (v TEXT)"]);
    db.run("INSERT INTO t VALUES ('kept')");
    const report = migrate(db, file(), ["", "ALTER TABLE t ADD COLUMN w TEXT"]);
    expect(report).toMatchObject({ from: 1, to: 2, backup: `${file()}.version-1.backup` });
    expect(db.query("SELECT * FROM t").all()).toEqual([{ v: "kept", w: null }]);
    db.close();
    const backup = new Database(report.backup ?? "");
    expect(backup.query("SELECT * FROM t").all()).toEqual([{ v: "kept" }]);
    backup.close();
  });

  test("a migration that fails changes nothing", () => {
    const db = openDatabase(file());
    expect(() => migrate(db, file(), ["CREATE TABLE t (v TEXT); INSERT INTO missing VALUES (1)"])).toThrow();
    expect(db.query("SELECT count(*) AS n FROM sqlite_schema").get()).toEqual({ n: 0 });
    db.close();
  });

  test("a file of a newer program is refused with both versions", () => {
    const db = openDatabase(file());
    migrate(db, file(), ["CREATE TABLE a (v)", "CREATE TABLE b (v)"]);
    expect(() => migrate(db, file(), ["CREATE TABLE a (v)"])).toThrow(/version 2.*up to 1/);
    db.close();
  });

  test("another program's database is refused", () => {
    const db = new Database(file());
    db.run("CREATE TABLE theirs (v)");
    db.close();
    expect(() => migrateDirectory(directory.path)).toThrow(/another program/);
  });

  test("a file that is no database, or is damaged, is refused with a sentence", () => {
    writeFileSync(file(), "this is not a database, and long enough to be read as one".repeat(20));
    expect(() => migrateDirectory(directory.path)).toThrow(StartError);
    expect(() => migrateDirectory(directory.path)).toThrow(/not a database/);
  });

  test("a truncated file is refused with a sentence", () => {
    migrateDirectory(directory.path);
    truncateSync(file(), Math.floor(statSync(file()).size / 2));
    expect(() => migrateDirectory(directory.path)).toThrow(StartError);
  });

  test("a wrong master key is found at the start", async () => {
    const open = (fill: number) =>
      openTestStore({ directory: directory.path, clock, newId, masterKey: new Uint8Array(32).fill(fill) });
    await open(1).close();
    expect(() => open(2)).toThrow(/master key/);
    await open(1).close();
  });

  test("a file that is damaged further on is refused with a sentence", () => {
    const open = () => openTestStore({ directory: directory.path, clock, newId });
    migrateDirectory(directory.path);
    const bytes = readFileSync(file());
    // All but the first page, which holds the names of the tables.
    writeFileSync(file(), bytes.fill(0xff, 4096));
    expect(open).toThrow(StartError);
    expect(open).toThrow(/is damaged. Restore a backup/);
  });

  test("data is sealed from the first opening with a master key on, and not by the migration alone", async () => {
    expect(isSealed(directory.path)).toBe(false);
    migrateDirectory(directory.path);
    expect(isSealed(directory.path)).toBe(false);
    await openTestStore({ directory: directory.path, clock, newId }).close();
    expect(isSealed(directory.path)).toBe(true);
  });

  test("a lock file that holds something else is refused with what to do", () => {
    writeFileSync(join(directory.path, "lock"), "junk".repeat(1000));
    expect(() => acquireProcessLock(directory.path)).toThrow(/Remove .*lock, which holds no data/);
  });

  test("a second process is refused while the first holds the directory", () => {
    const lock = acquireProcessLock(directory.path);
    expect(() => acquireProcessLock(directory.path)).toThrow(/Another Posthorn/);
    lock.release();
    acquireProcessLock(directory.path).release();
  });

  test("the lock of a process that was killed is free", async () => {
    const script = `
      import { acquireProcessLock } from ${JSON.stringify(join(import.meta.dir, "../../../src/store/sqlite/process-lock.ts"))};
      acquireProcessLock(${JSON.stringify(directory.path)});
      Bun.gc(true);
      console.log("held");
      setInterval(() => {}, 1000);`;
    const child = Bun.spawn([process.execPath, "-e", script], { stdout: "pipe" });
    try {
      const { value } = await child.stdout.getReader().read();
      expect(new TextDecoder().decode(value)).toContain("held");
      expect(() => acquireProcessLock(directory.path)).toThrow(/Another Posthorn/);
    } finally {
      child.kill("SIGKILL");
      await child.exited;
    }
    acquireProcessLock(directory.path).release();
  });

  test("a directory that cannot be used is refused with a sentence", () => {
    expect(() => acquireProcessLock(join(directory.path, "missing"))).toThrow(/cannot be written/);
  });
});
