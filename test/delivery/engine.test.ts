import { afterEach, describe, expect, test } from "bun:test";
import { AppError } from "../../src/domain/app-error.ts";
import { anAnswer, aTimeout } from "../support/a-network.ts";
import { anEngine, type TestEngine, type TestEngineOptions } from "../support/an-engine.ts";

const opened: TestEngine[] = [];

async function start(options: TestEngineOptions = {}): Promise<TestEngine> {
  const one = await anEngine(options);
  opened.push(one);
  return one;
}

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function deliveriesOf({ test: { store, organizationId } }: TestEngine) {
  return (await store.listDeliveries(organizationId, {}, { limit: 100, cursor: null })).data;
}

describe("a first attempt", () => {
  test("is made within the turn, without waiting for a timer or a poll", async () => {
    const world = await start();
    await world.endpoint();
    const eventId = await world.publish();
    await world.test.clock.advance(0);
    expect(world.network.sent.map((request) => request.eventId)).toEqual([eventId]);
    await world.test.clock.advance(1);
    expect(await deliveriesOf(world)).toMatchObject([{ status: "succeeded", attemptCount: 1 }]);
  });

  test("is signed, names its event and type, and carries the endpoint's own headers", async () => {
    const world = await start();
    await world.endpoint({ headers: { "X-Env": "prod" } });
    const eventId = await world.publish({ type: "message.read" });
    await world.test.clock.advance(1);
    expect(world.network.sent[0]?.headers).toEqual({
      "content-type": "application/json",
      "user-agent": "Posthorn/0.0.0-test",
      "x-posthorn-event": "message.read",
      "x-posthorn-attempt": "1",
      "webhook-id": eventId,
      "webhook-timestamp": String(Math.floor(world.test.clock.now() / 1000)),
      "webhook-signature": expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
      "X-Env": "prod",
    });
  });

  test("is not delayed by a wall clock that steps back", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    await world.endpoint();
    for (let n = 0; n < 300; n++) await world.publish();
    world.test.clock.stepWall(-3600_000);
    await world.publish();
    await world.test.clock.advance(2000);
    expect(world.network.sent).toHaveLength(301);
  });

  test("of an event with deliverAt waits for that time", async () => {
    const world = await start();
    await world.endpoint();
    await world.publish({ deliverAtMs: world.test.clock.now() + 90_000 });
    await world.test.clock.advance(89_000);
    expect(world.network.sent).toHaveLength(0);
    await world.test.clock.advance(1000);
    expect(world.network.sent).toHaveLength(1);
  });
});

describe("a failed attempt", () => {
  test("is made again after the schedule's wait, and logged with the time of the next", async () => {
    const world = await start();
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(4400);
    expect(world.network.sent).toHaveLength(1);
    await world.test.clock.advance(1200);
    expect(world.network.sent.map(({ attemptNumber }) => attemptNumber)).toEqual([1, 2]);
    const lines = world.log.filter(({ event }) => event === "delivery.attempted");
    expect(lines).toMatchObject([
      { level: "warn", fields: { attempt: 1, outcome: "http_error", status: 500, next: expect.any(String) } },
      { level: "info", fields: { attempt: 2, outcome: "success", status: 200, next: null } },
    ]);
  });

  test("is made again after a restart", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(500));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(1000);
    await world.restart();
    world.network.receive(() => anAnswer());
    await world.test.clock.advance(5000);
    expect(await deliveriesOf(world)).toMatchObject([{ status: "succeeded", attemptCount: 2 }]);
  });

  test("slows its endpoint down to a probe, and successes bring it back", async () => {
    const world = await start();
    world.network.receive(() => aTimeout());
    await world.endpoint({ retry: { preset: "custom", delaysSeconds: [1] }, autoDisableAfter: null });
    for (let n = 0; n < 100; n++) await world.publish();
    await world.test.clock.advance(0);
    expect(world.network.open).toBeGreaterThan(1);
    await world.test.clock.advance(10_000);
    expect(world.network.open).toBe(1);
    world.network.receive(() => anAnswer(200, { afterMs: 100 }));
    await world.test.clock.advance(10_500);
    expect(world.network.open).toBeGreaterThan(4);
  });
});

describe("a 410", () => {
  test("disables the endpoint and cancels what is pending", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    world.network.receive(() => anAnswer(410));
    const endpointId = await world.endpoint();
    for (let n = 0; n < 3; n++) await world.publish();
    await world.test.clock.advance(60_000);
    expect(world.network.sent).toHaveLength(1);
    expect((await deliveriesOf(world)).map(({ status, reason }) => [status, reason])).toEqual([
      ["canceled", "endpoint_disabled"],
      ["canceled", "endpoint_disabled"],
      ["failed", "gone"],
    ]);
    expect(world.log).toContainEqual({
      level: "warn",
      event: "endpoint.disabled",
      fields: { endpointId, reason: "gone", error: expect.stringContaining("410") },
    });
  });
});

describe("a 429", () => {
  test("holds the whole endpoint as long as it asks, and one probe ends the hold", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(429, { headers: { "retry-after": "60" } }));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(100);
    for (let n = 0; n < 10; n++) await world.publish();
    await world.test.clock.advance(59_000);
    expect(world.network.sent).toHaveLength(1);
    world.network.receive(() => anAnswer(200, { afterMs: 500 }));
    await world.test.clock.advance(1100);
    expect(world.network.open).toBe(1);
    await world.test.clock.advance(5000);
    expect(world.network.sent).toHaveLength(12);
  });

  test("is kept across a restart", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(429, { headers: { "retry-after": "60" } }));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(100);
    await world.restart();
    await world.publish();
    await world.test.clock.advance(58_000);
    expect(world.network.sent).toHaveLength(1);
  });
});

describe("an endpoint that is disabled", () => {
  test("gets nothing more, not even what was claimed for it", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    world.network.receive(() => anAnswer(200, { afterMs: 1000 }));
    const endpointId = await world.endpoint();
    for (let n = 0; n < 5; n++) await world.publish();
    await world.test.clock.advance(100);
    const { store, organizationId, clock } = world.test;
    world.engine.nudge((await store.disableEndpoint(organizationId, endpointId, "manual", clock.now())).work);
    await clock.advance(60_000);
    expect(world.network.sent).toHaveLength(1);
  });

  test("gets new events again once it is enabled", async () => {
    const world = await start();
    const endpointId = await world.endpoint();
    await world.publish();
    const { store, organizationId, clock } = world.test;
    await clock.advance(10);
    world.engine.nudge((await store.disableEndpoint(organizationId, endpointId, "manual", clock.now())).work);
    await world.publish();
    await clock.advance(10);
    world.engine.nudge((await store.enableEndpoint(organizationId, endpointId, clock.now())).work);
    await world.publish();
    await clock.advance(10);
    expect(world.network.sent).toHaveLength(2);
  });
});

describe("a delivery that is canceled while it waits", () => {
  test("is not sent, though it was claimed", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    world.network.receive(() => anAnswer(200, { afterMs: 1000 }));
    await world.endpoint();
    for (let n = 0; n < 3; n++) await world.publish();
    await world.test.clock.advance(100);
    const [last] = await deliveriesOf(world);
    const { store, organizationId, clock } = world.test;
    world.engine.nudge((await store.cancelDelivery(organizationId, last?.id ?? "", clock.now())).work);
    await clock.advance(10_000);
    expect(world.network.sent).toHaveLength(2);
  });
});

describe("an endpoint whose target changes", () => {
  test("gets the next attempt at the new URL", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(500));
    const endpointId = await world.endpoint();
    await world.publish();
    const { store, organizationId, clock } = world.test;
    await clock.advance(10);
    const url = "https://other.example/in";
    const change = await store.updateEndpoint(
      organizationId,
      endpointId,
      (spec) => ({ ...spec, url }),
      clock.now(),
    );
    world.engine.nudge(change.work);
    await clock.advance(6000);
    expect(world.network.sent.map((request) => request.url)).toEqual(["https://receiver.example/in", url]);
  });
});

describe("slots", () => {
  test("are held by slow attempts to one half at most", async () => {
    const world = await start({ maxInFlight: 40, maxInFlightPerEndpoint: 40 });
    world.network.receive(({ url }) => (url.includes("hanging") ? aTimeout() : anAnswer()));
    await world.endpoint({ url: "https://hanging.example/in", eventTypes: ["bad"] });
    await world.endpoint({ url: "https://good.example/in", eventTypes: ["good"] });
    for (let n = 0; n < 100; n++) await world.publish({ type: "bad" });
    await world.test.clock.advance(2000);
    expect(world.network.open).toBeLessThanOrEqual(21);
    await world.publish({ type: "good" });
    await world.test.clock.advance(0);
    expect(world.network.sent.at(-1)?.url).toBe("https://good.example/in");
  });

  test("of one endpoint are never more than its maximum", async () => {
    const world = await start({ maxInFlight: 100, maxInFlightPerEndpoint: 7 });
    world.network.receive(() => anAnswer(200, { afterMs: 500 }));
    await world.endpoint();
    for (let n = 0; n < 50; n++) await world.publish();
    for (let n = 0; n < 20; n++) {
      await world.test.clock.advance(100);
      expect(world.network.open).toBeLessThanOrEqual(7);
    }
    await world.test.clock.advance(5000);
    expect(world.network.sent).toHaveLength(50);
  });
});

describe("a large backlog", () => {
  test("stays in the table but for a window of it, and is sent in the order of its due times", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    await world.endpoint();
    const published: string[] = [];
    for (let n = 0; n < 500; n++) {
      published.push(await world.publish({ data: JSON.stringify({ text: "x".repeat(10_000) }) }));
      expect(world.engine.stats().bufferedBytes).toBeLessThan(2 * 1024 * 1024);
      if (n % 50 === 0) await world.test.clock.advance(1);
    }
    await world.test.clock.advance(2000);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(published);
    expect(world.engine.stats().bufferedBytes).toBe(0);
  });
});

describe("our own trouble", () => {
  test("counts no attempt, and the delivery goes again after a second", async () => {
    const world = await start();
    world.network.receive(() => ({ kind: "not_attempted", error: "No file descriptor is free." }));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(900);
    expect(world.network.sent).toHaveLength(1);
    world.network.receive(() => anAnswer());
    await world.test.clock.advance(200);
    expect(await deliveriesOf(world)).toMatchObject([{ status: "succeeded", attemptCount: 1 }]);
  });

  test("with a full disk pauses the engine, and what had been attempted is recorded first", async () => {
    let isFull = false;
    const world = await start({
      maxInFlightPerEndpoint: 1,
      wrapStore: (store) => ({
        ...store,
        recordAttempt: (record) =>
          isFull
            ? Promise.reject(new AppError("unavailable", "The disk is full."))
            : store.recordAttempt(record),
      }),
    });
    await world.endpoint();
    await world.publish();
    await world.publish();
    isFull = true;
    await world.test.clock.advance(5000);
    expect(world.network.sent).toHaveLength(1);
    expect(world.engine.stats().isPaused).toBe(true);
    isFull = false;
    await world.test.clock.advance(1100);
    expect(world.network.sent).toHaveLength(2);
    expect((await deliveriesOf(world)).map(({ attemptCount }) => attemptCount)).toEqual([1, 1]);
    expect(world.engine.stats().isPaused).toBe(false);
  });
});

describe("an outage of our own network", () => {
  test("is suspected when three hosts were tried and none answered for five minutes, until one answers", async () => {
    const world = await start();
    world.network.receive(() => aTimeout(1000));
    for (let n = 0; n < 3; n++) {
      await world.endpoint({
        url: `https://host${n}.example/in`,
        retry: { preset: "custom", delaysSeconds: Array(20).fill(30) },
      });
    }
    await world.publish();
    await world.test.clock.advance(290_000);
    expect(world.engine.networkSuspect()).toBe(false);
    await world.test.clock.advance(30_000);
    expect(world.engine.networkSuspect()).toBe(true);
    world.network.receive(() => anAnswer(500));
    await world.test.clock.advance(60_000);
    expect(world.engine.networkSuspect()).toBe(false);
  });
});

describe("stopping", () => {
  test("starts nothing more and waits for the attempts in flight", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    world.network.receive(() => anAnswer(200, { afterMs: 5000 }));
    await world.endpoint();
    await world.publish();
    await world.publish();
    await world.test.clock.advance(100);
    let isStopped = false;
    const stopped = world.engine.stop({ drainMs: 35_000 }).then(() => {
      isStopped = true;
    });
    await world.test.clock.advance(4000);
    expect(isStopped).toBe(false);
    await world.test.clock.advance(1000);
    await stopped;
    expect(world.network.sent).toHaveLength(1);
    expect((await deliveriesOf(world)).map(({ status }) => status)).toEqual(["pending", "succeeded"]);
  });

  test("waits no longer than it may; what was in flight is made again at the next start", async () => {
    const world = await start();
    world.network.receive(() => aTimeout(30_000));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(100);
    const stopped = world.engine.stop({ drainMs: 2000 });
    await world.test.clock.advance(2000);
    await stopped;
    world.network.receive(() => anAnswer());
    await world.restart();
    await world.test.clock.advance(10);
    expect(world.network.sent.map(({ attemptNumber }) => attemptNumber)).toEqual([1, 1]);
  });
});
