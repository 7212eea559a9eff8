import { expect, test } from "bun:test";
import { createHmac, createPublicKey, verify } from "node:crypto";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver, type ReceivedWebhook, verifierOf } from "../support/webhook-receiver.ts";

const stage = useStage();

/** As a receiver does it that knows the public key alone. */
function verifiesWith(publicKey: string, { headers, body, id }: ReceivedWebhook): boolean {
  const x = Buffer.from(publicKey.replace(/^whpk_/, ""), "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const [version, signature = ""] = (headers["webhook-signature"] ?? "").split(",");
  const content = Buffer.from(`${id}.${headers["webhook-timestamp"]}.${body}`);
  return version === "v1a" && verify(null, content, key, Buffer.from(signature, "base64"));
}

test("an endpoint with a filter, a format and both kinds of signature gets what it asked for", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  const { body: endpoint } = await server.call("POST", "/endpoints", {
    url: receiver.url,
    eventTypes: ["order.*"],
    filter: { "customer.name": { $regex: "(?i)^zoë" }, amount: { $gte: 100 } },
    payloadFormat: "event",
    signing: {
      scheme: "ed25519",
      bodySignature: { header: "X-Hub-Signature-256", prefix: "sha256=", secret: "a shared secret" },
    },
  });
  const publish = (amount: number, name: string) =>
    server.call("POST", "/events", { type: "order.paid", data: { id: 7, amount, customer: { name } } });
  expect((await publish(99, "Zoë")).body.deliveries).toBe(0);
  expect((await publish(100, "Joe")).body.deliveries).toBe(0);
  const { body: published } = await publish(100, "ZOË");
  expect(published.deliveries).toBe(1);
  await until(() => receiver.received.length > 0);
  const [webhook] = receiver.received as [ReceivedWebhook];
  expect(JSON.parse(webhook.body)).toMatchObject({
    event: "order.paid",
    data: { amount: 100, objectId: 7, id: published.id },
  });
  expect(verifiesWith(endpoint.publicKey, webhook)).toBe(true);
  const hmac = createHmac("sha256", "a shared secret").update(webhook.body).digest("hex");
  expect(webhook.headers["x-hub-signature-256"]).toBe(`sha256=${hmac}`);
}, 60_000);

test("a receiver of the plain form and one of Standard Webhooks can be the same", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  const { body: endpoint } = await server.call("POST", "/endpoints", {
    url: receiver.url,
    eventTypes: ["*"],
    signing: { bodySignature: { header: "X-Flowella-Signature", encoding: "base64" } },
  });
  await server.call("POST", "/events", { type: "order.paid", data: { name: "größer" } });
  await until(() => receiver.received.length > 0);
  const [webhook] = receiver.received as [ReceivedWebhook];
  verifierOf(endpoint.secret)(webhook);
  const hmac = createHmac("sha256", endpoint.secret).update(webhook.body).digest("base64");
  expect(webhook.headers["x-flowella-signature"]).toBe(hmac);
}, 60_000);
