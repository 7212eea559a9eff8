import { describe, expect, test } from "bun:test";
import type { AttemptMeter } from "../../src/delivery/attempt-meter.ts";
import type { OrganizationId } from "../../src/domain/id.ts";
import type { LiveChanges } from "../../src/domain/live-changes.ts";
import { createLiveFeed, type LiveFeed } from "../../src/monitoring/live-feed.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { anAnswer } from "../support/a-network.ts";
import { anEndpoint } from "../support/a-store.ts";
import { engineForEachTest } from "../support/an-engine.ts";

const start = engineForEachTest();

/** An engine whose attempts a feed is told of. */
async function aWatchedEngine() {
  let feed: LiveFeed | null = null;
  const meter: AttemptMeter = {
    attempted: (...attempt) => feed?.noteAttempt(...attempt),
    notAttempted() {},
  };
  const world = await start({ meter });
  const { store, clock, organizationId } = world.test;
  const made = createLiveFeed({ store, clock, logger: silentLogger });
  feed = made;
  const told: LiveChanges[] = [];
  let isClosed = false;
  const watcher = {
    onChanges: (changes: LiveChanges) => told.push(changes),
    onClosed: () => {
      isClosed = true;
    },
  };
  return { world, clock, organizationId, feed: made, told, watcher, isClosed: () => isClosed };
}

describe("api.md: the live stream", () => {
  test("tells of what happens within a second in one message, and of a quiet second nothing", async () => {
    const { world, clock, organizationId, feed, told, watcher } = await aWatchedEngine();
    const id = await world.endpoint();
    feed.watch(organizationId, watcher);
    await world.publish();
    await clock.advance(150);
    expect(told).toHaveLength(1);
    await Promise.all([world.publish(), world.publish()]);
    await clock.advance(800);
    await world.publish();
    await clock.advance(10_000);
    expect(told.map(({ deliveries }) => deliveries.length)).toEqual([1, 3]);
    expect(told.map(({ endpoints }) => endpoints)).toEqual([
      [{ id, status: "active", health: "healthy", consecutiveFailedAttempts: 0 }],
      [],
    ]);
  });

  test("names the latest hundred deliveries and counts the others", async () => {
    const { world, clock, organizationId, feed, told, watcher } = await aWatchedEngine();
    await world.endpoint();
    feed.watch(organizationId, watcher);
    for (let i = 0; i < 130; i++) await world.publish({ id: `event-${i}` });
    await clock.advance(5000);
    const all = told.flatMap(({ deliveries }) => deliveries);
    const leftOut = told.reduce((sum, { deliveriesLeftOut }) => sum + deliveriesLeftOut, 0);
    expect(all.length + leftOut).toBe(130);
    expect(Math.max(...told.map(({ deliveries }) => deliveries.length))).toBeLessThanOrEqual(100);
    expect(all.at(-1)?.eventId).toBe("event-129");
  });

  test("tells how an endpoint fares when that has changed, and that it is gone", async () => {
    const { world, clock, organizationId, feed, told, watcher } = await aWatchedEngine();
    const id = await world.endpoint();
    feed.watch(organizationId, watcher);
    const endpoints = () => told.splice(0).flatMap((changes) => changes.endpoints);
    world.network.receive(() => anAnswer(500));
    await world.publish();
    await clock.advance(1100);
    expect(endpoints()).toEqual([{ id, status: "active", health: "healthy", consecutiveFailedAttempts: 1 }]);
    feed.noteWork((await world.test.store.pauseEndpoint(organizationId, id, clock.now())).work);
    await clock.advance(1100);
    expect(endpoints()).toEqual([expect.objectContaining({ id, status: "paused" })]);
    feed.noteWork(await world.test.store.deleteEndpoint(organizationId, id, clock.now()));
    await clock.advance(1100);
    expect(endpoints()).toEqual([{ id, status: "deleted" }]);
  });

  test("tells a watcher nothing of other organizations, and nothing after it has left", async () => {
    const { world, clock, organizationId, feed, told, watcher } = await aWatchedEngine();
    const other = await world.test.addOrganization({ uid: "acme" });
    await world.endpoint();
    feed.watch(other, watcher);
    const leave = feed.watch(organizationId, { ...watcher, onChanges() {} });
    await world.publish();
    await clock.advance(2000);
    leave();
    await world.publish();
    await clock.advance(2000);
    expect(told).toEqual([]);
  });

  test("is not held up by what changes where nobody looks on", async () => {
    const { world, clock, organizationId, feed, told, watcher } = await aWatchedEngine();
    const { store } = world.test;
    const other = await world.test.addOrganization({ uid: "acme" });
    const elsewhere = [];
    for (let n = 0; n < 60; n++) {
      const { endpoint } = await store.createEndpoint(
        other,
        anEndpoint({ id: `ep_${n}`, nowMs: clock.now() }),
      );
      elsewhere.push((await store.findTarget(other, endpoint.id)).endpoint);
    }
    const id = await world.endpoint();
    feed.watch(organizationId, watcher);
    const { work } = await store.pauseEndpoint(organizationId, id, clock.now());
    feed.noteWork({ ...work, changed: [...elsewhere, ...work.changed] });
    await clock.advance(150);
    expect(told.flatMap(({ endpoints }) => endpoints)).toEqual([
      expect.objectContaining({ id, status: "paused" }),
    ]);
  });

  test("lets no organization keep another from looking on, and has an end", async () => {
    const { organizationId, feed, watcher } = await aWatchedEngine();
    const others = Array.from({ length: 10 }, (_, n) => `org_${n}` as OrganizationId);
    for (const [n, other] of others.entries()) {
      for (let i = n === 0 ? 1 : 0; i < 50; i++) feed.watch(other, { onChanges() {}, onClosed() {} });
    }
    const leave = feed.watch(organizationId, watcher);
    expect(() => feed.watch(organizationId, watcher)).toThrow("500 streams are open in all organizations");
    leave();
    feed.watch(organizationId, watcher);
    feed.close();
  });

  test("has fifty watchers of an organization at most, and says to all that it closes", async () => {
    const { organizationId, feed, watcher, isClosed } = await aWatchedEngine();
    for (let i = 0; i < 49; i++) feed.watch(organizationId, { onChanges() {}, onClosed() {} });
    const leave = feed.watch(organizationId, { onChanges() {}, onClosed() {} });
    expect(() => feed.watch(organizationId, watcher)).toThrow("50 streams are open");
    leave();
    leave();
    feed.watch(organizationId, watcher);
    feed.close();
    expect(isClosed()).toBeTrue();
  });
});
