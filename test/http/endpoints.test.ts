import { describe, expect, test } from "bun:test";
import { anApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const url = "https://hooks.example.com/in";
const path = "/api/v1/endpoints";

describe("creating an endpoint", () => {
  runScenarios([
    {
      name: "replies 201 with the defaults and, this once, the secret",
      method: "POST",
      path,
      body: { url, eventTypes: ["message.*"] },
      status: 201,
      contains: ['"secret":"whsec_', '"status":"active"', '"timeoutSeconds":10', '"preset":"standard"'],
      async afterwards({ body }, api) {
        const read = await api.call("GET", `${path}/${body.id}`);
        expect(read.text).not.toContain("whsec_");
        expect(read.body).toEqual({ ...body, secret: undefined });
        const { body: secret } = await api.call("GET", `${path}/${body.id}/secret`);
        expect(secret).toEqual({ secret: body.secret, publicKey: null, previous: [] });
      },
    },
    {
      name: "keeps a secret that the caller brings along",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
      status: 201,
      contains: ['"secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"'],
    },
    {
      name: "never shows a sensitive header's value",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], headers: { Authorization: "Bearer s3cret", "X-Env": "prod" } },
      status: 201,
      contains: ['"Authorization":"[redacted]"', '"X-Env":"prod"'],
      lacks: ["s3cret"],
    },
    {
      name: "makes it findable by its uid",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], uid: "crm" },
      status: 201,
      async afterwards({ body }, api) {
        expect((await api.call("GET", `${path}/crm`)).body.id).toBe(body.id);
      },
    },
    {
      name: "refuses a uid that is taken",
      given: (api) => api.anEndpointId({ uid: "crm" }),
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], uid: "crm" },
      status: 409,
      contains: ['"code":"conflict"'],
    },
    {
      name: "refuses a uid that looks like an id",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], uid: "ep_mine" },
      status: 422,
      contains: ['"path":"uid"'],
    },
    {
      name: "names every missing field",
      method: "POST",
      path,
      body: {},
      status: 422,
      contains: ['{"path":"url","message":"is required"}', '{"path":"eventTypes","message":"is required"}'],
    },
    {
      name: "names an unknown field and the one that was meant",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], discription: "x" },
      status: 422,
      contains: ['"path":"discription"', 'did you mean \\"description\\"?'],
    },
    {
      name: "refuses a URL that the egress guard refuses",
      method: "POST",
      path,
      body: { url: "not a url", eventTypes: ["*"] },
      status: 422,
      contains: ['"path":"url"'],
    },
    {
      name: "refuses a header that Posthorn sets itself",
      method: "POST",
      path,
      body: { url, eventTypes: ["*"], headers: { "Webhook-Id": "x" } },
      status: 422,
      contains: ['"path":"headers.Webhook-Id"'],
    },
  ]);

  test("stops at the organization's limit", async () => {
    const api = await anApi({ operations: { endpointsMax: 1 } });
    await api.anEndpointId();
    const { status, body } = await api.call("POST", path, { body: { url, eventTypes: ["*"] } });
    expect([status, body.code]).toEqual([409, "limit_reached"]);
    await api.close();
  });
});

describe("changing an endpoint", () => {
  runScenarios<string>([
    {
      name: "changes what is sent and leaves the rest",
      given: (api) => api.anEndpointId({ description: "old", headers: { Authorization: "Bearer s3cret" } }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { description: "new", headers: { Authorization: "[redacted]", "X-A": "1" } },
      status: 200,
      contains: ['"description":"new"', '"Authorization":"[redacted]"', '"X-A":"1"'],
      lacks: ["s3cret", "whsec_"],
      async afterwards(_reply, api) {
        const target = await api.store.findTarget(api.organizationId, (await firstEndpoint(api)).id);
        expect(target.headers).toEqual({ Authorization: "Bearer s3cret", "X-A": "1" });
      },
    },
    {
      name: "refuses to ship a stored credential to another origin",
      given: (api) => api.anEndpointId({ headers: { Authorization: "Bearer s3cret" } }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { url: "https://evil.example.com/in" },
      status: 422,
      contains: ['"path":"headers.Authorization"'],
      lacks: ["s3cret"],
    },
    {
      name: "changes nothing when the body is refused",
      given: (api) => api.anEndpointId({ description: "old" }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { description: "new", timeoutSeconds: 31 },
      status: 422,
      contains: ['"path":"timeoutSeconds"', "(got 31)"],
      async afterwards(_reply, api, id) {
        expect((await api.call("GET", `${path}/${id}`)).body.description).toBe("old");
      },
    },
    {
      name: "needs a body with a content type",
      given: (api) => api.anEndpointId(),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      status: 415,
    },
  ]);

  async function firstEndpoint(api: Awaited<ReturnType<typeof anApi>>) {
    return (await api.call("GET", path)).body.data[0];
  }
});

describe("an endpoint's verbs", () => {
  runScenarios<string>([
    {
      name: "disable says why it is disabled",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/disable`,
      status: 200,
      contains: ['"status":"disabled"', '"disabledReason":"manual"', '"state":"disabled"'],
    },
    {
      name: "enable makes it active again",
      async given(api) {
        const id = await api.anEndpointId();
        await api.call("POST", `${path}/${id}/disable`);
        return id;
      },
      method: "POST",
      path: (id) => `${path}/${id}/enable`,
      body: {},
      status: 200,
      contains: ['"status":"active"', '"disabledReason":null', '"disabledAt":null'],
    },
    {
      name: "delete replies 204, and it is gone",
      given: (api) => api.anEndpointId(),
      method: "DELETE",
      path: (id) => `${path}/${id}`,
      status: 204,
      async afterwards(_reply, api, id) {
        expect((await api.call("GET", `${path}/${id}`)).status).toBe(404);
        expect((await api.call("DELETE", `${path}/${id}`)).status).toBe(404);
      },
    },
    {
      name: "rotating the secret keeps the old one for a day",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/secret/rotate`,
      status: 200,
      contains: ['"secret":"whsec_', '"expiresAt":"2026-05-14T12:00:00.000Z"'],
    },
    {
      name: "rotating with no grace cuts the old secret off",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/secret/rotate`,
      body: { gracePeriodSeconds: 0 },
      status: 200,
      contains: ['"previous":[]'],
    },
    {
      name: "a grace of more than seven days is refused",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/secret/rotate`,
      body: { gracePeriodSeconds: 604_801 },
      status: 422,
      contains: ['"path":"gracePeriodSeconds"'],
    },
    {
      name: "a sixth active secret is refused",
      async given(api) {
        const id = await api.anEndpointId();
        for (let i = 0; i < 4; i++) await api.call("POST", `${path}/${id}/secret/rotate`);
        return id;
      },
      method: "POST",
      path: (id) => `${path}/${id}/secret/rotate`,
      status: 409,
      contains: ['"code":"limit_reached"'],
    },
    {
      name: "a test replies with the attempt, also of a disabled endpoint",
      async given(api) {
        const id = await api.anEndpointId({ eventTypes: ["nothing.else"] });
        await api.call("POST", `${path}/${id}/disable`);
        return id;
      },
      method: "POST",
      path: (id) => `${path}/${id}/test`,
      status: 200,
      contains: ['"trigger":"test"', '"eventType":"webhook.test"', '"number":1', '"outcome":"success"'],
      async afterwards({ body }, api, id) {
        const read = await api.call("GET", `/api/v1/attempts/${body.id}`);
        expect(JSON.parse(read.body.request.body)).toMatchObject({
          type: "webhook.test",
          data: { message: "Test event from Posthorn", endpointId: id },
        });
        const { data: log } = (await api.call("GET", "/api/v1/events")).body;
        expect(log.map(({ type }: { type: string }) => type)).toEqual(["posthorn.endpoint.disabled"]);
      },
    },
    {
      name: "a test with an event type that has no example is refused",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/test`,
      body: { eventType: "message.delivered" },
      status: 422,
      contains: ['"path":"eventType"'],
    },
  ]);

  test("a test that could not even be attempted is 503, and nothing is recorded", async () => {
    const api = await anApi({
      operations: { sendTest: async () => ({ notAttempted: "The proxy is down." }) },
    });
    const { status, body, headers } = await api.call("POST", `${path}/${await api.anEndpointId()}/test`);
    expect([status, body.detail, headers.get("retry-after")]).toEqual([503, "The proxy is down.", "1"]);
    expect((await api.call("GET", "/api/v1/attempts")).body.data).toEqual([]);
    await api.close();
  });
});

describe("the list of endpoints", () => {
  const filters: [query: string, uids: string[]][] = [
    ["", ["c", "b", "a"]],
    ["?status=disabled", ["b"]],
    ["?eventType=order.paid", ["b", "a"]],
    ["?search=SHOP", ["b"]],
    ["?search=nothing", []],
  ];
  test("newest first, by state, subscription and text", async () => {
    const api = await anApi();
    await api.anEndpointId({ uid: "a", eventTypes: ["*"] });
    await api.anEndpointId({ uid: "b", eventTypes: ["order.*"], url: "https://shop.example.com/" });
    await api.anEndpointId({ uid: "c", eventTypes: ["message.read"] });
    await api.call("POST", `${path}/b/disable`);
    for (const [query, uids] of filters) {
      const { body } = await api.call("GET", path + query, { as: "viewer" });
      expect([query, body.data.map(({ uid }: { uid: string }) => uid)]).toEqual([query, uids]);
    }
    await api.close();
  });
});
