import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { OrganizationId } from "../../../src/domain/id.ts";
import { databaseFileName } from "../../../src/store/sqlite/database.ts";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { anEndpoint, anEvent } from "../../support/a-store.ts";
import { engineForEachTest, type TestEngine } from "../../support/an-engine.ts";

const start = engineForEachTest();

/** So many endpoints at URLs of their own, all for one type. */
async function endpoints(world: TestEngine, name: string, count: number): Promise<void> {
  const { store, organizationId, clock } = world.test;
  const made = Array.from({ length: count }, (_, n) =>
    anEndpoint({
      nowMs: clock.now(),
      endpointsMax: 20_000,
      spec: { url: `https://${name}.example/${n}`, eventTypes: [name], autoDisableAfter: null },
    }),
  );
  const created = await Promise.all(made.map((one) => store.createEndpoint(organizationId, one)));
  for (const { work } of created) world.engine.nudge(work);
}

/** A tenant of its own with one endpoint. */
async function tenant(world: TestEngine, name: string): Promise<OrganizationId> {
  const organizationId = await world.test.addOrganization();
  const spec = { url: `https://${name}.example/0`, eventTypes: [name] };
  const made = anEndpoint({ spec, nowMs: world.test.clock.now() });
  world.engine.nudge((await world.test.store.createEndpoint(organizationId, made)).work);
  return organizationId;
}

async function publishFor(world: TestEngine, organizationId: OrganizationId, type: string): Promise<void> {
  const event = anEvent({ type, nowMs: world.test.clock.now() });
  world.engine.nudge((await world.test.store.acceptEvent(organizationId, event)).work);
}

const sentTo = (world: TestEngine, name: string) =>
  world.network.sent.filter(({ url }) => url.startsWith(`https://${name}.`));

describe("a tenant with a single event", () => {
  test("has its turn within one round of the slots, however many endpoints of another are busy", async () => {
    const slots = 16;
    const world = await start({ maxInFlight: slots, maxInFlightPerEndpoint: 4 });
    world.network.receive(() => anAnswer(200, { afterMs: 100 }));
    await endpoints(world, "busy", 200);
    const quiet = await tenant(world, "quiet");
    for (let n = 0; n < 4; n++) await world.publish({ type: "busy" });
    await world.test.clock.advance(1050);
    const before = world.network.sent.length;
    expect(before).toBeGreaterThan(8 * slots);
    await publishFor(world, quiet, "quiet");
    await world.test.clock.advance(200);
    const place = world.network.sent.findIndex(({ url }) => url.startsWith("https://quiet."));
    expect(place - before).toBeLessThanOrEqual(slots);
    await world.test.clock.advance(1000);
    // Nobody else has lost anything by it.
    expect(sentTo(world, "busy").length).toBeGreaterThan(before + 8 * slots);
  });

  test("has every second turn while it has work", async () => {
    const world = await start({ maxInFlight: 8, maxInFlightPerEndpoint: 8 });
    world.network.receive(() => anAnswer(200, { afterMs: 50 }));
    await endpoints(world, "busy", 100);
    const quiet = await tenant(world, "quiet");
    for (let n = 0; n < 3; n++) await world.publish({ type: "busy" });
    for (let n = 0; n < 40; n++) await publishFor(world, quiet, "quiet");
    await world.test.clock.advance(900);
    expect(sentTo(world, "quiet")).toHaveLength(40);
    expect(sentTo(world, "busy").length).toBeGreaterThan(40);
  });
});

describe("endpoints that hang", () => {
  const hangs = (name: string) => (world: TestEngine) =>
    world.network.receive(({ url }) =>
      url.startsWith(`https://${name}.`) ? aTimeout() : anAnswer(200, { afterMs: 5 }),
    );

  /** An event for the good endpoint every 100 ms; how long each waited for its attempt. */
  async function waitsOfGood(world: TestEngine, events: number, type = "good"): Promise<number[]> {
    const waits: number[] = [];
    for (let n = 0; n < events; n++) {
      const before = sentTo(world, type).length;
      const atMs = world.test.clock.now();
      await world.publish({ type });
      await world.test.clock.advance(100);
      const sent = sentTo(world, type)[before];
      waits.push(sent === undefined ? Number.POSITIVE_INFINITY : sent.atMs - atMs);
    }
    return waits;
  }

  test("delay no other, though they are many more than there are slots", async () => {
    const world = await start({ maxInFlight: 128 });
    hangs("bad")(world);
    await endpoints(world, "good", 1);
    expect(await waitsOfGood(world, 2)).toEqual([0, 0]);
    await endpoints(world, "bad", 400);
    for (let n = 0; n < 3; n++) await world.publish({ type: "bad" });
    expect(await waitsOfGood(world, 120)).toEqual(Array(120).fill(0));
    // They had their attempts meanwhile.
    expect(sentTo(world, "bad").length).toBeGreaterThan(128);
  });

  test("delay no other, though all that answered before begin to hang at the same moment", async () => {
    const world = await start({ maxInFlight: 128 });
    await endpoints(world, "bad", 60);
    await endpoints(world, "good", 3);
    await world.publish({ type: "bad" });
    await world.publish({ type: "good" });
    await world.test.clock.advance(100);
    hangs("bad")(world);
    for (let n = 0; n < 10; n++) await world.publish({ type: "bad" });
    const waits = await waitsOfGood(world, 150);
    expect(waits).toEqual(Array(150).fill(0));
    expect(world.engine.stats().slow).toBeLessThanOrEqual(64);
  });

  test("leave slots for an endpoint that was never sent anything, while they are no more than half", async () => {
    const world = await start({ maxInFlight: 128 });
    hangs("bad")(world);
    await endpoints(world, "bad", 64);
    for (let n = 0; n < 5; n++) await world.publish({ type: "bad" });
    await world.test.clock.advance(2000);
    expect(world.network.open).toBe(64);
    await endpoints(world, "new", 1);
    expect(await waitsOfGood(world, 3, "new")).toEqual([0, 0, 0]);
  });

  test("and those that answer share nearly all slots when they are needed", async () => {
    const world = await start({ maxInFlight: 40, maxInFlightPerEndpoint: 40 });
    world.network.receive(() => anAnswer(200, { afterMs: 500 }));
    await endpoints(world, "good", 30);
    await world.publish({ type: "good" });
    await world.test.clock.advance(2000);
    for (let n = 0; n < 3; n++) await world.publish({ type: "good" });
    await world.test.clock.advance(0);
    expect(world.network.open).toBeGreaterThanOrEqual(37);
    await world.test.clock.advance(5000);
    expect(sentTo(world, "good")).toHaveLength(120);
  });
});

describe("a backlog behind a rate limit", () => {
  const rows = 50_000;

  test("costs a window of memory, no slot, and few looks at the table", async () => {
    const looks: number[] = [];
    const world = await start({
      wrapStore: (store) => ({
        ...store,
        claimDue(request) {
          looks.push(request.limit);
          return store.claimDue(request);
        },
      }),
    });
    const spec = { eventTypes: ["never.this"], rateLimitPerSecond: 20 };
    await world.endpoint(spec);
    await world.publish();
    fill(world, rows);
    await world.restart();
    await world.test.clock.advance(10_500);
    const sent = world.network.sent.length;
    expect(sent).toBeGreaterThanOrEqual(180);
    expect(looks.length).toBeLessThanOrEqual(sent / 5);
    expect(Math.max(...looks)).toBeLessThanOrEqual(128);
    const { bufferedBytes, inFlight, lanes } = world.engine.stats();
    expect(bufferedBytes).toBeLessThanOrEqual(64 * 1024);
    expect(inFlight).toBe(0);
    expect(lanes).toBe(1);
    expect(await world.test.store.readBacklog(world.test.clock.now())).toEqual({
      pending: rows - sent,
      due: rows - sent,
    });
  });

  /** Written in one statement, because a store would take minutes. */
  function fill(world: TestEngine, count: number): void {
    const db = new Database(join(world.test.directory, databaseFileName));
    db.run(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
       INSERT INTO deliveries (id, organization_seq, endpoint_seq, event_seq, type_seq, revision_seq, trigger, share,
         status, attempt_count, max_attempts, first_due_at, due_at, created_at)
       SELECT 'd' || n, 1, 1, 1, 1, 1, 0, 0, 0, 0, 8, ?1 - n, ?1 - n, ?1 - n FROM numbers`,
      [world.test.clock.now()],
    );
    db.close();
  }
});

describe("what waits at one endpoint", () => {
  test("of twelve starts has eight first attempts, three retries and one recovery, while all wait", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    const retry = { preset: "custom" as const, delaysSeconds: [0, 0, 0, 0, 0, 0] };
    const endpointId = await world.endpoint({ retry, autoDisableAfter: null });
    const { store, organizationId, clock } = world.test;
    await store
      .pauseEndpoint(organizationId, endpointId, clock.now())
      .then(({ work }) => world.engine.nudge(work));
    for (let n = 0; n < 300; n++) await world.publish({ id: `e${n}` });
    spread(world);
    await store
      .resumeEndpoint(organizationId, endpointId, clock.now())
      .then(({ work }) => world.engine.nudge(work));
    world.network.receive(() => anAnswer(200));
    await clock.advance(130);
    const kinds = world.network.sent.slice(0, 120).map(({ eventId }) => Number(eventId.slice(1)) % 3);
    for (let from = 0; from + 12 <= kinds.length; from += 12) {
      const round = kinds.slice(from, from + 12);
      expect([0, 1, 2].map((kind) => round.filter((one) => one === kind).length)).toEqual([8, 3, 1]);
    }
    expect(kinds).toHaveLength(120);
  });

  /** A third each are first attempts, retries and recoveries. */
  function spread(world: TestEngine): void {
    const db = new Database(join(world.test.directory, databaseFileName));
    db.run("UPDATE deliveries SET share = (seq - 1) % 3");
    db.close();
  }
});
