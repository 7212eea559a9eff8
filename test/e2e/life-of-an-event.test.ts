import { expect, test } from "bun:test";
import { operatorKey, type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver, type ReceivedWebhook, verifierOf } from "../support/webhook-receiver.ts";

const stage = useStage();

async function anEndpoint(server: Server, url: string, fields: Record<string, unknown> = {}) {
  const { status, body } = await server.call("POST", "/endpoints", { url, eventTypes: ["*"], ...fields });
  expect(status).toBe(201);
  return body as { id: string; secret: string };
}

async function publish(server: Server, fields: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await server.call("POST", "/events", {
    type: "message.delivered",
    data: { n: 1 },
    ...fields,
  });
  expect(status).toBe(202);
  return body.id as string;
}

async function theDeliveryOf(server: Server, eventId: string) {
  return (await server.call("GET", `/deliveries?eventId=${eventId}`)).body.data[0];
}

/** Waits until the newest delivery of the event has that status, and returns it. */
async function theDelivery(server: Server, eventId: string, status: string) {
  await until(async () => (await theDeliveryOf(server, eventId))?.status === status, { withinMs: 30_000 });
  return theDeliveryOf(server, eventId);
}

test("an event published on an idle instance reaches its receiver at once, byte for byte and signed", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  const { secret } = await anEndpoint(server, receiver.url);
  const data = '{"b":1,"1":2,"big":12345678901234567890,"text":"größer"}';
  const startMs = performance.now();
  const response = await fetch(`${server.url}/api/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${operatorKey}`, "content-type": "application/json" },
    body: `{"type":"order.paid","id":"order-1","data":${data}}`,
  });
  expect(response.status).toBe(202);
  await until(() => receiver.received.length > 0);
  // The benchmark measures; this finds a polling delay.
  expect((receiver.received[0]?.arrivedAtMs ?? 0) - startMs).toBeLessThan(1000);
  const [webhook] = receiver.received as [ReceivedWebhook];
  expect(webhook.id).toBe("order-1");
  expect(webhook.body).toContain(data);
  verifierOf(secret)(webhook);
  await theDelivery(server, "order-1", "succeeded");
}, 60_000);

test("while a secret is being replaced both the old and the new one verify, afterwards the new one", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  const { id, secret: first } = await anEndpoint(server, receiver.url);
  const rotate = (gracePeriodSeconds: number) =>
    server.call("POST", `/endpoints/${id}/secret/rotate`, { gracePeriodSeconds });
  const second = (await rotate(3600)).body.secret as string;
  const overlapping = await publish(server);
  const third = (await rotate(0)).body.secret as string;
  await theDelivery(server, overlapping, "succeeded");
  const afterwards = await publish(server);
  await theDelivery(server, afterwards, "succeeded");
  const webhookOf = (eventId: string) =>
    receiver.received.find((webhook) => webhook.id === eventId) as ReceivedWebhook;
  verifierOf(first)(webhookOf(overlapping));
  verifierOf(second)(webhookOf(overlapping));
  verifierOf(third)(webhookOf(afterwards));
  expect(() => verifierOf(second)(webhookOf(afterwards))).toThrow();
}, 60_000);

test("what got a 500 is sent again with the same id and body, and its attempts are listed", async () => {
  const receiver = aReceiver(stage, ({ attempt }) => (attempt < 3 ? 500 : 204));
  const server = await stage.serve();
  const { secret } = await anEndpoint(server, receiver.url, { retry: { delaysSeconds: [0, 1] } });
  const eventId = await publish(server);
  const delivery = await theDelivery(server, eventId, "succeeded");
  expect(delivery.attemptCount).toBe(3);
  expect(receiver.received.map(({ id, attempt }) => [id, attempt])).toEqual([
    [eventId, 1],
    [eventId, 2],
    [eventId, 3],
  ]);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  receiver.received.forEach(verifierOf(secret));
  const attempts = (await server.call("GET", `/deliveries/${delivery.id}/attempts`)).body.data;
  expect(attempts.map((attempt: { responseStatus: number }) => attempt.responseStatus)).toEqual([
    500, 500, 204,
  ]);
}, 60_000);

test("a 410 disables the endpoint, and what it misses from then on is listed", async () => {
  const receiver = aReceiver(stage, () => 410);
  const server = await stage.serve();
  const { id } = await anEndpoint(server, receiver.url);
  expect(await theDelivery(server, await publish(server), "failed")).toMatchObject({ reason: "gone" });
  const endpoint = (await server.call("GET", `/endpoints/${id}`)).body;
  expect(endpoint).toMatchObject({ status: "disabled", disabledReason: "gone" });
  expect(await theDelivery(server, await publish(server), "canceled")).toMatchObject({
    reason: "endpoint_disabled",
    attemptCount: 0,
  });
  expect(receiver.received).toHaveLength(1);
}, 60_000);

test("a receiver that asks for time with Retry-After gets it", async () => {
  const receiver = aReceiver(stage, ({ attempt }) =>
    attempt === 1 ? new Response(null, { status: 503, headers: { "retry-after": "2" } }) : 200,
  );
  const server = await stage.serve();
  await anEndpoint(server, receiver.url, { retry: { delaysSeconds: [0, 0] } });
  await theDelivery(server, await publish(server), "succeeded");
  const [first, second] = receiver.received as [ReceivedWebhook, ReceivedWebhook];
  // A little less than two seconds: the receiver notes a request only when its body is there.
  expect(second.arrivedAtMs - first.arrivedAtMs).toBeGreaterThan(1900);
}, 60_000);

test("a 429 with Retry-After holds the whole endpoint, and nobody else", async () => {
  const busy = aReceiver(stage, ({ attempt, id }) =>
    attempt === 1 && id === "first"
      ? new Response(null, { status: 429, headers: { "retry-after": "2" } })
      : 200,
  );
  const other = aReceiver(stage);
  const server = await stage.serve();
  const { id } = await anEndpoint(server, busy.url, { retry: { delaysSeconds: [0] } });
  await publish(server, { id: "first" });
  await until(async () => (await server.call("GET", `/endpoints/${id}`)).body.health.heldUntil !== null);
  await anEndpoint(server, other.url);
  await publish(server, { id: "second" });
  await until(() => other.received.length === 1);
  await until(() => busy.received.length === 3, { withinMs: 30_000 });
  const [held, ...later] = busy.received;
  for (const { arrivedAtMs } of later) expect(arrivedAtMs - (held?.arrivedAtMs ?? 0)).toBeGreaterThan(1900);
  expect(other.received[0]?.arrivedAtMs ?? 0).toBeLessThan(later[0]?.arrivedAtMs ?? 0);
  expect((await server.call("GET", `/endpoints/${id}`)).body.status).toBe("active");
}, 60_000);

test("a delivery is sent again when a person says so, and not sent when one canceled it", async () => {
  let status = 500;
  const receiver = aReceiver(stage, () => status);
  const server = await stage.serve();
  await anEndpoint(server, receiver.url, { retry: { preset: "none" } });
  const failed = await theDelivery(server, await publish(server), "failed");
  status = 200;
  const resent = await server.call("POST", `/deliveries/${failed.id}/resend`);
  expect(resent).toMatchObject({ status: 202, body: { trigger: "resend", eventId: failed.eventId } });
  await theDelivery(server, failed.eventId, "succeeded");

  const later = new Date(Date.now() + 3_600_000).toISOString();
  const pending = await theDelivery(server, await publish(server, { deliverAt: later }), "pending");
  const canceled = await server.call("POST", `/deliveries/${pending.id}/cancel`);
  expect(canceled).toMatchObject({ status: 200, body: { status: "canceled", reason: "manual" } });
  expect(receiver.received.map(({ id }) => id)).toEqual([failed.eventId, failed.eventId]);
}, 60_000);

test("a revoked key is refused from its next request on", async () => {
  const server = await stage.serve();
  const made = (await server.call("POST", "/api-keys", { name: "producer", role: "publisher" })).body;
  const call = () => server.call("GET", "/me", undefined, { key: made.key });
  expect((await call()).status).toBe(200);
  expect((await server.call("DELETE", `/api-keys/${made.id}`)).status).toBe(204);
  expect(await call()).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
}, 60_000);
