import { expect, test } from "bun:test";
import { anAnswer } from "../../support/a-network.ts";
import { engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

/** An engine whose meter writes down what it is told. */
async function aMeteredEngine() {
  const told: string[] = [];
  const world = await start({
    meter: {
      attempted(delivery, attempt, recorded) {
        told.push(`${delivery.share} ${attempt.outcome} ${recorded.status}`);
      },
      notAttempted: () => void told.push("not attempted"),
    },
  });
  return { world, told };
}

test("every attempt is told once, with its kind, its outcome and what became of the delivery", async () => {
  const { world, told } = await aMeteredEngine();
  let status = 500;
  world.network.receive(() => anAnswer(status));
  await world.endpoint({ retry: { preset: "custom", delaysSeconds: [1, 1] } });
  await world.publish();
  await world.test.clock.advance(2);
  expect(told).toEqual(["first http_error pending"]);
  status = 200;
  await world.test.clock.advance(2000);
  expect(told).toEqual(["first http_error pending", "retry success succeeded"]);
});

test("an attempt that our own trouble puts off is told as that", async () => {
  const { world, told } = await aMeteredEngine();
  world.network.receive(() => ({ kind: "not_attempted", error: "No file descriptor is free." }));
  await world.endpoint();
  await world.publish();
  await world.test.clock.advance(100);
  world.network.receive(() => anAnswer());
  await world.test.clock.advance(2000);
  expect(told).toEqual(["not attempted", "first success succeeded"]);
});

test("a test of an endpoint counts nowhere", async () => {
  const { world, told } = await aMeteredEngine();
  const id = await world.endpoint();
  const { store, organizationId } = world.test;
  const sent = world.engine.sendTest(await store.findTarget(organizationId, id), {
    id: "dlv_1",
    event: { id: "evt_1", type: "webhook.test", data: "{}", timestampMs: 0, createdAtMs: 0 },
    payloadFormat: "standard",
    settings: { apiVersion: "2026-02-04", liveMode: false },
  });
  await world.test.clock.advance(10);
  expect(await sent).toMatchObject({ outcome: "success" });
  expect(told).toEqual([]);
});
