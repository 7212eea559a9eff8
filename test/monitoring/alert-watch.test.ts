import { afterEach, describe, expect, test } from "bun:test";
import { createAlertWatch } from "../../src/monitoring/alert-watch.ts";
import type { Rounds } from "../../src/monitoring/rounds.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import type { Store } from "../../src/store/store.ts";
import { anAnswer } from "../support/a-network.ts";
import { engineForEachTest, type TestEngine } from "../support/an-engine.ts";

const start = engineForEachTest();
const minute = 60_000;
const watches: Rounds[] = [];
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.stop();
});

/** An engine whose endpoint never gives up by itself and makes no second attempts, and the watch over it. */
async function watched() {
  const world = await start();
  const id = await world.endpoint({
    url: "https://receiver.example/in",
    eventTypes: ["order.created"],
    retry: { preset: "none", delaysSeconds: [] },
    autoDisableAfter: null,
  });
  watch(world);
  return { world, id };
}

function watch(world: TestEngine, store: Store = world.test.store): Rounds {
  const rounds = createAlertWatch({
    store,
    clock: world.test.clock,
    logger: silentLogger,
    nudge: (work) => world.engine.nudge(work),
  });
  rounds.start();
  watches.push(rounds);
  return rounds;
}

/** So many attempts, now, with this answer. */
async function send(world: TestEngine, count: number, status = 200, afterMs = 1) {
  world.network.receive(() => anAnswer(status, { afterMs }));
  await Promise.all(Array.from({ length: count }, () => world.publish({ type: "order.created" })));
  await world.test.clock.advance(afterMs + 1);
}

async function alertsOf({ test: { store, organizationId } }: TestEngine) {
  const { data } = await store.listAlerts(organizationId, {}, { limit: 100, cursor: null });
  return data.map(({ kind, threshold, state }) => `${kind} ${threshold} ${state}`).sort();
}

async function told({ test: { store, organizationId } }: TestEngine) {
  const { data } = await store.listEvents(organizationId, {}, { limit: 100, cursor: null });
  const ours = data.filter(({ type }) => /posthorn.endpoint.(error_rate|latency|avail)/.test(type)).reverse();
  return Promise.all(ours.map(async ({ id }) => (await store.getEvent(organizationId, id)).data));
}

describe("alerts in time", () => {
  test("begin within 30 seconds and are told with all that people need", async () => {
    const { world, id } = await watched();
    await send(world, 18);
    await send(world, 2, 404);
    await world.test.clock.advance(29_000);
    expect(await told(world)).toEqual([]);
    await world.test.clock.advance(1000);
    expect(await told(world)).toEqual([
      {
        endpointId: id,
        alertState: "ACTIVATED",
        threshold: 5,
        thresholdUnit: "percent",
        errorRate: 10,
        p50LatencyMs: 1,
        p90LatencyMs: 1,
        availability: 100,
        requestsCount: 20,
        errors: [{ errorType: "http_error", errorCount: 2, errorRate: 10 }],
        message: "10 % of the 20 requests to receiver.example in the last 10 minutes failed: more than 5 %.",
        hint: expect.stringContaining(`GET /attempts?endpointId=${id}&outcome=http_error`),
      },
    ]);
  });

  test("are delivered to who watches, and not to the endpoint itself", async () => {
    const { world } = await watched();
    await world.endpoint({ url: "https://watcher.example/", eventTypes: ["posthorn.*"] });
    await send(world, 10, 500);
    await world.test.clock.advance(30_010);
    const got = world.network.sent.filter(({ body }) => body.includes("posthorn.endpoint."));
    expect(got.map(({ url }) => url)).toEqual(Array(4).fill("https://watcher.example/"));
    expect(await alertsOf(world)).toEqual([
      "availability 90 ACTIVATED",
      "error_rate 10 ACTIVATED",
      "error_rate 5 ACTIVATED",
      "error_rate 50 ACTIVATED",
    ]);
  });

  test("slide: what is older than 10 minutes does not count", async () => {
    const { world } = await watched();
    await send(world, 9, 500);
    await world.test.clock.advance(10 * minute);
    await send(world, 9, 500);
    await world.test.clock.advance(minute);
    expect(await alertsOf(world)).toEqual([]);
    await send(world, 1, 500);
    await world.test.clock.advance(30_000);
    expect(await alertsOf(world)).toHaveLength(4);
  });

  test("end two minutes after the endpoint is back inside", async () => {
    const { world } = await watched();
    await send(world, 10, 500);
    await world.test.clock.advance(30_000);
    await send(world, 190);
    await world.test.clock.advance(2 * minute);
    expect((await alertsOf(world)).filter((one) => one.endsWith("DEACTIVATED"))).toEqual([]);
    await world.test.clock.advance(30_000);
    expect((await alertsOf(world)).filter((one) => one.endsWith("DEACTIVATED"))).toHaveLength(4);
    expect((await told(world)).at(-1)).toMatchObject({
      alertState: "DEACTIVATED",
      requestsCount: 200,
      hint: "Nothing: the alert is over.",
    });
  });

  test("end after 60 minutes without an attempt, with figures of nothing", async () => {
    const { world } = await watched();
    await send(world, 10, 500);
    await world.test.clock.advance(59 * minute);
    expect((await alertsOf(world)).filter((one) => one.endsWith("DEACTIVATED"))).toEqual([]);
    await world.test.clock.advance(2 * minute);
    expect((await alertsOf(world)).filter((one) => one.endsWith("DEACTIVATED"))).toHaveLength(4);
    expect((await told(world)).at(-1)).toMatchObject({
      requestsCount: 0,
      errorRate: null,
      p90LatencyMs: null,
      availability: null,
      errors: [],
      message: "Nothing was sent to receiver.example for 60 minutes, which ends the alert.",
    });
  });

  test("survive a restart: the windows are read again, and nothing is told twice", async () => {
    const { world } = await watched();
    await send(world, 9, 500);
    await watches.pop()?.stop();
    await world.restart();
    watch(world);
    await send(world, 1, 500);
    await world.test.clock.advance(30_000);
    expect(await told(world)).toHaveLength(4);
    await watches.pop()?.stop();
    await world.restart();
    watch(world);
    await world.test.clock.advance(5 * minute);
    expect(await told(world)).toHaveLength(4);
    expect((await alertsOf(world)).every((one) => one.endsWith("ACTIVATED"))).toBe(true);
  });

  test("do not begin anew from what an endpoint did before it was disabled", async () => {
    const { world, id } = await watched();
    const { store, organizationId, clock } = world.test;
    await send(world, 10, 500);
    await clock.advance(30_000);
    await store.disableEndpoint(organizationId, id, "manual", clock.now());
    await clock.advance(30_000);
    world.engine.nudge((await store.enableEndpoint(organizationId, id, clock.now())).work);
    await send(world, 9, 500);
    await clock.advance(minute);
    expect((await alertsOf(world)).every((one) => one.endsWith("DEACTIVATED"))).toBe(true);
  });

  test("are not begun by tests, nor by the deliveries of operational events", async () => {
    const world = await start();
    const retry = { preset: "none" as const, delaysSeconds: [] };
    await world.endpoint({ eventTypes: ["posthorn.*"], retry, autoDisableAfter: null });
    const id = await world.endpoint({ eventTypes: ["order.created"] });
    watch(world);
    const { store, organizationId, clock } = world.test;
    world.network.receive(() => anAnswer(500));
    for (let n = 0; n < 10; n++) {
      world.engine.nudge((await store.disableEndpoint(organizationId, id, "manual", clock.now())).work);
      world.engine.nudge((await store.enableEndpoint(organizationId, id, clock.now())).work);
    }
    await clock.advance(minute);
    expect(world.network.sent.length).toBeGreaterThanOrEqual(20);
    expect(await alertsOf(world)).toEqual([]);
  });

  test("go on after a round that failed", async () => {
    const { world } = await watched();
    await watches.pop()?.stop();
    let failures = 2;
    const broken: Store = {
      ...world.test.store,
      changeAlerts: (...args) =>
        failures-- > 0 ? Promise.reject(new Error("broken")) : world.test.store.changeAlerts(...args),
    };
    watch(world, broken);
    await send(world, 10, 500);
    await world.test.clock.advance(minute);
    expect(await alertsOf(world)).toEqual([]);
    await world.test.clock.advance(30_000);
    expect(await alertsOf(world)).toHaveLength(4);
  });
});
