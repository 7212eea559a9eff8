import { describe, expect, test } from "bun:test";
import { anAnswer } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

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
    await world.test.clock.advance(2000);
    expect(world.network.sent).toHaveLength(2);
  });

  test("holds although the endpoint was being read anew when it came", async () => {
    let readMs = 0;
    const world = await start({
      maxInFlightPerEndpoint: 2,
      wrapStore: (store) => ({
        ...store,
        async readTarget(endpoint) {
          const target = await store.readTarget(endpoint);
          if (readMs > 0) await new Promise<void>((resolve) => world.test.clock.after(readMs, resolve));
          return target;
        },
      }),
    });
    world.network.receive(() => anAnswer(429, { headers: { "retry-after": "60" }, afterMs: 50 }));
    const endpointId = await world.endpoint();
    await world.publish();
    await world.test.clock.advance(10);
    readMs = 100;
    const { store, organizationId, clock } = world.test;
    const change = store.updateEndpoint(
      organizationId,
      endpointId,
      (spec) => ({ ...spec, description: "new" }),
      clock.now(),
    );
    world.engine.nudge((await change).work);
    await world.publish();
    await clock.advance(50_000);
    expect(world.network.sent).toHaveLength(1);
    await clock.advance(20_000);
    expect(world.network.sent.length).toBeGreaterThan(1);
  });
});
