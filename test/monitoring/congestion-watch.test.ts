import { describe, expect, test } from "bun:test";
import { createCongestionWatch } from "../../src/monitoring/congestion-watch.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { anAnswer } from "../support/a-network.ts";
import { engineForEachTest } from "../support/an-engine.ts";

const start = engineForEachTest();

describe("congestion in time", () => {
  test("is told once to who watches when a delivery has waited a minute for a slot, and again after it was over", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    const { clock, store } = world.test;
    const id = await world.endpoint({ url: "https://slow.example/", eventTypes: ["order.created"] });
    await world.endpoint({ url: "https://watcher.example/", eventTypes: ["posthorn.endpoint.congested"] });
    const watch = createCongestionWatch({
      store,
      clock,
      logger: silentLogger,
      nudge: (work) => world.engine.nudge(work),
    });
    watch.start();
    world.network.receive(({ url }) => anAnswer(200, { afterMs: url.includes("slow") ? 9000 : 1 }));
    const told = () =>
      world.network.sent
        .filter(({ url }) => url.includes("watcher"))
        .map(({ body }) => JSON.parse(body).data.endpointId);
    const publishMany = () =>
      Promise.all(Array.from({ length: 15 }, () => world.publish({ type: "order.created" })));
    await publishMany();
    await clock.advance(59_000);
    expect(told()).toEqual([]);
    await clock.advance(31_010);
    expect(told()).toEqual([id]);
    await clock.advance(120_000);
    expect(told()).toEqual([id]);
    await publishMany();
    await clock.advance(91_000);
    expect(told()).toEqual([id, id]);
    await watch.stop();
  });
});
