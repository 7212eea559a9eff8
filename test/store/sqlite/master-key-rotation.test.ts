import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OrganizationId } from "../../../src/domain/id.ts";
import { createIdGenerator } from "../../../src/platform/id-generator.ts";
import { systemRandom } from "../../../src/platform/random.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { databaseFileName } from "../../../src/store/sqlite/database.ts";
import {
  type MasterKeyRotation,
  openMasterKeyRotation,
} from "../../../src/store/sqlite/master-key-rotation.ts";
import { sealedColumns } from "../../../src/store/sqlite/sealed-columns.ts";
import type { Store } from "../../../src/store/store.ts";
import { aSource } from "../../support/a-source.ts";
import { aKey, anEndpoint, openTestStore } from "../../support/a-store.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const oldKey = new Uint8Array(32).fill(1);
const newKey = new Uint8Array(32).fill(2);
const otherKey = new Uint8Array(32).fill(3);
/** More than one step has. */
const made = 600;

let directory: { path: string; remove(): void };
let organizationId: OrganizationId;
const clock = new VirtualClock();
const newId = createIdGenerator(clock, systemRandom);
const file = () => join(directory.path, databaseFileName);
const open = (masterKey: Uint8Array) => openTestStore({ directory: directory.path, clock, newId, masterKey });

beforeEach(async () => {
  directory = temporaryDirectory();
  const store = open(oldKey);
  organizationId = newId("organization") as OrganizationId;
  await store.initialize({ organizationId, key: aKey({ role: "operator" }) });
  await Promise.all(Array.from({ length: made }, (_, n) => add(store, `made-${n}`)));
  await store.close();
});
afterEach(() => directory.remove());

function add(store: Store, uid: string) {
  const bodySignature = { header: "X-S", encoding: "hex" as const, prefix: "", secret: `key of ${uid}` };
  const signing = { scheme: "hmac" as const, bodySignature };
  const spec = { uid, headers: { Authorization: `secret of ${uid}` }, signing };
  const config = { verification: { kind: "bearer", token: `token of ${uid}` } };
  return Promise.all([
    store.createEndpoint(organizationId, anEndpoint({ spec })),
    store.createSource(
      organizationId,
      aSource({ id: `src_${uid}`, spec: { name: uid, status: "active", config } }),
    ),
  ]);
}

/** Everything sealed opens, and what is in it is what was put there. */
async function expectReadable(masterKey: Uint8Array, uids: readonly string[]): Promise<void> {
  const store = open(masterKey);
  for (const uid of uids) {
    const { headers, secrets, signing } = await store.findTarget(organizationId, uid);
    expect(headers).toEqual({ Authorization: `secret of ${uid}` });
    expect(secrets).toHaveLength(1);
    expect(signing.bodySignature?.secret).toBe(`key of ${uid}`);
    const { config } = await store.getSource(organizationId, `src_${uid}`);
    expect(config).toEqual({ verification: { kind: "bearer", token: `token of ${uid}` } });
  }
  await store.close();
}
const someUids = ["made-0", "made-499", "made-500", `made-${made - 1}`];

function begin(givenKey = oldKey, chosenKey: Uint8Array | null = null): MasterKeyRotation {
  return openMasterKeyRotation({
    directory: directory.path,
    given: { key: givenKey, vault: createVault(givenKey, systemRandom) },
    chosenKey,
    makeKey: () => newKey,
  });
}

function finish(rotation: MasterKeyRotation): number {
  let resealed = 0;
  for (let done = false; !done; ) {
    const step = rotation.step();
    resealed += step.resealed;
    done = step.done;
  }
  rotation.finish();
  rotation.close();
  return resealed;
}

describe("a change of the master key", () => {
  test("lets the new key open everything, and the old one nothing", async () => {
    expect(finish(begin())).toBe(sealedColumns.length * made);
    await expectReadable(newKey, someUids);
    expect(() => open(oldKey)).toThrow(/master key/);
  });

  test("may break off after any step: both keys open the data, and either one finishes", async () => {
    for (let steps = 0; steps <= 2 * sealedColumns.length; steps++) {
      const rotation = begin(steps % 2 === 0 ? oldKey : newKey);
      for (let n = 0; n < steps; n++) rotation.step();
      rotation.close();
      await expectReadable(oldKey, someUids);
      await expectReadable(newKey, someUids);
      expect(() => open(otherKey)).toThrow(/master key/);
    }
    const store = open(oldKey);
    await add(store, "made-meanwhile");
    await store.close();
    finish(begin(newKey));
    await expectReadable(newKey, [...someUids, "made-meanwhile"]);
    expect(() => open(oldKey)).toThrow(/master key/);
  });

  test("takes no more than 500 values in a transaction", () => {
    const rotation = begin();
    const stepsInAll = 2 * sealedColumns.length;
    const steps = Array.from({ length: stepsInAll }, () => rotation.step());
    expect(steps.map(({ resealed, done }) => [resealed, done])).toEqual(
      steps.map((_, n) => [n % 2 === 0 ? 500 : 100, n === stepsInAll - 1]),
    );
    rotation.close();
  });

  test("that broke off takes no third key", async () => {
    begin().close();
    expect(() => begin(oldKey, otherKey)).toThrow(/Finish that one first/);
    finish(begin(oldKey, newKey));
    await expectReadable(newKey, someUids);
  });

  test("to the same key is refused, and with a wrong old one too", async () => {
    expect(() => begin(oldKey, oldKey)).toThrow(/already/);
    expect(() => begin(otherKey)).toThrow(/master key/);
    await expectReadable(oldKey, someUids);
  });

  test("leaves neither key in the file, not even in its free space", () => {
    const rotation = begin();
    const db = new Database(file(), { readonly: true });
    const kept = db
      .query<{ value: Uint8Array }, []>("SELECT value FROM meta WHERE name LIKE 'master_key_%'")
      .all();
    db.close();
    expect(kept).toHaveLength(3);
    finish(rotation);
    const bytes = readFileSync(file());
    expect(kept.filter(({ value }) => bytes.includes(Buffer.from(value)))).toHaveLength(0);
  });
});

test("every sealed column takes part", () => {
  const db = new Database(file(), { readonly: true });
  const found = db
    .query<{ name: string }, []>(
      `SELECT t.name || '.' || c.name AS name FROM sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND c.name LIKE 'sealed%' ORDER BY name`,
    )
    .all();
  db.close();
  expect(found.map(({ name }) => name)).toEqual(
    sealedColumns.map(({ table, column }) => `${table}.${column}`).sort(),
  );
});
