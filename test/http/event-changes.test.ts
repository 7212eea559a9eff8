import { describe, expect } from "bun:test";
import type { TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const events = "/api/v1/events";

async function anEventToOneEndpoint(api: TestApi): Promise<string> {
  const endpointId = await api.anEndpointId();
  await api.anEventId({ id: "one", data: { name: "Ada" } });
  return endpointId;
}

async function disabled(api: TestApi): Promise<string> {
  const endpointId = await anEventToOneEndpoint(api);
  await api.call("POST", `/api/v1/endpoints/${endpointId}/disable`);
  return endpointId;
}

describe("POST /events/:id/cancel", () => {
  runScenarios<unknown>([
    {
      name: "replies with the event, whose pending deliveries are canceled",
      given: anEventToOneEndpoint,
      method: "POST",
      path: `${events}/one/cancel`,
      status: 200,
      contains: ['"deliveries":{"pending":0,"succeeded":0,"failed":0,"canceled":1}', '"data":{"name":"Ada"}'],
      async afterwards(_reply, api) {
        const { body } = await api.call("GET", "/api/v1/deliveries?eventId=one");
        expect(body.data).toMatchObject([{ status: "canceled", reason: "manual", nextAttemptAt: null }]);
      },
    },
    {
      name: "is 404 for an unknown event",
      method: "POST",
      path: `${events}/evt_nope/cancel`,
      status: 404,
      contains: ["evt_nope"],
    },
  ]);
});

describe("DELETE /events/:id", () => {
  runScenarios<unknown>([
    {
      name: "erases the data; the rows stay and the id stays taken",
      given: anEventToOneEndpoint,
      method: "DELETE",
      path: `${events}/one`,
      status: 204,
      async afterwards(_reply, api) {
        const shown = await api.call("GET", `${events}/one`);
        expect(shown.body).toMatchObject({ data: null, deliveries: { canceled: 1 } });
        const [delivery] = (await api.call("GET", "/api/v1/deliveries?eventId=one")).body.data;
        const { text } = await api.call("GET", `/api/v1/deliveries/${delivery.id}`);
        expect(text).toContain('"headers":null,"body":null');
        expect(text).not.toContain("Ada");
        const again = await api.call("POST", events, { body: { type: "a", data: {}, id: "one" } });
        expect([again.status, again.body.duplicate]).toEqual([200, true]);
        expect((await api.call("DELETE", `${events}/one`)).status).toBe(204);
      },
    },
    {
      name: "erases what the attempts of a test show",
      async given(api) {
        const id = await api.anEndpointId();
        return (await api.call("POST", `/api/v1/endpoints/${id}/test`)).body;
      },
      method: "DELETE",
      path: (attempt) => `${events}/${(attempt as { eventId: string }).eventId}`,
      status: 204,
      async afterwards(_reply, api, attempt) {
        const { body } = await api.call("GET", `/api/v1/attempts/${(attempt as { id: string }).id}`);
        expect(body).toMatchObject({ responseStatus: 200, responseHeaders: null, responseBody: null });
        expect(body.request).toMatchObject({ headers: null, body: null });
      },
    },
  ]);
});

describe("POST /events/:id/resend", () => {
  runScenarios<unknown>([
    {
      name: "replies 202 with the new deliveries to all that are subscribed now",
      given: anEventToOneEndpoint,
      method: "POST",
      path: `${events}/one/resend`,
      status: 202,
      contains: ['"data":[{"id":"dlv_', '"trigger":"resend"'],
      afterwards: (_reply, api) => expect(api.due.map(({ trigger }) => trigger)).toEqual(["event", "resend"]),
    },
    {
      name: "sends to just the named endpoints",
      async given(api) {
        await anEventToOneEndpoint(api);
        return api.anEndpointId({ uid: "crm", eventTypes: ["never.this"] });
      },
      method: "POST",
      path: `${events}/one/resend`,
      body: { endpointIds: ["crm"] },
      status: 202,
      afterwards: ({ body }, _api, id) => expect(body.data).toMatchObject([{ endpointId: id }]),
    },
    {
      name: "refuses a disabled endpoint and queues nothing",
      given: disabled,
      method: "POST",
      path: `${events}/one/resend`,
      body: (id: unknown) => ({ endpointIds: [id] }),
      status: 409,
      contains: ['"code":"endpoint_disabled"'],
      afterwards: (_reply, api) => expect(api.due).toHaveLength(1),
    },
    {
      name: "refuses when all that are subscribed are disabled",
      given: disabled,
      method: "POST",
      path: `${events}/one/resend`,
      status: 409,
      contains: ['"code":"endpoint_disabled"'],
    },
    {
      name: "replies with no deliveries where nobody is subscribed",
      given: (api) => api.anEventId({ id: "one" }),
      method: "POST",
      path: `${events}/one/resend`,
      status: 202,
      contains: ['{"data":[]}'],
    },
    {
      name: "names an unknown endpoint by its place",
      given: anEventToOneEndpoint,
      method: "POST",
      path: `${events}/one/resend`,
      body: { endpointIds: ["ep_unknown"] },
      status: 422,
      contains: ['"path":"endpointIds.0"'],
    },
    {
      name: "refuses an erased event",
      async given(api) {
        await anEventToOneEndpoint(api);
        await api.call("DELETE", `${events}/one`);
      },
      method: "POST",
      path: `${events}/one/resend`,
      status: 422,
      contains: ['"code":"validation_failed"', "was erased"],
      lacks: ["Ada"],
    },
    {
      name: "refuses a test",
      async given(api) {
        const id = await api.anEndpointId();
        return (await api.call("POST", `/api/v1/endpoints/${id}/test`)).body.eventId;
      },
      method: "POST",
      path: (id) => `${events}/${id}/resend`,
      status: 422,
      contains: ["was a test"],
    },
  ]);
});
