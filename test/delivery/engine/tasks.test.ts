import { expect, test } from "bun:test";
import type { TaskRequest } from "../../../src/domain/task.ts";
import { toIso } from "../../../src/domain/time.ts";
import { anAnswer } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest, type TestEngine } from "../../support/an-engine.ts";

const anEngine = engineForEachTest();

const replay: TaskRequest = {
  kind: "replay",
  request: { since: toIso(0), until: null, eventTypes: null, onlyMissing: true },
};

async function startReplay(
  { engine, test: { store, organizationId, clock } }: TestEngine,
  endpointId: string,
) {
  const asked = { id: "task_1", asked: replay, nowMs: clock.now() };
  engine.nudge((await store.startTask(organizationId, endpointId, asked)).work);
}

const statusOf = async ({ test: { store, organizationId } }: TestEngine) =>
  (await store.getTask(organizationId, "task_1")).status;

test("a replay is sent oldest first, each event once", async () => {
  const one = await anEngine({ maxInFlightPerEndpoint: 1 });
  const received: string[] = [];
  one.network.receive(({ eventId }) => {
    received.push(eventId);
    return anAnswer();
  });
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) ids.push(await one.publish());
  await startReplay(one, await one.endpoint());
  await one.test.clock.advance(5000);
  expect(received).toEqual(ids);
  expect(await statusOf(one)).toBe("done");
});

test("more than is queued ahead is sent as room comes, and goes on after a restart", async () => {
  const one = await anEngine();
  const received = new Map<string, number>();
  one.network.receive(({ eventId }) => {
    received.set(eventId, (received.get(eventId) ?? 0) + 1);
    return anAnswer();
  });
  const count = 1500;
  await Promise.all(Array.from({ length: count }, () => one.publish()));
  await startReplay(one, await one.endpoint());
  await one.test.clock.advance(2);
  expect(await statusOf(one)).toBe("running");
  await one.restart();
  await one.test.clock.advance(60_000);
  expect(await statusOf(one)).toBe("done");
  expect([...received.values()]).toEqual(Array(count).fill(1));
}, 60_000);

test("live traffic goes first: while it waits, one start in nine is a replay's", async () => {
  const one = await anEngine({ maxInFlightPerEndpoint: 1 });
  const received: string[] = [];
  one.network.receive(({ eventId }) => {
    received.push(eventId);
    return anAnswer(200, { afterMs: 10 });
  });
  for (let n = 0; n < 30; n++) await one.publish({ id: `old-${n}` });
  await startReplay(one, await one.endpoint());
  await one.test.clock.advance(50);
  const before = received.length;
  for (let n = 0; n < 20; n++) await one.publish({ id: `new-${n}` });
  await one.test.clock.advance(200);
  // The first one was in flight already.
  const next = received.slice(before + 1, before + 19);
  expect(next.filter((id) => id.startsWith("new-"))).toHaveLength(16);
});

test("what was missed while disabled is sent after enabling with recover", async () => {
  const one = await anEngine();
  const received: string[] = [];
  one.network.receive(({ eventId }) => {
    received.push(eventId);
    return anAnswer();
  });
  const id = await one.endpoint();
  const { store, organizationId, clock } = one.test;
  one.engine.nudge((await store.disableEndpoint(organizationId, id, "manual", clock.now())).work);
  for (const event of ["e1", "e2", "e3"]) await one.publish({ id: event });
  await clock.advance(1000);
  expect(received).toEqual([]);
  const { work } = await store.enableEndpoint(organizationId, id, clock.now(), { taskId: "task_1" });
  one.engine.nudge(work);
  await clock.advance(1000);
  expect(received).toEqual(["e1", "e2", "e3"]);
  expect((await deliveriesOf(one)).map(({ trigger, status }) => `${trigger} ${status}`)).toEqual([
    ...Array(3).fill("recover succeeded"),
    ...Array(3).fill("event canceled"),
  ]);
});
