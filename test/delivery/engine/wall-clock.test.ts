import { describe, expect, test } from "bun:test";
import { anAnswer } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

const hourMs = 3_600_000;
const retry = (...delaysSeconds: number[]) => ({ preset: "custom", delaysSeconds }) as const;

describe("a wall clock that jumps by an hour, forward and back, while it runs", () => {
  test("delays no first attempt, whether it came before, between or after", async () => {
    const world = await start({ maxInFlightPerEndpoint: 2 });
    await world.endpoint();
    const { clock } = world.test;
    for (const stepMs of [0, hourMs, -2 * hourMs]) {
      clock.stepWall(stepMs);
      // More than fit into the lane at once: some wait in the table.
      for (let n = 0; n < 150; n++) await world.publish();
      clock.stepWall(-hourMs);
      await clock.advance(2000);
      clock.stepWall(hourMs);
    }
    expect(world.network.sent).toHaveLength(450);
  });

  test("makes a retry due at once when it jumps ahead, and postpones it by no more than it steps back", async () => {
    const world = await start();
    const { clock } = world.test;
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber < 3 ? 500 : 200));
    await world.endpoint({ retry: retry(1800, 600, 600) });
    await world.publish();
    await clock.advance(10);
    clock.stepWall(hourMs);
    // Noticed at the next poll at the latest.
    await clock.advance(30_000);
    expect(world.network.sent).toHaveLength(2);
    clock.stepWall(-hourMs);
    // 600 s, at most a tenth more, and the hour.
    await clock.advance(500_000);
    expect(world.network.sent).toHaveLength(2);
    await clock.advance(160_000 + hourMs);
    expect(world.network.sent).toHaveLength(3);
    expect(await deliveriesOf(world)).toMatchObject([{ status: "succeeded", attemptCount: 3 }]);
  });

  test("expires, disables and holds nothing", async () => {
    const world = await start();
    const { clock, store, organizationId } = world.test;
    await world.endpoint({ url: "https://a.example/in", retry: retry(60, 60, 60), autoDisableAfter: 10 });
    world.network.receive(() => anAnswer(500));
    for (let n = 0; n < 5; n++) await world.publish();
    await clock.advance(1000);
    for (const stepMs of [hourMs, -hourMs, hourMs, -hourMs]) {
      clock.stepWall(stepMs);
      await clock.advance(31_000);
    }
    const deliveries = await deliveriesOf(world);
    expect(deliveries.filter(({ reason }) => reason === "expired")).toEqual([]);
    const { data } = await store.listEndpoints(organizationId, {}, { limit: 1, cursor: null }, clock.now());
    expect(data).toMatchObject([{ status: "active", health: { heldUntil: null } }]);
  });

  test("keeps a rate limit: neither a burst when it jumps ahead, nor a pause when it steps back", async () => {
    const world = await start();
    const { clock } = world.test;
    await world.endpoint({ rateLimitPerSecond: 5 });
    for (let n = 0; n < 100; n++) await world.publish();
    const perSecond: number[] = [];
    for (let second = 0; second < 12; second++) {
      clock.stepWall([hourMs, -hourMs, -hourMs, hourMs][second % 4] ?? 0);
      const before = world.network.sent.length;
      await clock.advance(1000);
      perSecond.push(world.network.sent.length - before);
    }
    expect(perSecond.slice(1)).toEqual(Array(11).fill(5));
  });

  test("makes no id that sorts before an earlier one", async () => {
    const world = await start();
    const { clock, newId } = world.test;
    const ids: string[] = [];
    for (const stepMs of [0, hourMs, -2 * hourMs, 0, hourMs]) {
      clock.stepWall(stepMs);
      for (let n = 0; n < 50; n++) ids.push(newId("event"));
    }
    expect(ids).toEqual([...ids].sort());
  });
});
