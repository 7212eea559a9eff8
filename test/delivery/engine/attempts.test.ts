import { describe, expect, test } from "bun:test";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

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
