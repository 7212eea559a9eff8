import { describe, expect, test } from "bun:test";
import { anAnswer } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

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

describe("an event that is canceled while it waits", () => {
  test("is not sent, though it was claimed; an attempt under way ends", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    world.network.receive(() => anAnswer(200, { afterMs: 1000 }));
    await world.endpoint();
    const underWay = await world.publish();
    const waiting = await world.publish();
    await world.publish();
    await world.test.clock.advance(100);
    const { store, organizationId, clock } = world.test;
    for (const id of [underWay, waiting]) {
      world.engine.nudge((await store.cancelEvent(organizationId, id, clock.now())).work);
    }
    await clock.advance(10_000);
    expect(world.network.sent).toHaveLength(2);
    expect((await deliveriesOf(world)).map(({ status }) => status)).toEqual([
      "succeeded",
      "canceled",
      "succeeded",
    ]);
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

  // design/delivery.md, The request: taken at each attempt, and the schedule from the next wait on.
  test("gets the next attempt with the new headers and timeout, and the new schedule from the next wait on", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(500));
    const endpointId = await world.endpoint();
    await world.publish();
    const { store, organizationId, clock } = world.test;
    await clock.advance(10);
    const change = await store.updateEndpoint(
      organizationId,
      endpointId,
      (spec) => ({
        ...spec,
        headers: { "X-Env": "new" },
        timeoutSeconds: 3,
        retry: { preset: "custom", delaysSeconds: [1, 600] },
      }),
      clock.now(),
    );
    world.engine.nudge(change.work);
    await clock.advance(4000);
    expect(world.network.sent).toHaveLength(1);
    await clock.advance(2000);
    expect(world.network.sent).toHaveLength(2);
    expect(world.network.sent[1]).toMatchObject({ headers: { "X-Env": "new" }, timeoutMs: 3000 });
    await clock.advance(500_000);
    expect(world.network.sent).toHaveLength(2);
    await clock.advance(200_000);
    expect(world.network.sent).toHaveLength(3);
    expect(await deliveriesOf(world)).toMatchObject([
      { status: "failed", reason: "exhausted", attemptCount: 3 },
    ]);
  });
});
