import { describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import {
  aMessage,
  appSecret,
  aStatus,
  ofMessages,
  payload,
  signatureOf,
} from "../sources/whatsapp/a-notification.ts";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver, type ReceivedWebhook, verifierOf } from "../support/webhook-receiver.ts";

const stage = useStage();
const withinMs = 20_000;

/** A WhatsApp source; its URL. */
async function aSource(server: Server): Promise<string> {
  const config = { verifyToken: "vibe-token-1", appSecrets: [appSecret] };
  const { status, body } = await server.call("POST", "/sources", {
    kind: "whatsapp",
    name: "whatsapp",
    config,
  });
  expect([status, body.url]).toEqual([201, `/in/${body.id}`]);
  return `${server.url}${body.url}`;
}

async function anEndpoint(server: Server, body: object): Promise<{ secret: string }> {
  const reply = await server.call("POST", "/endpoints", body);
  expect([reply.status, reply.body.detail]).toEqual([201, undefined]);
  return reply.body;
}

function post(url: string, body: Buffer, signature = signatureOf(body)): Promise<Response> {
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
  return fetch(url, { method: "POST", headers, body: new Uint8Array(body) });
}

/** Each event once: a kill may come between an answer and its record. */
const eventsIn = (received: readonly ReceivedWebhook[]) =>
  [...new Map(received.map((webhook) => [webhook.id, webhook])).values()].map(({ body }) => JSON.parse(body));

describe("from Meta to a subscribed endpoint", () => {
  test("a signed status is a signed message.delivered, in the format and with the signature of each endpoint", async () => {
    const server = await stage.serve();
    const url = await aSource(server);
    const standard = aReceiver(stage);
    const flowella = aReceiver(stage);
    const { secret } = await anEndpoint(server, { url: standard.url, eventTypes: ["message.delivered"] });
    const other = await anEndpoint(server, {
      url: flowella.url,
      eventTypes: ["message.*"],
      payloadFormat: "event",
      signing: {
        scheme: "hmac",
        bodySignature: { header: "X-Flowella-Signature", encoding: "hex", prefix: "" },
      },
    });
    const body = payload("status-delivered.json");
    for (let times = 0; times < 2; times++) expect((await post(url, body)).status).toBe(200);
    await until(() => standard.received.length > 0 && flowella.received.length > 0, { withinMs });

    const [first] = standard.received as [ReceivedWebhook];
    verifierOf(secret)(first);
    const sent = JSON.parse(first.body);
    expect(sent).toMatchObject({
      type: "message.delivered",
      timestamp: "2026-01-01T00:01:42.000Z",
      data: {
        source: "whatsapp",
        status: "delivered",
        messageId: "wamid.HBgLMTIwMjU1NTAxNDMVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDUwMAA=",
        contact: { phone: "+12025550143", userId: "US.90000000000000000001" },
      },
    });
    expect(sent.data.raw).toEqual(JSON.parse(body.toString()).entry[0].changes[0].value.statuses[0]);

    const [second] = flowella.received as [ReceivedWebhook];
    verifierOf(other.secret)(second);
    const { id, event, data } = JSON.parse(second.body);
    expect([id, event, data.id, data.messageId]).toEqual([
      sent.id,
      "message.delivered",
      id,
      sent.data.messageId,
    ]);
    const expected = createHmac("sha256", other.secret).update(second.body).digest("hex");
    expect(second.headers["x-flowella-signature"]).toBe(expected);
  });

  test("a flow's alert is a flow.endpoint_latency", async () => {
    const server = await stage.serve();
    const url = await aSource(server);
    const receiver = aReceiver(stage);
    await anEndpoint(server, { url: receiver.url, eventTypes: ["flow.*"] });
    expect((await post(url, payload("flow-endpoint-latency.json"))).status).toBe(200);
    await until(() => receiver.received.length > 0, { withinMs });
    const { type, data } = JSON.parse(receiver.received[0]?.body ?? "");
    expect([type, data]).toEqual([
      "flow.endpoint_latency",
      expect.objectContaining({
        flowId: "700000000000001",
        event: "ENDPOINT_LATENCY",
        alertState: "ACTIVATED",
        threshold: 7000,
        thresholdUnit: "ms",
        p90LatencyMs: 8000,
        p50LatencyMs: 500,
        requestsCount: 34,
        errorRate: null,
        availability: null,
        warning: null,
      }),
    ]);
  });

  test("a thousand updates in one notification all arrive, once each", async () => {
    const server = await stage.serve();
    const url = await aSource(server);
    const receiver = aReceiver(stage);
    await anEndpoint(server, { url: receiver.url, eventTypes: ["message.read"] });
    const statuses = Array.from({ length: 1000 }, (_, i) => aStatus({ id: `wamid.${i}`, status: "read" }));
    expect((await post(url, ofMessages({ statuses }))).status).toBe(200);
    await until(() => receiver.received.length >= 1000, { withinMs });
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1000);
    expect(receiver.received).toHaveLength(1000);
  });

  test("a conversation is opened, survives a kill, and is closed when its time has come", async () => {
    const server = await stage.serve();
    const url = await aSource(server);
    const receiver = aReceiver(stage);
    await anEndpoint(server, { url: receiver.url, eventTypes: ["conversation.*"] });
    // 24 hours old but for the moment in which the server is killed.
    const timestamp = String(Math.ceil(Date.now() / 1000) - 24 * 3600 + 8);
    await post(
      url,
      ofMessages({ messages: [aMessage({ timestamp, type: "text", text: { body: "Hello" } })] }),
    );
    await until(() => receiver.received.length > 0, { withinMs });
    await server.kill();
    await stage.serve({ directory: server.directory });
    await until(() => eventsIn(receiver.received).length > 1, { withinMs });
    const [opened, closed] = eventsIn(receiver.received);
    expect([opened.type, closed.type]).toEqual(["conversation.opened", "conversation.closed"]);
    expect(closed.data).toMatchObject({
      conversationId: opened.data.conversationId,
      closedAt: opened.data.expiresAt,
      reason: "window_expired",
    });
  });
});

describe("at a source's URL", () => {
  test("Meta's handshake is answered, and neither token nor secret is in the log", async () => {
    const server = await stage.serve();
    const url = await aSource(server);
    const handshake = (token: string) =>
      fetch(`${url}?hub.mode=subscribe&hub.challenge=a%2Bb%20c&hub.verify_token=${token}`);
    const reply = await handshake("vibe-token-1");
    expect([reply.status, await reply.text()]).toEqual([200, "a+b c"]);
    expect((await handshake("vibe-token-2")).status).toBe(403);
    expect((await post(url, payload("inbound-text.json"), `sha256=${"0".repeat(64)}`)).status).toBe(401);
    expect((await fetch(url, { method: "DELETE" })).status).toBe(405);
    expect(await server.stop()).toBe(0);
    const log = JSON.stringify(server.log);
    expect(log).toContain("source.refused");
    for (const secret of ["vibe-token", appSecret, "Does it come in another color"])
      expect(log).not.toContain(secret);
  });
});
