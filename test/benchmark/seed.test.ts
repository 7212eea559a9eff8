import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { cpSync } from "node:fs";
import { eventIdOf } from "../../scripts/benchmark/ledger.ts";
import { multiplyEvent } from "../../scripts/benchmark/seed.ts";
import type { Store } from "../../src/store/store.ts";
import {
  anAttemptResult,
  anEndpoint,
  anEvent,
  aStore,
  openTestStore,
  type TestStore,
} from "../support/a-store.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const nowMs = Date.parse("2026-05-13T12:30:00.000Z");
const count = 1000;

let opened: TestStore;
let multiplied: Store | null = null;
let copy: ReturnType<typeof temporaryDirectory>;
beforeEach(async () => {
  copy = temporaryDirectory();
  opened = await aStore({ clock: new VirtualClock(nowMs) });
});
afterEach(async () => {
  await multiplied?.close();
  multiplied = null;
  await opened.close();
  copy.remove();
});

/** One event to two endpoints, pending or delivered, and then a thousand more like it. */
async function multiply({ isDelivered = false, events = 1 }): Promise<Store> {
  const { organizationId, store } = opened;
  for (let n = 0; n < 2; n++) await store.createEndpoint(organizationId, anEndpoint({ nowMs }));
  for (let n = 0; n < events; n++) {
    const { work } = await store.acceptEvent(organizationId, anEvent({ nowMs }));
    if (!isDelivered) continue;
    // The other way round: attempts are found by their delivery.
    for (const { key, endpoint } of work.due.toReversed()) {
      const ended = { nowMs, jitter: 0, networkSuspect: false };
      const attempt = anAttemptResult({ startedAtMs: nowMs, revision: endpoint });
      await store.recordAttempt({ delivery: key, endpoint, attempt, ...ended });
    }
  }
  await store.close();
  // A copy, because this process keeps the file open until its statements are collected.
  cpSync(opened.directory, copy.path, { recursive: true });
  multiplyEvent(copy.path, { count, firstEvent: 500 });
  multiplied = openTestStore({ directory: copy.path, clock: opened.clock, newId: opened.newId });
  return multiplied;
}

function statistics(store: Store) {
  const hourMs = 3_600_000;
  return store.listStatistics(opened.organizationId, {
    of: "deliveries",
    interval: "hour",
    groupBy: "endpoint",
    window: { sinceMs: nowMs - 30 * 60_000 - hourMs, untilMs: nowMs - 30 * 60_000 + hourMs },
  });
}

describe("a multiplied event", () => {
  test("that is pending is claimed by the program, the oldest first, from each endpoint in turn", async () => {
    const store = await multiply({});
    const { waiting } = await store.findWaiting(nowMs);
    expect(waiting.map(({ endpoint }) => endpoint)).toEqual([1, 2]);
    const { due } = await store.claimDue({ endpoint: 1, share: "first", limit: 3, nowMs });
    expect(due.map(({ event }) => event.id)).toEqual([501, 503, 505].map(eventIdOf));
    expect(due[0]?.dueAtMs).toBe(nowMs - 600_000 + 1200);
  });

  test("that is pending counts as pending", async () => {
    const store = await multiply({});
    expect(await statistics(store)).toMatchObject([
      { total: 501, pending: 501 },
      { total: 501, pending: 501 },
    ]);
  });

  test("that is delivered is found with its attempt", async () => {
    const store = await multiply({ isDelivered: true });
    const { organizationId } = opened;
    const page = { limit: 2, cursor: null };
    const [newest] = (await store.listDeliveries(organizationId, {}, page)).data;
    expect(newest).toMatchObject({ eventId: eventIdOf(1499), status: "succeeded", attemptCount: 1 });
    const attempts = await store.listAttemptsOfDelivery(organizationId, newest?.id ?? "", page);
    expect(attempts.data).toMatchObject([{ eventId: eventIdOf(1499), endpointId: newest?.endpointId }]);
    expect(await statistics(store)).toMatchObject([
      { total: 501, succeeded: 501, pending: 0 },
      { total: 501, succeeded: 501, pending: 0 },
    ]);
  });

  test("is followed by what the program publishes next", async () => {
    const store = await multiply({ isDelivered: true });
    const { organizationId } = opened;
    const published = await store.acceptEvent(organizationId, anEvent({ id: "next", nowMs }));
    expect(published.published).toMatchObject({ deliveries: 2, duplicate: false });
    const { data } = await store.listDeliveries(organizationId, {}, { limit: 3, cursor: null });
    expect(data.map(({ eventId }) => eventId)).toEqual(["next", "next", eventIdOf(1499)]);
  });
});

test("a file with more than one event is not multiplied", async () => {
  await expect(multiply({ events: 2 })).rejects.toThrow("a file to be multiplied has one event");
});
