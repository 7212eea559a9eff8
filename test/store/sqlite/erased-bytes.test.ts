import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../../src/store/sqlite/database.ts";
import { anAttemptResult, anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";

const marker = "what a person asked to have erased. ";

/** Whether the bytes are in the database, once its log is brought in. */
function isInFile({ directory }: TestStore): boolean {
  const path = join(directory, "posthorn.db");
  const db = openDatabase(path);
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
  return readFileSync(path).includes(marker);
}

test.each([
  ["a short text", 1],
  ["a text of many pages", 2000],
])(
  "%s of an event that is erased is overwritten in the file, with what receivers answered",
  async (_, times) => {
    const opened = await aStore();
    const { store, organizationId } = opened;
    const nowMs = opened.clock.now();
    const text = marker.repeat(times);
    await store.createEndpoint(organizationId, anEndpoint({ nowMs }));
    const event = anEvent({ id: "evt_1", data: JSON.stringify({ text }), nowMs });
    const { work } = await store.acceptEvent(organizationId, event);
    const [due] = work.due;
    if (!due) throw new Error("the event has no delivery");
    const result = anAttemptResult({ responseBody: text.slice(0, 60_000), startedAtMs: nowMs, revision: 1 });
    const ended = { nowMs, jitter: 0, networkSuspect: false };
    await store.recordAttempt({ delivery: due.key, endpoint: due.endpoint, attempt: result, ...ended });
    expect(isInFile(opened)).toBe(true);
    await store.eraseEvent(organizationId, "evt_1", nowMs);
    expect(isInFile(opened)).toBe(false);
    await opened.close();
  },
);
