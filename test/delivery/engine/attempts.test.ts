import { describe, expect, test } from "bun:test";
import { anAnswer, aTimeout } from "../../support/a-network.ts";
import { deliveriesOf, engineForEachTest } from "../../support/an-engine.ts";

const start = engineForEachTest();

describe("a first attempt", () => {
  test("is made within the turn, without waiting for a timer or a poll", async () => {
    const world = await start();
    await world.endpoint();
    const eventId = await world.publish();
    await world.test.clock.advance(0);
    expect(world.network.sent.map((request) => request.eventId)).toEqual([eventId]);
    await world.test.clock.advance(1);
    expect(await deliveriesOf(world)).toMatchObject([{ status: "succeeded", attemptCount: 1 }]);
  });

  test("is signed, names its event and type, and carries the endpoint's own headers", async () => {
    const world = await start();
    await world.endpoint({ headers: { "X-Env": "prod" } });
    const eventId = await world.publish({ type: "message.read" });
    await world.test.clock.advance(1);
    expect(world.network.sent[0]?.headers).toEqual({
      "content-type": "application/json",
      "user-agent": "Posthorn/0.0.0-test",
      "x-posthorn-event": "message.read",
      "x-posthorn-attempt": "1",
      "webhook-id": eventId,
      "webhook-timestamp": String(Math.floor(world.test.clock.now() / 1000)),
      "webhook-signature": expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
      "X-Env": "prod",
    });
  });

  test("keeps no credential that its receiver echoes", async () => {
    const world = await start();
    world.network.receive(({ headers }) => anAnswer(200, { body: JSON.stringify(headers) }));
    await world.endpoint({ headers: { Authorization: "Bearer s3cret-token", "X-Env": "prod" } });
    await world.publish();
    await world.test.clock.advance(1);
    expect(world.network.sent[0]?.headers.Authorization).toBe("Bearer s3cret-token");
    const { store, organizationId } = world.test;
    const { data } = await store.listAttempts(organizationId, {}, { limit: 1, cursor: null });
    expect(data[0]?.responseBody).toContain('"Authorization":"[redacted]","X-Env":"prod"');
  });

  test("is not delayed by a wall clock that steps back", async () => {
    const world = await start({ maxInFlightPerEndpoint: 1 });
    await world.endpoint();
    for (let n = 0; n < 300; n++) await world.publish();
    world.test.clock.stepWall(-3600_000);
    await world.publish();
    await world.test.clock.advance(2000);
    expect(world.network.sent).toHaveLength(301);
  });

  test("of an event with deliverAt waits for that time", async () => {
    const world = await start();
    await world.endpoint();
    await world.publish({ deliverAtMs: world.test.clock.now() + 90_000 });
    await world.test.clock.advance(89_000);
    expect(world.network.sent).toHaveLength(0);
    await world.test.clock.advance(1000);
    expect(world.network.sent).toHaveLength(1);
  });
});

describe("a failed attempt", () => {
  test("is made again after the schedule's wait, and logged with the time of the next", async () => {
    const world = await start();
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(4400);
    expect(world.network.sent).toHaveLength(1);
    await world.test.clock.advance(1200);
    expect(world.network.sent.map(({ attemptNumber }) => attemptNumber)).toEqual([1, 2]);
    const lines = world.log.filter(({ event }) => event === "delivery.attempted");
    expect(lines).toMatchObject([
      { level: "warn", fields: { attempt: 1, outcome: "http_error", status: 500, next: expect.any(String) } },
      { level: "info", fields: { attempt: 2, outcome: "success", status: 200, next: null } },
    ]);
  });

  test("goes again with the same id and bytes, its own number, time and signature", async () => {
    const world = await start();
    world.network.receive(({ attemptNumber }) => anAnswer(attemptNumber === 1 ? 500 : 200));
    await world.endpoint();
    const data = '{"b":1,"a":1e400,"a":12345678901234567890,"1":"\\u00e9"}';
    const eventId = await world.publish({ data });
    await world.test.clock.advance(6000);
    const [first, second] = world.network.sent;
    expect(first?.body).toEndWith(`"data":${data}}`);
    expect(second?.body).toBe(first?.body ?? "");
    expect([first, second].map((sent) => sent?.headers["webhook-id"])).toEqual([eventId, eventId]);
    expect([first, second].map((sent) => sent?.headers["x-posthorn-attempt"])).toEqual(["1", "2"]);
    for (const name of ["webhook-timestamp", "webhook-signature"]) {
      expect(second?.headers[name]).not.toBe(first?.headers[name] ?? "");
    }
  });

  test("is made again after a restart", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(500));
    await world.endpoint();
    await world.publish();
    await world.test.clock.advance(1000);
    await world.restart();
    world.network.receive(() => anAnswer());
    await world.test.clock.advance(5000);
    expect(await deliveriesOf(world)).toMatchObject([{ status: "succeeded", attemptCount: 2 }]);
  });

  test("slows its endpoint down to a probe, and successes bring it back", async () => {
    const world = await start();
    world.network.receive(() => aTimeout());
    await world.endpoint({ retry: { preset: "custom", delaysSeconds: [1] }, autoDisableAfter: null });
    for (let n = 0; n < 100; n++) await world.publish();
    await world.test.clock.advance(0);
    expect(world.network.open).toBeGreaterThan(1);
    await world.test.clock.advance(10_000);
    expect(world.network.open).toBe(1);
    world.network.receive(() => anAnswer(200, { afterMs: 100 }));
    await world.test.clock.advance(10_500);
    expect(world.network.open).toBeGreaterThan(4);
  });
});

describe("a test's attempt", () => {
  test("has its line in the log, and nothing follows from it", async () => {
    const world = await start();
    world.network.receive(() => anAnswer(500));
    const endpointId = await world.endpoint();
    const { store, organizationId, clock } = world.test;
    const target = await store.findTarget(organizationId, endpointId);
    const settings = { apiVersion: "2026-02-04", liveMode: false };
    const event = { id: "evt_1", type: "webhook.test", data: "{}", timestampMs: 0, createdAtMs: 0 };
    const sent = world.engine.sendTest(target, { id: "dlv_1", event, payloadFormat: "standard", settings });
    await clock.advance(1);
    expect(await sent).toMatchObject({ outcome: "http_error", responseStatus: 500 });
    const fields = {
      deliveryId: "dlv_1",
      eventId: "evt_1",
      endpointId,
      trigger: "test",
      attempt: 1,
      next: null,
    };
    expect(world.log).toMatchObject([{ level: "warn", event: "delivery.attempted", fields }]);
  });
});
