import { describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { systemRandom } from "../../../src/platform/random.ts";
import { generic } from "../../../src/sources/generic/generic.ts";
import type { GenericConfig } from "../../../src/sources/generic/generic-config.ts";
import type { InboundRequest, Refusal } from "../../../src/sources/source-adapter.ts";
import { anInboundRequest } from "../../support/describe-source-adapter.ts";

const configOf = (input: unknown): GenericConfig =>
  generic.config.complete(generic.config.input.parse(input), systemRandom) as GenericConfig;
const verdictOn = (request: InboundRequest, config: GenericConfig): Refusal | null =>
  generic.screen(request, config) ?? generic.verify(request, config);
const eventOf = (request: InboundRequest, config: GenericConfig) => {
  const reading = generic.read(request, { sourceId: "src_1", config, wanted: new Set() });
  return reading.kind === "accepted" ? reading.events[0] : undefined;
};

/** A request with one header other than it was. */
function withHeader(request: InboundRequest, name: string, value: string): InboundRequest {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return { ...request, headers };
}

describe("the preset github", () => {
  const config = configOf({ preset: "github", secret: "It's a Secret to Everybody" });
  // docs.github.com, "Validating webhook deliveries", "Testing the webhook payload validation".
  const published = anInboundRequest({
    body: "Hello, World!",
    headers: {
      "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
      "x-github-event": "push",
      "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    },
  });

  test("takes GitHub's published example", () => {
    expect(verdictOn(published, config)).toBeNull();
    expect(eventOf(published, config)).toMatchObject({
      type: "github.push",
      dedupKey: "id:72d3162e-cc78-11e3-81ab-4c9367dc0958",
      data: '{"body":"Hello, World!"}',
    });
  });

  test("refuses it with another body, another secret or without its prefix", () => {
    expect(verdictOn({ ...published, body: Buffer.from("Hello, World?") }, config)?.status).toBe(401);
    expect(verdictOn(published, configOf({ preset: "github", secret: "It's no Secret" }))?.status).toBe(401);
    const bare = published.headers.get("x-hub-signature-256")?.slice(7) ?? "";
    expect(verdictOn(withHeader(published, "x-hub-signature-256", bare), config)?.status).toBe(401);
  });

  test("reads the JSON out of a form, as GitHub sends it if told to", () => {
    const body = `payload=${encodeURIComponent('{"zen":"Keep it logically awesome.","n":1e400}')}`;
    const request = anInboundRequest({
      body,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(eventOf(request, config)?.data).toBe('{"zen":"Keep it logically awesome.","n":1e400}');
  });
});

describe("the preset slack", () => {
  const config = configOf({ preset: "slack", secret: "8f742231b10e8888abcd99yyyzzz85a5" });
  // docs.slack.dev, "Verifying requests from Slack".
  const published = anInboundRequest({
    body: "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
    receivedAtMs: 1_531_420_618_000,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": "1531420618",
      "x-slack-signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    },
  });

  test("takes Slack's published example, and its fields as data", () => {
    expect(verdictOn(published, config)).toBeNull();
    const event = eventOf(published, config);
    expect(event?.type).toBe("slack.unmapped");
    expect(JSON.parse(event?.data ?? "")).toMatchObject({
      user_name: "roadrunner",
      command: "/webhook-collect",
    });
  });

  test("refuses it five minutes before and after its time", () => {
    for (const offMs of [-301_000, 301_000]) {
      const late = { ...published, receivedAtMs: published.receivedAtMs + offMs };
      expect(verdictOn(late, config)).toMatchObject({
        status: 401,
        reason: expect.stringContaining("300 s"),
      });
    }
    expect(verdictOn({ ...published, receivedAtMs: published.receivedAtMs + 299_000 }, config)).toBeNull();
  });

  test("names an event after what is in it", () => {
    const body = '{"type":"event_callback","event_id":"Ev08MFMKH6","event":{"type":"app_mention"}}';
    const event = eventOf(anInboundRequest({ body }), config);
    expect(event).toMatchObject({ type: "slack.app_mention", dedupKey: "id:Ev08MFMKH6", data: body });
  });
});

describe("the preset stripe", () => {
  const secret = "whsec_test_secret";
  const config = configOf({ preset: "stripe", secret });
  const body =
    '{\n  "id": "evt_test_webhook",\n  "object": "event",\n  "type": "payment_intent.succeeded"\n}';
  const timestamp = 1_492_774_577;
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  // Stripe publishes the header's form, with a v0 that is to be passed over, but no body with its secret.
  const header = (v1: string) =>
    `t=${timestamp},${v1},v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39`;
  const request = anInboundRequest({
    body,
    receivedAtMs: timestamp * 1000,
    headers: { "stripe-signature": header(`v1=${signature}`) },
  });

  test("takes the documented header, also where two secrets sign during a change", () => {
    expect(verdictOn(request, config)).toBeNull();
    const other = "5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd";
    const both = withHeader(request, "stripe-signature", header(`v1=${other},v1=${signature}`));
    expect(verdictOn(both, config)).toBeNull();
    expect(eventOf(request, config)).toMatchObject({
      type: "stripe.payment_intent.succeeded",
      dedupKey: "id:evt_test_webhook",
      data: body,
    });
  });

  test("refuses another signature, another time, and a v0 alone", () => {
    const other = "5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd";
    for (const value of [
      header(`v1=${other}`),
      header("v1=zz"),
      `t=${timestamp + 1},v1=${signature}`,
      `t=x,v1=${signature}`,
    ]) {
      expect(verdictOn(withHeader(request, "stripe-signature", value), config)?.status).toBe(401);
    }
    expect(verdictOn({ ...request, receivedAtMs: (timestamp + 301) * 1000 }, config)?.status).toBe(401);
  });
});

describe("the preset shopify", () => {
  const config = configOf({ preset: "shopify", secret: "test-webhook-secret" });
  // The example of SQLPage's documentation of sqlpage.hmac for Shopify's webhooks; Shopify itself publishes none.
  const published = anInboundRequest({
    body: '{"id":1234567890,"email":"customer@example.com","total_price":"123.45"}',
    headers: {
      "x-shopify-hmac-sha256": "QNyObTlKbMx2qDlPF/ZOZcBqg5OgPg+2oky3zldc0Gw=",
      "x-shopify-topic": "orders/create",
      "x-shopify-webhook-id": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
    },
  });

  test("takes a published example", () => {
    expect(verdictOn(published, config)).toBeNull();
    expect(eventOf(published, config)).toMatchObject({
      type: "shopify.orders.create",
      dedupKey: "id:b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
    });
  });

  test("refuses the same in hex", () => {
    const hex = Buffer.from("QNyObTlKbMx2qDlPF/ZOZcBqg5OgPg+2oky3zldc0Gw=", "base64").toString("hex");
    expect(verdictOn(withHeader(published, "x-shopify-hmac-sha256", hex), config)?.status).toBe(401);
  });
});

describe("the preset gitlab", () => {
  const config = configOf({ preset: "gitlab", secret: "the secret token" });
  const request = anInboundRequest({
    body: '{"object_kind":"push"}',
    headers: {
      "x-gitlab-token": "the secret token",
      "x-gitlab-event": "Push Hook",
      "idempotency-key": "f5e5f430-f57b-4e6e-9fac-d9128cd7232f",
    },
  });

  test("takes the documented headers", () => {
    expect(verdictOn(request, config)).toBeNull();
    expect(eventOf(request, config)).toMatchObject({
      type: "gitlab.push_hook",
      dedupKey: "id:f5e5f430-f57b-4e6e-9fac-d9128cd7232f",
    });
  });

  test("refuses another token, a part of it, and none", () => {
    for (const token of ["the secret toke", "the secret token ", "THE SECRET TOKEN", ""]) {
      const other = { ...request, headers: new Headers({ "x-gitlab-token": `${token}x`.slice(0, -1) }) };
      if (token.trim() !== "the secret token") expect(verdictOn(other, config)?.status).toBe(401);
    }
    expect(verdictOn({ ...request, headers: new Headers() }, config)?.status).toBe(401);
  });
});

describe("a secret that is being changed", () => {
  test("holds beside the one before it", () => {
    const verification = { kind: "bearer", token: "new", previousToken: "old" };
    const config = configOf({ verification });
    const verdictOf = (token: string) =>
      verdictOn(anInboundRequest({ headers: { authorization: `Bearer ${token}` } }), config);
    expect([verdictOf("new"), verdictOf("old")]).toEqual([null, null]);
    expect(verdictOf("older")).toMatchObject({
      status: 401,
      headers: { "www-authenticate": 'Bearer realm="posthorn source"' },
    });
  });
});
