import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../../src/domain/app-error.ts";
import { createIdGenerator } from "../../../src/platform/id-generator.ts";
import { systemRandom } from "../../../src/platform/random.ts";
import { StartError } from "../../../src/platform/start-error.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { openSqliteStore } from "../../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { anAttemptResult, anEndpoint, anEvent, aStore, testMasterKey } from "../../support/a-store.ts";
import { inShortOrLongRun } from "../../support/long-tests.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const pageBytes = 4096;
const pageStep = inShortOrLongRun({ short: 5, long: 1 });
const page = { limit: 100, cursor: null };

let sound: { path: string; remove(): void };
let copies = 0;
beforeAll(async () => {
  sound = temporaryDirectory();
  await fill(join(sound.path, "sound"));
});
afterAll(() => sound.remove());

/** A file with something in every table that the work needs, closed. */
async function fill(directory: string): Promise<void> {
  const world = await aStore();
  const { store, organizationId, clock } = world;
  for (let n = 0; n < 3; n++) await store.createEndpoint(organizationId, anEndpoint({ nowMs: clock.now() }));
  for (let n = 0; n < 40; n++) {
    const event = anEvent({ nowMs: clock.now(), data: JSON.stringify({ text: "x".repeat(n * 100) }) });
    const { work } = await store.acceptEvent(organizationId, event);
    for (const { key, endpoint } of work.due.slice(0, 2)) {
      const attempt = anAttemptResult({ startedAtMs: clock.now() });
      const nowMs = clock.now();
      await store.recordAttempt({
        delivery: key,
        endpoint,
        attempt,
        nowMs,
        jitter: 0,
        networkSuspect: false,
      });
    }
  }
  await store.close();
  cpSync(world.directory, directory, { recursive: true });
  rmSync(world.directory, { recursive: true });
}

/** The sound file with a change made to it. */
function damaged(change: (path: string) => void): string {
  // One of its own for each: a connection that the collector closes late deletes the log of its path.
  const copy = join(sound.path, String(copies++));
  mkdirSync(copy);
  const path = join(copy, "posthorn.db");
  cpSync(join(sound.path, "sound/posthorn.db"), path);
  change(path);
  return copy;
}

/** Uses all that the program does, on what opened. What it says of it, as sentences. */
async function use(directory: string): Promise<string[]> {
  const said: string[] = [];
  const clock = new VirtualClock();
  const newId = createIdGenerator(clock, systemRandom);
  let store: Store;
  try {
    ({ store } = openSqliteStore({
      directory,
      vault: createVault(testMasterKey, systemRandom),
      clock,
      newId,
      version: "0.0.0-test",
      readerScript: null,
      syncs: "inline",
      onFatal: (error) => said.push(error.message),
      onDamage: (sentence) => said.push(sentence),
    }));
  } catch (error) {
    // Anything else would be a stack trace.
    if (error instanceof StartError) return [error.message];
    throw error;
  }
  const sentenceOf = (error: unknown) => {
    if (error instanceof AppError && error.code === "unavailable") return said.push(error.message);
    throw error;
  };
  const organization = await store.findOrganization("default").catch(sentenceOf);
  if (typeof organization === "object" && organization !== null) {
    const { id } = organization;
    await store.findWaiting(clock.now()).catch(sentenceOf);
    await store.acceptEvent(id, anEvent({ nowMs: clock.now() })).catch(sentenceOf);
    await store.listEvents(id, {}, page).catch(sentenceOf);
    await store.listDeliveries(id, {}, page).catch(sentenceOf);
    await store.listAttempts(id, {}, page).catch(sentenceOf);
    await store.listEndpoints(id, {}, page, clock.now()).catch(sentenceOf);
  }
  await store.close().catch(sentenceOf);
  return said;
}

describe("a damaged file is met with a sentence, never with a stack trace", () => {
  test.each([
    ["garbage", (at: number) => seededRandom(at).bytes(pageBytes)],
    ["zeros", () => new Uint8Array(pageBytes)],
  ])(
    "whichever page holds %s",
    async (_, content) => {
      const pages = statSync(join(sound.path, "sound/posthorn.db")).size / pageBytes;
      let told = 0;
      for (let at = 0; at < pages; at += pageStep) {
        const directory = damaged((path) => {
          const bytes = readFileSync(path);
          bytes.set(content(at), at * pageBytes);
          writeFileSync(path, bytes);
        });
        const said = await use(directory);
        if (said.length === 0) continue;
        told++;
        expect(said[0]).toMatch(/is damaged|is not a database|of another program|Posthorn (never|could)/);
      }
      expect(told).toBeGreaterThan(pages / pageStep / 6);
    },
    120_000,
  );

  test.each([1, 100, 4095, 4096, 5000])("when only %p bytes of it are left", async (bytes) => {
    const said = await use(damaged((path) => truncateSync(path, bytes)));
    expect(said[0]).toMatch(/is damaged|is not a database|is empty/);
  });

  test("when its last page is missing", async () => {
    const said = await use(damaged((path) => truncateSync(path, statSync(path).size - pageBytes)));
    expect(said[0]).toContain("is damaged. Restore a backup");
  });

  test("when it was emptied, which must not pass for a first start", async () => {
    const directory = damaged((path) => truncateSync(path, 0));
    expect((await use(directory))[0]).toContain("is empty: its content was lost. Restore a backup");
    expect(statSync(join(directory, "posthorn.db")).size).toBe(0);
  });

  test("when it is gone and its log is not, which is left as it is", async () => {
    const directory = damaged((path) => {
      rmSync(path);
      writeFileSync(`${path}-wal`, "what was committed last");
    });
    expect((await use(directory))[0]).toContain("is missing, but its log");
    expect(readFileSync(join(directory, "posthorn.db-wal"), "utf8")).toBe("what was committed last");
  });

  test("but not when only its log is garbage, as a power cut leaves it: the rest opens", async () => {
    const directory = damaged((path) => writeFileSync(`${path}-wal`, seededRandom(1).bytes(50_000)));
    expect(await use(directory)).toEqual([]);
  });
});
