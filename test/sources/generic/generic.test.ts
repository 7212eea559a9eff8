import { createHmac } from "node:crypto";
import { generic } from "../../../src/sources/generic/generic.ts";
import {
  anInboundRequest,
  describeSourceAdapter,
  type SourceSample,
} from "../../support/describe-source-adapter.ts";

const secret = "a secret that nobody sees";
const whsec = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const json = { "content-type": "application/json" };
const body = '{"id":"in_1","type":"invoice.paid","amount":12345678901234567890}';
const receivedAtMs = 1_778_676_385_000;
const seconds = String(receivedAtMs / 1000);
const hmacOf = (content: string, key: string | Buffer = secret) =>
  createHmac("sha256", key).update(content).digest();

const base = { becomes: ["inbound.received"], isBodySigned: false };
const samples: SourceSample[] = [
  {
    ...base,
    name: "no verification",
    config: { verification: { kind: "none" } },
    request: anInboundRequest({ body, headers: json }),
  },
  {
    ...base,
    name: "an HMAC of the body, and a type and an id in it",
    config: {
      verification: {
        kind: "hmac",
        header: "X-Signature",
        algorithm: "sha256",
        encoding: "base64",
        prefix: "v0=",
        secret,
      },
      eventType: { pointer: "/type", prefix: "billing" },
      eventId: { pointer: "/id" },
    },
    becomes: ["billing.invoice.paid"],
    request: anInboundRequest({
      body,
      headers: { ...json, "x-signature": `v0=${hmacOf(body).toString("base64")}` },
    }),
    isBodySigned: true,
  },
  {
    ...base,
    name: "Standard Webhooks",
    config: { verification: { kind: "standard-webhooks", secret: whsec }, eventType: "invoice.received" },
    becomes: ["invoice.received"],
    request: anInboundRequest({
      body,
      receivedAtMs,
      headers: {
        "webhook-id": "msg_1",
        "webhook-timestamp": seconds,
        "webhook-signature": `v1a,xyz v1,${hmacOf(`msg_1.${seconds}.${body}`, Buffer.from(whsec.slice(6), "base64")).toString("base64")}`,
      },
    }),
    isBodySigned: true,
  },
  {
    ...base,
    name: "basic authentication",
    config: { verification: { kind: "basic", username: "up", password: secret } },
    request: anInboundRequest({ body, headers: { authorization: `Basic ${btoa(`up:${secret}`)}` } }),
  },
  {
    ...base,
    name: "a bearer token",
    config: { verification: { kind: "bearer", token: secret } },
    request: anInboundRequest({ body, headers: { authorization: `Bearer ${secret}` } }),
  },
  {
    ...base,
    name: "a token in a header, and a form",
    config: { verification: { kind: "header-token", header: "X-Token", token: secret } },
    request: anInboundRequest({
      body: "a=1&b=2&b=3",
      headers: { "x-token": secret, "content-type": "application/x-www-form-urlencoded" },
    }),
  },
  {
    ...base,
    name: "Stripe",
    config: { preset: "stripe", secret },
    becomes: ["stripe.invoice.paid"],
    request: anInboundRequest({
      body,
      receivedAtMs,
      headers: {
        "stripe-signature": `t=${seconds},v1=${hmacOf(`${seconds}.${body}`).toString("hex")},v0=00`,
      },
    }),
    isBodySigned: true,
  },
  {
    ...base,
    name: "Slack's URL challenge",
    config: { preset: "slack", secret },
    becomes: null,
    request: (() => {
      const challenge =
        '{"type":"url_verification","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}';
      return anInboundRequest({
        body: challenge,
        receivedAtMs,
        headers: {
          "x-slack-request-timestamp": seconds,
          "x-slack-signature": `v0=${hmacOf(`v0:${seconds}:${challenge}`).toString("hex")}`,
        },
      });
    })(),
    isBodySigned: true,
  },
];

describeSourceAdapter("generic", generic, { samples, catalogue: "open", secrets: [secret, whsec] });
