import { describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import type { SigningSpec } from "../../../src/domain/signing.ts";
import { v1a } from "../../../src/signing/v1a.ts";
import { anAnswer } from "../../support/a-network.ts";
import { anEndpoint, testSecret } from "../../support/a-store.ts";
import { engineForEachTest, type TestEngine } from "../../support/an-engine.ts";

const start = engineForEachTest();
const bodySignature = { header: "X-Flowella-Signature", encoding: "hex", prefix: "", secret: null } as const;

async function endpointWith({ engine, test: opened }: TestEngine, signing: SigningSpec, secret = testSecret) {
  const made = anEndpoint({
    secret,
    nowMs: opened.clock.now(),
    spec: { signing, retry: { preset: "custom", delaysSeconds: [60] } },
  });
  const { work } = await opened.store.createEndpoint(opened.organizationId, made);
  engine.nudge(work);
  return made.id;
}

const hmacOf = (key: string, body: string) => createHmac("sha256", key).update(body).digest("hex");

describe("a request", () => {
  test("with a body signature carries it beside the Standard Webhooks headers, which verify", async () => {
    const world = await start();
    // The libraries allow five minutes of skew.
    world.test.clock.stepWall(Date.now() - world.test.clock.now());
    await endpointWith(world, { scheme: "hmac", bodySignature });
    await world.publish({ data: '{"name":"Zoë"}' });
    await world.test.clock.advance(1);
    const [request] = world.network.sent;
    const { headers = {}, body = "" } = request ?? {};
    expect(headers["X-Flowella-Signature"]).toBe(hmacOf(testSecret, body));
    expect(() => new StandardWebhook(testSecret).verify(body, headers)).not.toThrow();
    expect(() => new SvixWebhook(testSecret).verify(body, headers)).not.toThrow();
  });

  test("has a body signature by the newest secret alone, taken at each attempt", async () => {
    const world = await start();
    const { store, organizationId, clock } = world.test;
    const id = await endpointWith(world, { scheme: "hmac", bodySignature });
    world.network.receive(() => anAnswer(500));
    await world.publish();
    await clock.advance(1);
    const secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    const rotation = { secretFor: () => secret, gracePeriodSeconds: 3600, nowMs: clock.now() };
    world.engine.nudge((await store.rotateSecret(organizationId, id, rotation)).work);
    await clock.advance(70_000);
    const [first, second] = world.network.sent;
    expect(second?.body).toBe(first?.body ?? "");
    expect(second?.headers["X-Flowella-Signature"]).toBe(hmacOf(secret, second?.body ?? ""));
    expect(second?.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
  });

  test("of an endpoint with ed25519 has a v1a signature, and a body signature with its own secret", async () => {
    const world = await start();
    const secret = v1a.newSecret(new Uint8Array(32).fill(3));
    await endpointWith(
      world,
      {
        scheme: "ed25519",
        bodySignature: { ...bodySignature, prefix: "sha256=", secret: "a shared secret" },
      },
      secret,
    );
    await world.publish();
    await world.test.clock.advance(1);
    const [request] = world.network.sent;
    const { headers = {}, body = "" } = request ?? {};
    const content = { id: request?.eventId ?? "", timestamp: Number(headers["webhook-timestamp"]), body };
    expect(headers["webhook-signature"]).toBe(v1a.signerOf(secret)(content));
    expect(headers["X-Flowella-Signature"]).toBe(`sha256=${hmacOf("a shared secret", body)}`);
  });

  test("after a change of the scheme is signed by the new key alone", async () => {
    const world = await start();
    const { store, organizationId, clock } = world.test;
    const id = await endpointWith(world, { scheme: "hmac", bodySignature: null });
    world.network.receive(() => anAnswer(500));
    await world.publish();
    await clock.advance(1);
    const newSecret = v1a.newSecret(new Uint8Array(32).fill(4));
    const signing = { scheme: "ed25519", bodySignature: null } as const;
    const change = await store.updateEndpoint(
      organizationId,
      id,
      (spec) => ({ ...spec, signing, newSecret }),
      clock.now(),
    );
    world.engine.nudge(change.work);
    await clock.advance(70_000);
    expect(world.network.sent[1]?.headers["webhook-signature"]).toMatch(/^v1a,[A-Za-z0-9+/]{86}==$/);
  });
});
