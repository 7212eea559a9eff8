import { describe, expect, test } from "bun:test";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

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
