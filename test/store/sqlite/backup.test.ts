import { Database } from "bun:sqlite";
import { afterEach, describe, expect, test } from "bun:test";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../../../src/platform/start-error.ts";
import { makeBackup } from "../../../src/store/sqlite/backup.ts";
import { openDatabase } from "../../../src/store/sqlite/database.ts";
import { aHistory } from "../../support/a-history.ts";
import { openTestStore, type TestStore } from "../../support/a-store.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function aStoreWithHistory(): Promise<TestStore> {
  const { opened } = await aHistory(3);
  ends.push(() => opened.close());
  return opened;
}

function aPlace(): string {
  const { path, remove } = temporaryDirectory();
  ends.push(remove);
  return path;
}

function backUp(opened: TestStore, to: string, over: { floorBytes?: number } = {}) {
  return makeBackup({
    from: join(opened.directory, "posthorn.db"),
    to,
    isInUse: true,
    version: "1.2.3",
    clock: opened.clock,
    floorBytes: 0,
    onCopied() {},
    ...over,
  });
}

describe("a backup", () => {
  test("is one file with every row that the store had, and opens as a store", async () => {
    const opened = await aStoreWithHistory();
    const directory = aPlace();
    const to = join(directory, "posthorn.db");
    const report = backUp(opened, to);
    expect(readdirSync(directory)).toEqual(["posthorn.db"]);
    expect(report.bytes).toBe(statSync(to).size);
    expect(statSync(to).mode & 0o777).toBe(0o600);
    expect(report.at).toBe(opened.clock.now());
    expect(rowsIn(to)).toEqual(rowsIn(join(opened.directory, "posthorn.db")));
    expect(report.counts.events).toBe(rowsIn(to).events ?? -1);
    expect(report.counts.endpoints).toBeGreaterThan(5);

    const restored = openTestStore({ directory, clock: opened.clock, newId: opened.newId });
    const page = { limit: 100, cursor: null };
    const events = await restored.listEvents(opened.organizationId, {}, page);
    expect(events.data).toEqual((await opened.store.listEvents(opened.organizationId, {}, page)).data);
    await restored.close();
  });

  test("says with which master key its secrets are sealed, and is read where nobody may write", async () => {
    const opened = await aStoreWithHistory();
    const to = join(aPlace(), "posthorn.db");
    expect(backUp(opened, to).masterKeyId).toMatch(/^[0-9a-f]{8}$/);
    using db = new Database(to, { readonly: true });
    expect(db.query("PRAGMA journal_mode").get()).toEqual({ journal_mode: "delete" });
    const stamp = db.query<{ value: string }, []>("SELECT value FROM meta WHERE name = 'backup'").get();
    expect(JSON.parse(stamp?.value ?? "")).toEqual({ at: opened.clock.now(), version: "1.2.3" });
  });

  test("has nothing of what was erased or deleted, which free pages of the database still hold", async () => {
    const opened = await aStoreWithHistory();
    const source = join(opened.directory, "posthorn.db");
    const secretText = "to be erased ".repeat(2000);
    {
      const db = openDatabase(source);
      db.run("INSERT INTO meta VALUES ('long', ?)", [secretText]);
      db.run("PRAGMA wal_checkpoint(TRUNCATE)");
      db.run("DELETE FROM meta WHERE name = 'long'");
      db.run("PRAGMA wal_checkpoint(TRUNCATE)");
      db.close();
    }
    const to = join(aPlace(), "posthorn.db");
    backUp(opened, to);
    expect(readFileSync(source).includes("to be erased to be erased")).toBe(true);
    expect(readFileSync(to).includes("to be erased to be erased")).toBe(false);
    using db = new Database(to, { readonly: true });
    expect(db.query("PRAGMA freelist_count").get()).toEqual({ freelist_count: 0 });
  });
});

describe("no backup is made", () => {
  test("of a database that is damaged, and the sentence says so", async () => {
    const opened = await aStoreWithHistory();
    await opened.store.close();
    const source = join(opened.directory, "posthorn.db");
    const bytes = readFileSync(source);
    for (let at = 40 * 4096; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 2000);
    writeFileSync(source, bytes);
    const attempt = () =>
      makeBackup({
        from: source,
        to: join(aPlace(), "posthorn.db"),
        isInUse: false,
        version: "1.2.3",
        clock: opened.clock,
        floorBytes: 0,
        onCopied() {},
      });
    expect(attempt).toThrow(StartError);
    expect(attempt).toThrow(/The copy is damaged, and so, most likely, is .*posthorn\.db: /);
    await opened.reopen().catch(() => {});
  });

  test("that would take the room that the server keeps free", async () => {
    const opened = await aStoreWithHistory();
    const attempt = () => backUp(opened, join(aPlace(), "posthorn.db"), { floorBytes: 2 ** 60 });
    expect(attempt).toThrow(StartError);
    expect(attempt).toThrow("POSTHORN_MIN_FREE_DISK_BYTES");
  });
});

/** How many rows each table has. */
function rowsIn(path: string): Record<string, number> {
  using db = new Database(path);
  const tables = db
    .query<{ name: string }, []>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'meta'",
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db.query<{ n: number }, []>(`SELECT count(*) AS n FROM ${name}`).get()?.n ?? 0,
    ]),
  );
}
