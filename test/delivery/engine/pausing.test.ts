import { describe, expect, test } from "bun:test";
import { anAnswer } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest, type TestEngine } from "../../support/an-engine.ts";

const start = engineForEachTest();

async function pause({ test: { store, organizationId, clock }, engine }: TestEngine, id: string) {
  engine.nudge((await store.pauseEndpoint(organizationId, id, clock.now())).work);
}

async function resume({ test: { store, organizationId, clock }, engine }: TestEngine, id: string) {
  engine.nudge((await store.resumeEndpoint(organizationId, id, clock.now())).work);
}

describe("a paused endpoint", () => {
  test("gets nothing, not even what was claimed for it, and all of it in order when it is resumed", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    world.network.receive(() => anAnswer(200, { afterMs: 1000 }));
    const endpointId = await world.endpoint();
    const published: string[] = [];
    for (let n = 0; n < 3; n++) published.push(await world.publish());
    await world.test.clock.advance(100);
    await pause(world, endpointId);
    for (let n = 0; n < 2; n++) published.push(await world.publish());
    await world.test.clock.advance(3_600_000);
    expect(world.network.sent).toHaveLength(1);
    await resume(world, endpointId);
    await world.test.clock.advance(10_000);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(published);
  });

  test("gets no retry before it is resumed, and then at once what has become due", async () => {
    const world = await start();
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200));
    const endpointId = await world.endpoint();
    await world.publish();
    await world.test.clock.advance(10);
    await pause(world, endpointId);
    await world.test.clock.advance(60_000);
    expect(world.network.sent).toHaveLength(1);
    await resume(world, endpointId);
    await world.test.clock.advance(10);
    expect(await deliveriesOf(world)).toMatchObject([{ status: "succeeded", attemptCount: 2 }]);
  });

  test("gets what waited also when it is resumed after a restart", async () => {
    const world = await start();
    const endpointId = await world.endpoint();
    await pause(world, endpointId);
    await world.publish();
    await world.restart();
    await world.test.clock.advance(60_000);
    expect(world.network.sent).toEqual([]);
    await resume(world, endpointId);
    await world.test.clock.advance(10);
    expect(world.network.sent).toHaveLength(1);
  });

  test("is disabled by the 410 of an attempt that was in flight", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(410, { afterMs: 1000 }));
    const endpointId = await world.endpoint();
    for (let n = 0; n < 2; n++) await world.publish();
    await world.test.clock.advance(10);
    await pause(world, endpointId);
    await world.test.clock.advance(2000);
    const { store, organizationId, clock } = world.test;
    expect(await store.getEndpoint(organizationId, endpointId, clock.now())).toMatchObject({
      status: "disabled",
      disabledReason: "gone",
    });
  });
});
