import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { EndpointSpec } from "../../../src/domain/endpoint.ts";
import type { Store } from "../../../src/store/store.ts";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { anEvent } from "../../support/a-store.ts";
import { anEngine, deliveriesOf, engineForEachTest, type TestEngine } from "../../support/an-engine.ts";

const start = engineForEachTest();
const retry = { preset: "custom" as const, delaysSeconds: [1, 2, 4] };
const ordered: Partial<EndpointSpec> = { ordered: true, retry, autoDisableAfter: null };

async function publishMany(world: TestEngine, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await world.publish());
  return ids;
}

async function change(
  { test: { store, organizationId, clock }, engine }: TestEngine,
  id: string,
  to: Partial<EndpointSpec>,
) {
  const update = await store.updateEndpoint(organizationId, id, (spec) => ({ ...spec, ...to }), clock.now());
  engine.nudge(update.work);
}

describe("an ordered endpoint", () => {
  test("has one delivery on its way at a time, and the first leaves at once", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(200, { afterMs: 100 }));
    await world.endpoint(ordered);
    const published = await publishMany(world, 10);
    await world.test.clock.advance(0);
    expect(world.network.sent).toHaveLength(1);
    for (let n = 0; n < 100; n++) {
      await world.test.clock.advance(10);
      expect(world.network.open).toBeLessThanOrEqual(1);
    }
    await world.test.clock.advance(100);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(published);
  });

  test("lets a failed delivery hold those behind it until it has succeeded", async () => {
    const world = await start();
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber < 3 ? 500 : 200));
    await world.endpoint(ordered);
    const published = await publishMany(world, 2);
    await world.test.clock.advance(30_000);
    const thrice = published.flatMap((event) => [event, event, event]);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(thrice);
  });

  test("goes on at once when a delivery has failed for good", async () => {
    const world = await start();
    world.network.receive(({ eventId }) => anAnswer(eventId === "bad" ? 500 : 200));
    await world.endpoint({ ...ordered, retry: { preset: "custom", delaysSeconds: [1] } });
    await world.publish({ id: "bad" });
    await world.publish({ id: "good" });
    await world.test.clock.advance(1500);
    expect((await deliveriesOf(world)).map(({ status }) => status)).toEqual(["succeeded", "failed"]);
  });

  test("goes on at once when the delivery that waits for its retry is canceled", async () => {
    const world = await start();
    world.network.receive(({ eventId }) => anAnswer(eventId === "bad" ? 500 : 200));
    await world.endpoint({ ...ordered, retry: { preset: "custom", delaysSeconds: [3600] } });
    await world.publish({ id: "bad" });
    await world.publish({ id: "good" });
    await world.test.clock.advance(1000);
    const { store, organizationId, clock } = world.test;
    const bad = (await deliveriesOf(world)).find(({ eventId }) => eventId === "bad");
    world.engine.nudge((await store.cancelDelivery(organizationId, bad?.id ?? "", clock.now())).work);
    await clock.advance(10);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(["bad", "good"]);
  });

  test("starts again with the delivery that was in flight when the process ended", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(200, { afterMs: 500 }));
    await world.endpoint(ordered);
    const [first = "", second = ""] = await publishMany(world, 2);
    await world.test.clock.advance(100);
    await world.restart();
    await world.test.clock.advance(5000);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual([first, first, second]);
  });

  test("keeps its rate limit as well", async () => {
    const world = await start();
    await world.endpoint({ ...ordered, rateLimitPerSecond: 2 });
    const published = await publishMany(world, 7);
    await world.test.clock.advance(2500);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(published.slice(0, 6));
  });

  test("tries the same delivery again when our own trouble kept it from being sent", async () => {
    const world = await start();
    let isBroken = true;
    world.network.receive(() => (isBroken ? { kind: "not_attempted", error: "No free port." } : anAnswer()));
    await world.endpoint(ordered);
    const [first = "", second = ""] = await publishMany(world, 2);
    await world.test.clock.advance(500);
    isBroken = false;
    await world.test.clock.advance(2000);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual([first, first, second]);
  });

  test("costs others nothing: they are sent while it waits", async () => {
    const world = await start({ maxInFlight: 4 });
    world.network.receive(({ url }) => (url.includes("ordered") ? aTimeout() : anAnswer()));
    await world.endpoint({ ...ordered, url: "https://ordered.example/in" });
    await world.endpoint({ url: "https://other.example/in" });
    await publishMany(world, 50);
    await world.test.clock.advance(1000);
    expect(world.network.sent.filter(({ url }) => url.includes("other"))).toHaveLength(50);
    expect(world.network.sent.filter(({ url }) => url.includes("ordered"))).toHaveLength(1);
  });

  test("is sent a test at once, whatever waits", async () => {
    const world = await start();
    world.network.receive(() => aTimeout());
    const id = await world.endpoint(ordered);
    await world.publish();
    await world.test.clock.advance(10);
    const { store, organizationId } = world.test;
    const target = await store.findTarget(organizationId, id);
    const event = { id: "test", type: "webhook.test", data: "{}", timestampMs: 0, createdAtMs: 0 };
    const settings = { apiVersion: "2026-02-04", liveMode: false };
    void world.engine.sendTest(target, { id: "dlv_test", event, payloadFormat: "standard", settings });
    expect(world.network.sent.map(({ eventId }) => eventId).at(-1)).toBe("test");
  });
});

describe("an endpoint that is told to keep the order while work is pending", () => {
  test("lets what is in flight end, then sends the rest one at a time, in order", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(200, { afterMs: 100 }));
    const id = await world.endpoint({ ...ordered, ordered: false });
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200, { afterMs: 100 }));
    const published = await publishMany(world, 12);
    await world.test.clock.advance(50);
    expect(world.network.open).toBe(12);
    await change(world, id, { ordered: true });
    const more = await publishMany(world, 3);
    await world.test.clock.advance(60);
    for (let n = 0; n < 100; n++) {
      await world.test.clock.advance(100);
      expect(world.network.open).toBeLessThanOrEqual(1);
    }
    const twice = more.flatMap((event) => [event, event]);
    expect(world.network.sent.slice(12).map(({ eventId }) => eventId)).toEqual([...published, ...twice]);
  });

  test("keeps it though deliveries come in late that were handed over before", async () => {
    const world = await start();
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200));
    const id = await world.endpoint({ ...ordered, ordered: false });
    const { store, organizationId, clock } = world.test;
    const events = [anEvent({ nowMs: clock.now() }), anEvent({ nowMs: clock.now() })];
    const accepted = await Promise.all(events.map((event) => store.acceptEvent(organizationId, event)));
    await change(world, id, { ordered: true });
    for (const { work } of accepted) world.engine.nudge(work);
    await clock.advance(30_000);
    const twice = events.flatMap((event) => [event.id, event.id]);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(twice);
  });

  test("keeps it though a claim ends late that was begun before", async () => {
    const gate = Promise.withResolvers<void>();
    const wrapStore = (store: Store): Store => ({
      ...store,
      async claimDue(request) {
        const claimed = await store.claimDue(request);
        await gate.promise;
        return claimed;
      },
    });
    const world = await start({ wrapStore });
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200));
    const id = await world.endpoint({ ...ordered, ordered: false });
    const soon = { deliverAtMs: world.test.clock.now() + 1000 };
    const published = [await world.publish(soon), await world.publish(soon)];
    await world.test.clock.advance(1500);
    await change(world, id, { ordered: true });
    await world.test.clock.advance(10);
    gate.resolve();
    await world.test.clock.advance(30_000);
    const twice = published.flatMap((event) => [event, event]);
    expect(world.network.sent.map(({ eventId }) => eventId)).toEqual(twice);
  });

  test("sends all at once again when it is told not to", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(200, { afterMs: 1000 }));
    const id = await world.endpoint(ordered);
    await publishMany(world, 5);
    await world.test.clock.advance(10);
    await change(world, id, { ordered: false });
    await world.test.clock.advance(10);
    expect(world.network.open).toBe(5);
  });
});

test("whatever receivers answer, an ordered endpoint gets the attempts of each delivery before those of the next", async () => {
  const life = fc.record({
    answers: fc.array(fc.constantFrom(200, 200, 500, 503, "timeout" as const), {
      minLength: 1,
      maxLength: 9,
    }),
    bursts: fc.array(fc.record({ count: fc.nat(6), thenMs: fc.nat(4000), restarts: fc.boolean() }), {
      maxLength: 8,
    }),
    limit: fc.option(fc.integer({ min: 1, max: 5 })),
  });
  await fc.assert(
    fc.asyncProperty(life, async ({ answers, bursts, limit }) => {
      const world = await anEngine();
      let count = 0;
      world.network.receive(() => {
        const answer = answers[count++ % answers.length] ?? 200;
        return answer === "timeout" ? aTimeout(700) : anAnswer(answer, { afterMs: (count * 37) % 90 });
      });
      await world.endpoint({ ...ordered, rateLimitPerSecond: limit });
      const published: string[] = [];
      for (const burst of bursts) {
        published.push(...(await publishMany(world, burst.count)));
        await world.test.clock.advance(burst.thenMs);
        expect(world.network.open).toBeLessThanOrEqual(1);
        if (burst.restarts && world.network.open === 0) await world.restart();
      }
      await world.test.clock.advance(1_200_000);
      const sent = world.network.sent.map(({ eventId }) => eventId);
      expect(sent.filter((event, i) => event !== sent[i - 1])).toEqual(published);
      await world.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
