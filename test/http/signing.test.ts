import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { type ApiReply, anApi, type TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/endpoints";
const endpoint = { url: "https://hooks.example.com/in", eventTypes: ["*"] };
const bodySignature = { header: "X-Hub-Signature-256", encoding: "hex", prefix: "sha256=" };
const privateKey =
  "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
const publicKey = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";

const secretOf = async (api: TestApi, id: string) => (await api.call("GET", `${path}/${id}/secret`)).body;

describe("an endpoint's signing", () => {
  runScenarios<string>([
    {
      name: "with ed25519 the creation replies with a whsk_ secret and its public key",
      method: "POST",
      path,
      body: { ...endpoint, signing: { scheme: "ed25519" } },
      status: 201,
      contains: ['"secret":"whsk_', '"publicKey":"whpk_', '"scheme":"ed25519"'],
      async afterwards({ body }, api) {
        expect(await secretOf(api, body.id)).toEqual({
          secret: body.secret,
          publicKey: body.publicKey,
          previous: [],
        });
        const read = await api.call("GET", `${path}/${body.id}`);
        expect(read.text).not.toContain("whsk_");
        expect(read.text).not.toContain("publicKey");
      },
    },
    {
      name: "a key pair of the caller's own is kept",
      method: "POST",
      path,
      body: { ...endpoint, signing: { scheme: "ed25519" }, secret: privateKey },
      status: 201,
      contains: [privateKey, publicKey],
    },
    {
      name: "a whsec_ secret is refused with ed25519, and not repeated",
      method: "POST",
      path,
      body: { ...endpoint, signing: { scheme: "ed25519" }, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
      status: 422,
      contains: ['"path":"secret"', "with the scheme ed25519"],
      lacks: ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    },
    {
      name: "a whsk_ secret is refused with hmac",
      method: "POST",
      path,
      body: { ...endpoint, secret: privateKey },
      status: 422,
      contains: ['"path":"secret"', "with the scheme hmac"],
      lacks: [privateKey],
    },
    {
      name: "a rotation makes a key of the scheme",
      given: (api) => api.anEndpointId({ signing: { scheme: "ed25519" } }),
      method: "POST",
      path: (id) => `${path}/${id}/secret/rotate`,
      status: 200,
      contains: ['"secret":"whsk_', '"publicKey":"whpk_', '"expiresAt"'],
    },
    {
      name: "a rotation refuses a secret of the other scheme",
      given: (api) => api.anEndpointId({ signing: { scheme: "ed25519" } }),
      method: "POST",
      path: (id) => `${path}/${id}/secret/rotate`,
      body: { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
      status: 422,
      contains: ['"path":"secret"'],
    },
    {
      name: "a PATCH that changes the scheme makes a new key, and the old ones end at once",
      async given(api) {
        const id = await api.anEndpointId();
        await api.call("POST", `${path}/${id}/secret/rotate`);
        return id;
      },
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { signing: { scheme: "ed25519" } },
      status: 200,
      contains: ['"scheme":"ed25519"'],
      lacks: ["whsk_", "whpk_"],
      async afterwards(_reply, api, id) {
        expect(await secretOf(api, id)).toMatchObject({
          secret: expect.stringMatching(/^whsk_/),
          publicKey: expect.stringMatching(/^whpk_/),
          previous: [],
        });
        expect((await api.store.findTarget(api.organizationId, id)).secrets).toHaveLength(1);
      },
    },
    {
      name: "a PATCH that leaves the scheme leaves the secrets",
      given: (api) => api.anEndpointId({ secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { signing: { scheme: "hmac", bodySignature } },
      status: 200,
      contains: ['"header":"X-Hub-Signature-256"', '"secret":null'],
      async afterwards(_reply, api, id) {
        expect((await secretOf(api, id)).secret).toBe("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
      },
    },
    {
      name: "the body signature's secret is never shown, and encrypted on the disk",
      method: "POST",
      path,
      body: { ...endpoint, signing: { bodySignature: { ...bodySignature, secret: "hunter2hunter2" } } },
      status: 201,
      contains: ['"secret":"[redacted]"'],
      lacks: ["hunter2"],
      async afterwards({ body }, api) {
        expect((await api.call("GET", path)).text).not.toContain("hunter2");
        const db = new Database(join(api.directory, "posthorn.db"));
        const rows = db.query("SELECT * FROM endpoints").all();
        const bytes = JSON.stringify(rows, (_, value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
        );
        db.close();
        expect(bytes).toContain("X-Hub-Signature-256");
        expect(bytes).not.toContain("hunter2");
        const target = await api.store.findTarget(api.organizationId, body.id);
        expect(target.signing.bodySignature?.secret).toBe("hunter2hunter2");
      },
    },
    ...refusedBodySignatures().map(([name, fields, problemPath]) => ({
      name: `refuses a body signature ${name}`,
      method: "POST",
      path,
      body: { ...endpoint, signing: { bodySignature: { ...bodySignature, ...fields } } },
      status: 422,
      contains: [`"path":"signing.bodySignature.${problemPath}"`],
      lacks: ["hunt"],
    })),
    {
      name: "what was read may be sent back as it is",
      given: (api) =>
        api.anEndpointId({ signing: { bodySignature: { ...bodySignature, secret: "hunter2hunter2" } } }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { signing: { scheme: "hmac", bodySignature: { ...bodySignature, secret: "[redacted]" } } },
      status: 200,
      async afterwards(_reply: ApiReply, api: TestApi, id: string) {
        const target = await api.store.findTarget(api.organizationId, id);
        expect(target.signing.bodySignature?.secret).toBe("hunter2hunter2");
      },
    },
  ]);
});

function refusedBodySignatures(): [name: string, fields: object, path: string][] {
  return [
    ["without a header", { header: undefined }, "header"],
    ["in a header that Posthorn sets", { header: "Webhook-Signature" }, "header"],
    ["in a header that HTTP sets", { header: "Content-Digest" }, "header"],
    ["in a header that is none", { header: "X Signature" }, "header"],
    ["in an unknown encoding", { encoding: "base32" }, "encoding"],
    ["with a line break in its prefix", { prefix: "a\r\nb" }, "prefix"],
    ["with a secret of 7 characters", { secret: "hunt567" }, "secret"],
    ["with a secret of 257 characters", { secret: "hunt".padEnd(257, "x") }, "secret"],
    ["with a secret that is not ASCII", { secret: "hunterähunter" }, "secret"],
    ["with an unknown field", { algorithm: "sha1" }, "algorithm"],
  ];
}

test("GET /attempts/:id shows both signatures as sent", async () => {
  const api = await anApi({
    operations: {
      sendTest: async (target) => ({
        id: "att_1",
        startedAtMs: 1000,
        durationMs: 5,
        outcome: "success",
        responseStatus: 200,
        responseHeaders: {},
        responseBody: "ok",
        responseBodyTruncated: false,
        error: null,
        retryAfterMs: null,
        revision: target.revision,
        signature: "v1,abc",
        bodySignature: "sha256=abc",
      }),
    },
  });
  const id = await api.anEndpointId({ signing: { bodySignature } });
  await api.call("POST", `${path}/${id}/test`);
  await api.call("PATCH", `${path}/${id}`, {
    body: { signing: { bodySignature: { header: "X-Later" } } },
  });
  const { body } = await api.call("GET", "/api/v1/attempts/att_1");
  expect(body.request.headers).toMatchObject({
    "webhook-signature": "v1,abc",
    "X-Hub-Signature-256": "sha256=abc",
  });
  expect(body.request.headers).not.toHaveProperty("X-Later");
  await api.close();
});
