import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { EndpointSpec } from "../../../src/domain/endpoint.ts";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { anEngine, engineForEachTest, type TestEngine } from "../../support/an-engine.ts";

const start = engineForEachTest();

/** The most attempts that started in any one second. */
function mostInOneSecond(sent: readonly { atMs: number }[]): number {
  const counts = sent.map(({ atMs }) =>
    sent.filter((other) => other.atMs >= atMs && other.atMs < atMs + 1000),
  );
  return Math.max(0, ...counts.map(({ length }) => length));
}

async function change(
  { test: { store, organizationId, clock }, engine }: TestEngine,
  id: string,
  over: Partial<EndpointSpec>,
) {
  const update = await store.updateEndpoint(
    organizationId,
    id,
    (spec) => ({ ...spec, ...over }),
    clock.now(),
  );
  engine.nudge(update.work);
}

describe("a rate limit", () => {
  test("lets that many attempts start in any second, in order, and no fewer", async () => {
    const world = await start();
    await world.endpoint({ rateLimitPerSecond: 10 });
    const published: string[] = [];
    for (let n = 0; n < 95; n++) published.push(await world.publish());
    await world.test.clock.advance(9000);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(published.slice(0, 95));
    expect(mostInOneSecond(world.network.sent)).toBe(10);
  });

  test("counts retries and first attempts together", async () => {
    const world = await start();
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber < 3 ? 500 : 200));
    await world.endpoint({ rateLimitPerSecond: 3, retry: { preset: "custom", delaysSeconds: [1, 1, 1] } });
    for (let n = 0; n < 20; n++) await world.publish();
    await world.test.clock.advance(60_000);
    expect(world.network.sent).toHaveLength(60);
    expect(mostInOneSecond(world.network.sent)).toBe(3);
  });

  test("costs no slot while an endpoint waits for it, and holds up nobody else", async () => {
    const world = await start({ maxInFlight: 2, maxInFlightPerEndpoint: 2 });
    await world.endpoint({ url: "https://limited.example/in", eventTypes: ["slow"], rateLimitPerSecond: 1 });
    await world.endpoint({ url: "https://free.example/in", eventTypes: ["fast"] });
    for (let n = 0; n < 200; n++) await world.publish({ type: "slow" });
    for (let n = 0; n < 100; n++) await world.publish({ type: "fast" });
    await world.test.clock.advance(500);
    const toFree = world.network.sent.filter(({ url }) => url.includes("free"));
    expect([toFree.length, world.network.open, world.engine.stats().inFlight]).toEqual([100, 0, 0]);
  });

  test("leaves what waits in the table: hardly any of it is in memory", async () => {
    const world = await start();
    await world.endpoint({ rateLimitPerSecond: 2 });
    const data = JSON.stringify({ text: "x".repeat(10_000) });
    for (let n = 0; n < 100; n++) {
      await world.publish({ data });
      if (n % 10 === 0) await world.test.clock.advance(1);
    }
    await world.test.clock.advance(100);
    expect(world.engine.stats().bufferedBytes).toBeLessThan(40_000);
  });

  test("holds across a restart, though the process before may have started attempts until its end", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(200, { afterMs: 5000 }));
    await world.endpoint({ rateLimitPerSecond: 4 });
    for (let n = 0; n < 20; n++) await world.publish();
    await world.test.clock.advance(300);
    expect(world.network.sent).toHaveLength(4);
    await world.restart();
    await world.test.clock.advance(20_000);
    expect(mostInOneSecond(world.network.sent)).toBe(4);
    expect(world.network.sent.length).toBeGreaterThanOrEqual(20);
  });

  test("holds across a restart, though the wall clock was set back before it", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(200, { afterMs: 5000 }));
    await world.endpoint({ rateLimitPerSecond: 4 });
    for (let n = 0; n < 20; n++) await world.publish();
    await world.test.clock.advance(300);
    world.test.clock.stepWall(-3_600_000);
    await world.restart();
    await world.test.clock.advance(500);
    expect(world.network.sent).toHaveLength(4);
    await world.test.clock.advance(20_000);
    expect(world.network.sent.length).toBeGreaterThanOrEqual(20);
  });

  test("keeps a new endpoint waiting for nothing, though the process has just started", async () => {
    const world = await start();
    await world.test.clock.advance(1);
    await world.endpoint({ rateLimitPerSecond: 1 });
    await world.publish();
    await world.test.clock.advance(0);
    expect(world.network.sent).toHaveLength(1);
  });

  test("outlives a change of the endpoint within the second", async () => {
    const world = await start();
    const id = await world.endpoint({ rateLimitPerSecond: 5 });
    for (let n = 0; n < 5; n++) await world.publish();
    await world.test.clock.advance(100);
    await change(world, id, { description: "changed" });
    await world.test.clock.advance(100);
    for (let n = 0; n < 10; n++) await world.publish();
    await world.test.clock.advance(10_000);
    expect(world.network.sent).toHaveLength(15);
    expect(mostInOneSecond(world.network.sent)).toBe(5);
  });

  test("counts from its change on: a lower one with what has started before, null not at all", async () => {
    const world = await start();
    const id = await world.endpoint({ rateLimitPerSecond: 8 });
    for (let n = 0; n < 30; n++) await world.publish();
    await world.test.clock.advance(10);
    await change(world, id, { rateLimitPerSecond: 2 });
    await world.test.clock.advance(5000);
    const changedAt = world.network.sent[8]?.atMs ?? 0;
    expect(mostInOneSecond(world.network.sent.slice(8))).toBe(2);
    expect(changedAt - (world.network.sent[7]?.atMs ?? 0)).toBe(1000);
    await change(world, id, { rateLimitPerSecond: null });
    await world.test.clock.advance(10);
    expect(world.network.sent).toHaveLength(30);
  });

  test("is not held up by a wall clock that steps back", async () => {
    const world = await start();
    await world.endpoint({ rateLimitPerSecond: 1 });
    for (let n = 0; n < 3; n++) await world.publish();
    await world.test.clock.advance(100);
    world.test.clock.stepWall(-3_600_000);
    await world.test.clock.advance(2000);
    expect(world.network.sent).toHaveLength(3);
  });

  test("keeps the shares of what waits: 8 first attempts to 3 retries", async () => {
    const world = await start({ maxInFlightPerEndpoint: 12 });
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200));
    const id = await world.endpoint({
      retry: { preset: "custom", delaysSeconds: [1] },
      autoDisableAfter: null,
    });
    for (let n = 0; n < 60; n++) await world.publish();
    await world.test.clock.advance(900);
    await change(world, id, { rateLimitPerSecond: 11 });
    world.network.receive(() => anAnswer(200));
    for (let n = 0; n < 60; n++) await world.publish();
    await world.test.clock.advance(1000);
    const from = world.network.sent.length;
    await world.test.clock.advance(2000);
    const attempts = world.network.sent.slice(from, from + 22).map(({ attemptNumber }) => attemptNumber);
    expect(attempts.filter((number) => number === 1)).toHaveLength(16);
    expect(attempts.filter((number) => number === 2)).toHaveLength(6);
  });

  test("is kept whatever is published and however receivers answer", async () => {
    const life = fc.record({
      limit: fc.integer({ min: 1, max: 12 }),
      slots: fc.integer({ min: 1, max: 20 }),
      answers: fc.array(fc.constantFrom(200, 200, 200, 500, 429, "timeout" as const), {
        minLength: 1,
        maxLength: 9,
      }),
      bursts: fc.array(fc.record({ count: fc.nat(15), thenMs: fc.nat(1500) }), { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(life, async ({ limit, slots, answers, bursts }) => {
        const world = await anEngine({ maxInFlight: 40, maxInFlightPerEndpoint: slots });
        let count = 0;
        world.network.receive(() => {
          const answer = answers[count++ % answers.length] ?? 200;
          return answer === "timeout" ? aTimeout(700) : anAnswer(answer, { afterMs: (count * 37) % 90 });
        });
        const retry = { preset: "custom" as const, delaysSeconds: [0, 1, 2, 4, 8] };
        await world.endpoint({ rateLimitPerSecond: limit, retry, autoDisableAfter: null });
        for (const burst of bursts) {
          for (let n = 0; n < burst.count; n++) await world.publish();
          await world.test.clock.advance(burst.thenMs);
        }
        await world.test.clock.advance(30_000);
        expect(mostInOneSecond(world.network.sent)).toBeLessThanOrEqual(limit);
        await world.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
