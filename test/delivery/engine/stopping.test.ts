import { describe, expect, test } from "bun:test";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

describe("stopping", () => {
  test("starts nothing more and waits for the attempts in flight", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    world.network.receive(() => anAnswer(200, { afterMs: 5000 }));
    await world.endpoint();
    await world.publish();
    await world.publish();
    await world.test.clock.advance(100);
    let isStopped = false;
    const stopped = world.engine.stop({ drainMs: 35_000 }).then(() => {
      isStopped = true;
    });
    await world.test.clock.advance(4000);
    expect(isStopped).toBe(false);
    await world.test.clock.advance(1000);
    await stopped;
    expect(world.network.sent).toHaveLength(1);
    expect((await deliveriesOf(world)).map(({ status }) => status)).toEqual(["pending", "succeeded"]);
  });

  test("waits no longer than it may; what was in flight is made again at the next start", async () => {
    const world = await start();
    world.network.receive(() => aTimeout(30_000));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(100);
    const stopped = world.engine.stop({ drainMs: 2000 });
    await world.test.clock.advance(2000);
    await stopped;
    world.network.receive(() => anAnswer());
    await world.restart();
    await world.test.clock.advance(10);
    expect(world.network.sent.map(({ attemptNumber }) => attemptNumber)).toEqual([1, 1]);
  });
});
