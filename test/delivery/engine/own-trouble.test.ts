import { describe, expect, test } from "bun:test";
import { AppError } from "../../../src/domain/app-error.ts";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

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

  test("does not send again what was canceled meanwhile, also when the endpoint was read anew by then", async () => {
    const world = await start();
    const trouble = { kind: "not_attempted", error: "No file descriptor is free.", afterMs: 1000 } as const;
    world.network.receive(() => trouble);
    await world.endpoint();
    const eventId = await world.publish();
    await world.test.clock.advance(100);
    const { store, organizationId, clock } = world.test;
    world.engine.nudge((await store.cancelEvent(organizationId, eventId, clock.now())).work);
    world.network.receive(() => anAnswer());
    const later = await world.publish();
    await clock.advance(10_000);
    expect(world.network.sent.map((request) => request.eventId)).toEqual([eventId, later]);
  });

  test("is told once a minute, and not once for each delivery and second", async () => {
    const world = await start();
    world.network.receive(() => ({ kind: "not_attempted", error: "No file descriptor is free." }));
    for (let n = 0; n < 20; n++) await world.endpoint();
    await world.publish();
    await world.test.clock.advance(61_500);
    const told = world.log.filter(({ event }) => event === "delivery.not_attempted");
    expect(told.map(({ fields }) => fields.untold)).toEqual([0, expect.any(Number)]);
    expect(Number(told[1]?.fields.untold)).toBeGreaterThan(20 * 55);
    expect(world.network.sent.length).toBeGreaterThan(20 * 55);
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
