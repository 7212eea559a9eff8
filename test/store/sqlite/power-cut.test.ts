import { Database } from "bun:sqlite";
import { afterEach, expect, test } from "bun:test";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { anAttemptResult, anEndpoint, anEvent, aStore, openTestStore } from "../../support/a-store.ts";
import { inShortOrLongRun, seedOfThisRun } from "../../support/long-tests.ts";
import { type SeededRandom, seededRandom } from "../../support/seeded-random.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";

// When a verb's promise resolves, its group is in the log and the log is on the disk; a checkpoint writes to the main
// file only after that, and the log is begun anew, its header first, only when the main file is on the disk
// (`write-order.test.ts` holds the program to all three). So a power cut leaves the files as they were when somebody was last answered, and of what was
// being written after it any part, in any order: that is made here, byte for byte, from the files as they were after
// each group and after the next one.

const commits = inShortOrLongRun({ short: 60, long: 200 });
const cutsPerCommit = inShortOrLongRun({ short: 1, long: 3 });
/** While a checkpoint writes to the main file, which is seldom. */
const cutsPerCheckpoint = inShortOrLongRun({ short: 6, long: 30 });
/** Where commits are brought to the disk: the server does it in the background. */
const manners = inShortOrLongRun<("background" | "inline")[]>({
  short: ["background"],
  long: ["background", "inline"],
});
const sectorBytes = 512;
/** Of a log. */
const headerBytes = 32;

/** What the disk holds of the database at one moment. */
interface Files {
  main: Uint8Array;
  log: Uint8Array;
}

/** What had been answered for by then. */
interface Ledger {
  events: ReadonlySet<string>;
  attempts: number;
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test.each(manners)(
  "a power cut at any byte of a commit or a checkpoint leaves all that was acknowledged, and a sound file (synced %s)",
  async (syncs) => {
    const seed = seedOfThisRun();
    console.log(`SEED=${seed}`);
    const random = seededRandom(seed);
    const world = await aWorld(random, syncs);
    const counts = { log: 0, main: 0 };
    let before = { files: filesIn(world.directory), ledger: world.ledger() };
    for (let n = 0; n < commits; n++) {
      await world.commit();
      const after = { files: filesIn(world.directory), ledger: world.ledger() };
      for (let cut = 0; cut < cutsPerCommit; cut++, counts.log++) {
        const log = tearLog(before.files.log, after.files.log, random);
        await world.check({ main: before.files.main, log }, before.ledger, after.ledger);
      }
      if (!Buffer.from(before.files.main).equals(after.files.main)) {
        for (let cut = 0; cut < cutsPerCheckpoint; cut++, counts.main++) {
          const main = tear(before.files.main, after.files.main, random);
          await world.check({ main, log: after.files.log }, after.ledger, after.ledger);
        }
      }
      before = after;
    }
    // Closing moves all of the log over, and deletes it last.
    await world.close();
    const { main: closed } = filesIn(world.directory);
    for (let cut = 0; cut < cutsPerCheckpoint; cut++, counts.main++) {
      const main = tear(before.files.main, closed, random);
      await world.check({ main, log: before.files.log }, before.ledger, before.ledger);
    }
    console.log(`${commits} commits, ${counts.log} cuts in the log, ${counts.main} in the main file`);
    expect(counts.main).toBeGreaterThan(cutsPerCheckpoint);
  },
  300_000,
);

function filesIn(directory: string): Files {
  const log = join(directory, "posthorn.db-wal");
  return {
    main: readFileSync(join(directory, "posthorn.db")),
    log: existsSync(log) ? readFileSync(log) : new Uint8Array(),
  };
}

/**
 * The log on its way. One that is begun anew gets its header first, which is on the disk before any frame is written
 * over: else the oldest frames would count again, up to the first one that is overwritten.
 */
function tearLog(from: Uint8Array, to: Uint8Array, random: SeededRandom): Uint8Array {
  const header = to.subarray(0, headerBytes);
  if (from.length === 0 || Buffer.from(header).equals(from.subarray(0, headerBytes)))
    return tear(from, to, random);
  const begun = from.slice();
  begun.set(header);
  return random.chance(0.3) ? tear(from, begun, random) : tear(begun, to, random);
}

/** The file on its way from one content to the other, as the cut found it. */
function tear(from: Uint8Array, to: Uint8Array, random: SeededRandom): Uint8Array {
  const cutAt = random.between(0, to.length);
  const length = Math.max(Math.min(from.length, to.length), random.chance(0.5) ? cutAt : to.length);
  const torn = new Uint8Array(length);
  torn.set(from.subarray(0, length));
  const manner = random.pick(["cut", "garbage", "any sector"] as const);
  for (let at = 0; at < length; at += sectorBytes) {
    const end = Math.min(at + sectorBytes, length, to.length);
    const wanted = to.subarray(at, end);
    if (Buffer.from(wanted).equals(torn.subarray(at, end))) continue;
    if (manner === "any sector" ? random.chance(0.5) : end <= cutAt) torn.set(wanted, at);
    else if (manner === "garbage") spoil(torn, from, to, at, end, random);
    else if (manner === "cut" && at < cutAt) torn.set(wanted.subarray(0, cutAt - at), at);
  }
  return torn;
}

/** Garbage in place of what was to be written, and only there: SQLite counts on a disk that does not harm the rest. */
function spoil(
  torn: Uint8Array,
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  end: number,
  random: SeededRandom,
): void {
  for (let at = start; at < end; at++) {
    if (at >= from.length || from[at] !== to[at]) torn[at] = random.between(0, 255);
  }
}

/** A store that takes events and records attempts, some at a time, large enough for a checkpoint now and then. */
async function aWorld(random: SeededRandom, syncs: "background" | "inline") {
  const test = await aStore({ syncs });
  let isOpen = true;
  ends.push(() => isOpen && test.close());
  const { store, organizationId, clock } = test;
  await store.createEndpoint(organizationId, anEndpoint({ nowMs: clock.now() }));
  const events = new Set<string>();
  let attempts = 0;
  const due: DueDelivery[] = [];

  async function accept(): Promise<void> {
    const nowMs = clock.now();
    const data = JSON.stringify({ text: "x".repeat(random.between(0, 30_000)) });
    const event = anEvent({ nowMs, timestampMs: nowMs, data });
    const { work } = await store.acceptEvent(organizationId, event);
    events.add(event.id);
    due.push(...work.due);
  }

  async function record({ key, endpoint }: DueDelivery): Promise<void> {
    const nowMs = clock.now();
    const attempt = anAttemptResult({ startedAtMs: nowMs });
    await store.recordAttempt({ delivery: key, endpoint, attempt, nowMs, jitter: 0, networkSuspect: false });
    attempts++;
  }

  return {
    directory: test.directory,
    ledger: (): Ledger => ({ events: new Set(events), attempts }),
    /** One group: all that comes in within one turn of the loop. */
    async commit() {
      await clock.advance(5);
      const ended = due.splice(0, random.between(0, 12));
      if (ended.length > 0) await Promise.all(ended.map(record));
      else await Promise.all(Array.from({ length: random.between(1, 12) }, accept));
    },
    /** Opens what the cut left: all that was known before it is there, and of what came with it all or nothing. */
    async check(files: Files, known: Ledger, next: Ledger) {
      // One of its own for each: a connection that the collector closes late deletes the log of its path.
      const copy = temporaryDirectory();
      writeFileSync(join(copy.path, "posthorn.db"), files.main);
      writeFileSync(join(copy.path, "posthorn.db-wal"), files.log);
      const opened = openTestStore({ directory: copy.path, clock, newId: test.newId });
      const found = readLedger(join(copy.path, "posthorn.db"));
      const isNext = found.events.size > known.events.size || found.attempts > known.attempts;
      expect(sizeOf(found)).toEqual(sizeOf(isNext ? next : known));
      expect(found).toEqual(isNext ? next : known);
      await opened.close();
      copy.remove();
    },
    async close() {
      isOpen = false;
      await store.close();
      ends.push(() => rmSync(test.directory, { recursive: true, force: true }));
    },
  };
}

const sizeOf = ({ events, attempts }: Ledger) => ({ events: events.size, attempts });

function readLedger(path: string): Ledger {
  using db = new Database(path, { readonly: true });
  const one = <Row>(sql: string) => db.query<Row, []>(sql).get() as Row;
  expect(one<{ integrity_check: string }>("PRAGMA integrity_check").integrity_check).toBe("ok");
  const ids = db.query<{ id: string }, []>("SELECT id FROM events").all();
  const { deliveries } = one<{ deliveries: number }>("SELECT count(*) AS deliveries FROM deliveries");
  expect(deliveries).toBe(ids.length);
  const { attempts } = one<{ attempts: number }>("SELECT count(*) AS attempts FROM attempts");
  return { events: new Set(ids.map(({ id }) => id)), attempts };
}
