import { Database } from "bun:sqlite";
import { afterEach, describe, expect, test } from "bun:test";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemRandom } from "../../../src/platform/random.ts";
import { StartError } from "../../../src/platform/start-error.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { makeBackup } from "../../../src/store/sqlite/backup.ts";
import { knownVersion } from "../../../src/store/sqlite/migrations.ts";
import { prepareRestoration } from "../../../src/store/sqlite/restoration.ts";
import { openSqliteStore } from "../../../src/store/sqlite/sqlite-store.ts";
import { anEndpoint, anEvent, aStore, type TestStore, testMasterKey } from "../../support/a-store.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const testVault = () => createVault(testMasterKey, systemRandom);

/** A backup of a store with two tenants, an endpoint of each kind of status, and something pending. */
async function aBackup() {
  const opened = await aStore();
  ends.push(() => opened.close());
  const { store, organizationId } = opened;
  const other = await opened.addOrganization();
  const nowMs = opened.clock.now();
  const ids = { active: "ep_active", paused: "ep_paused", disabled: "ep_disabled", deleted: "ep_deleted" };
  for (const id of Object.values(ids)) await store.createEndpoint(organizationId, anEndpoint({ id, nowMs }));
  await store.createEndpoint(other, anEndpoint({ id: "ep_other", nowMs }));
  await store.pauseEndpoint(organizationId, ids.paused, nowMs);
  await store.disableEndpoint(organizationId, ids.disabled, "manual", nowMs);
  await store.deleteEndpoint(organizationId, ids.deleted, nowMs);
  await store.acceptEvent(organizationId, anEvent({ id: "evt_waiting", nowMs }));
  const { path, remove } = temporaryDirectory();
  ends.push(remove);
  const file = join(path, "posthorn.db");
  const from = join(opened.directory, "posthorn.db");
  makeBackup({
    from,
    to: file,
    isInUse: true,
    version: "1.2.3",
    clock: opened.clock,
    floorBytes: 0,
    onCopied() {},
  });
  return { opened, other, directory: path, file };
}

function prepare(
  opened: TestStore,
  file: string,
  over: Partial<Parameters<typeof prepareRestoration>[0]> = {},
) {
  const { newId, clock } = opened;
  return prepareRestoration({
    path: file,
    source: "/backups/monday.db",
    vault: testVault(),
    isHeld: false,
    nowMs: clock.now(),
    newId,
    ...over,
  });
}

function open(opened: TestStore, directory: string) {
  const { store, takeRestorationNote } = openSqliteStore({
    directory,
    vault: testVault(),
    clock: opened.clock,
    newId: opened.newId,
    version: "1.2.3",
    readerScript: null,
    syncs: "inline",
    onDamage() {},
    onFatal(error) {
      throw error;
    },
  });
  ends.push(() => store.close());
  return { store, takeRestorationNote };
}

describe("a restore", () => {
  test.each(["{", "null", '{"at":1e300,"version":"1"}', '{"at":1,"version":"1\\n2"}'])(
    "takes a backup whose stamp is %p for one without a stamp",
    async (stamp) => {
      const { opened, file } = await aBackup();
      {
        using db = new Database(file);
        db.run("UPDATE meta SET value = ? WHERE name = 'backup'", [stamp]);
      }
      expect(prepare(opened, file).backup).toBeNull();
    },
  );

  test("tells when the backup was made and what is in it, and the next start tells it once", async () => {
    const { opened, directory, file } = await aBackup();
    const at = opened.clock.now();
    expect(prepare(opened, file)).toMatchObject({
      backup: { at, version: "1.2.3" },
      version: { ofFile: knownVersion, ofProgram: knownVersion },
      heldEndpoints: 0,
      counts: { endpoints: 4, organizations: 2, pending: 2 },
    });
    const { takeRestorationNote } = open(opened, directory);
    expect(takeRestorationNote()).toEqual({ restoredAt: at, backedUpAt: at, heldEndpoints: 0 });
    expect(takeRestorationNote()).toBeNull();
  });

  test("that holds pauses what is active and nothing else, and what is pending waits", async () => {
    const { opened, other, directory, file } = await aBackup();
    await opened.clock.advance(60_000);
    expect(prepare(opened, file, { isHeld: true }).heldEndpoints).toBe(2);
    const { store, takeRestorationNote } = open(opened, directory);
    expect(takeRestorationNote()).toMatchObject({ heldEndpoints: 2 });
    const nowMs = opened.clock.now();
    const { organizationId } = opened;
    const statusOf = async (organization: typeof other, id: string) =>
      (await store.getEndpoint(organization, id, nowMs)).status;
    expect(await statusOf(organizationId, "ep_active")).toBe("paused");
    expect(await statusOf(organizationId, "ep_paused")).toBe("paused");
    expect(await statusOf(organizationId, "ep_disabled")).toBe("disabled");
    expect(await statusOf(other, "ep_other")).toBe("paused");
    const { endpoint, work } = await store.resumeEndpoint(organizationId, "ep_active", nowMs);
    expect(endpoint.status).toBe("active");
    expect(work.waiting.length).toBe(1);
  });

  test("that holds says so in each organization's audit log", async () => {
    const { opened, other, directory, file } = await aBackup();
    prepare(opened, file, { isHeld: true });
    const { store } = open(opened, directory);
    const page = { limit: 10, cursor: null };
    const logOf = async (organization: typeof other) =>
      (await store.listAuditLog(organization, {}, page)).data;
    const entry = {
      keyName: "posthorn restore --hold",
      action: "endpoint.pause",
      objectId: "ep_active",
      changes: { status: { from: "active", to: "paused" } },
    };
    expect(await logOf(opened.organizationId)).toMatchObject([entry]);
    expect(await logOf(other)).toMatchObject([{ ...entry, objectId: "ep_other" }]);
  });

  test("never gives an audit entry the number of one that was deleted", async () => {
    const { opened, file } = await aBackup();
    {
      using db = new Database(file);
      db.run("UPDATE meta SET value = json_set(value, '$.audit_log', 700) WHERE name = 'sequences'");
    }
    prepare(opened, file, { isHeld: true });
    using db = new Database(file);
    expect(db.query("SELECT seq FROM audit_log").values()).toEqual([[701], [702]]);
  });

  test("takes a database that was copied with its log after a crash", async () => {
    const { opened, directory } = await aBackup();
    const source = join(opened.directory, "posthorn.db");
    const file = join(directory, "copied.db");
    for (const ending of ["", "-wal"]) copyFileSync(source + ending, file + ending);
    expect(prepare(opened, file)).toMatchObject({ backup: null, counts: { pending: 2 } });
  });
});

describe("a restore is refused with a sentence that says what to do", () => {
  test("when the master key is another one, with both ids", async () => {
    const { opened, file } = await aBackup();
    const wrong = createVault(new Uint8Array(32).fill(8), systemRandom);
    const attempt = () => prepare(opened, file, { vault: wrong });
    expect(attempt).toThrow(StartError);
    expect(attempt).toThrow(
      `The master key (its id is ${wrong.keyId}) does not open the secrets in /backups`,
    );
    expect(attempt).toThrow(`(its id is ${testVault().keyId}). Put that key's file`);
  });

  test("when the file is of a newer version, with both versions", async () => {
    const { opened, file } = await aBackup();
    {
      using db = new Database(file);
      db.run("PRAGMA user_version = 99");
    }
    expect(() => prepare(opened, file)).toThrow(
      `/backups/monday.db has version 99, but this program knows versions up to ${knownVersion}`,
    );
  });

  test.each([
    [
      "no database",
      (file: string) => writeFileSync(file, "no database at all ".repeat(500)),
      "is not a database",
    ],
    [
      "another program's",
      (file: string) => {
        using db = new Database(file);
        db.run("PRAGMA application_id = 7");
      },
      "is a database of another program. Name a backup of Posthorn.",
    ],
    ["empty", (file: string) => writeFileSync(file, ""), "is empty: there is nothing to restore"],
    [
      "one with a trigger of its own",
      (file: string) => {
        using db = new Database(file);
        db.run("CREATE TRIGGER taps AFTER INSERT ON events BEGIN DELETE FROM api_keys; END");
      },
      "the trigger taps is not one of ours",
    ],
    [
      "one whose table is a view that never ends",
      (file: string) => {
        using db = new Database(file);
        db.run("PRAGMA foreign_keys = OFF");
        db.run("DROP TABLE attempts");
        db.run(
          "CREATE VIEW attempts AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
        );
      },
      "attempts is not the table that it should be",
    ],
    [
      "damaged",
      (file: string) => {
        const bytes = readFileSync(file);
        for (let at = 30 * 4096; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 1000);
        writeFileSync(file, bytes);
      },
      "is damaged and was not restored",
    ],
  ])("when the file is %s", async (_, spoil, sentence) => {
    const { opened, file } = await aBackup();
    spoil(file);
    const attempt = () => prepare(opened, file);
    expect(attempt).toThrow(StartError);
    expect(attempt).toThrow(sentence);
  });
});
