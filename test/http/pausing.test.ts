import { describe, expect, test } from "bun:test";
import { anApi, type TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/endpoints";

async function aPausedEndpoint(api: TestApi): Promise<string> {
  const id = await api.anEndpointId();
  await api.call("POST", `${path}/${id}/pause`);
  return id;
}

async function aDisabledEndpoint(api: TestApi): Promise<string> {
  const id = await api.anEndpointId();
  await api.call("POST", `${path}/${id}/disable`);
  return id;
}

describe("pausing an endpoint", () => {
  runScenarios<string>([
    {
      name: "replies with the paused endpoint, which is no disabled one",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/pause`,
      status: 200,
      contains: ['"status":"paused"', '"disabledReason":null', '"state":"healthy"'],
      lacks: ["whsec_", '"secret"'],
    },
    {
      name: "can be done twice",
      given: aPausedEndpoint,
      method: "POST",
      path: (id) => `${path}/${id}/pause`,
      body: {},
      status: 200,
      contains: ['"status":"paused"'],
    },
    {
      name: "is refused of a disabled one, which stays disabled",
      given: aDisabledEndpoint,
      method: "POST",
      path: (id) => `${path}/${id}/pause`,
      status: 409,
      contains: ['"code":"endpoint_disabled"', "Enable it first."],
      async afterwards(_, api, id) {
        expect((await api.call("GET", `${path}/${id}`)).body.status).toBe("disabled");
      },
    },
    {
      name: "takes no fields",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/pause`,
      body: { forSeconds: 60 },
      status: 422,
      contains: ['"path":"forSeconds"'],
      async afterwards(_, api, id) {
        expect((await api.call("GET", `${path}/${id}`)).body.status).toBe("active");
      },
    },
    {
      name: "is listed by its status",
      given: aPausedEndpoint,
      method: "GET",
      path: `${path}?status=paused`,
      status: 200,
      async afterwards({ body }, api, id) {
        expect(body.data.map((one: { id: string }) => one.id)).toEqual([id]);
        expect((await api.call("GET", `${path}?status=active`)).body.data).toEqual([]);
      },
    },
  ]);

  test("holds what is published meanwhile as pending, and a test is sent all the same", async () => {
    const api = await anApi();
    const id = await aPausedEndpoint(api);
    const event = await api.anEventId();
    expect(api.due).toEqual([]);
    const { body } = await api.call("GET", `/api/v1/deliveries?eventId=${event}`);
    expect(body.data).toMatchObject([{ status: "pending", attemptCount: 0 }]);
    expect((await api.call("GET", `${path}/${id}`)).body.health.backlog.due).toBe(1);
    expect((await api.call("POST", `${path}/${id}/test`)).body.outcome).toBe("success");
    await api.close();
  });
});

describe("resuming an endpoint", () => {
  runScenarios<string>([
    {
      name: "replies with the active endpoint",
      given: aPausedEndpoint,
      method: "POST",
      path: (id) => `${path}/${id}/resume`,
      status: 200,
      contains: ['"status":"active"'],
    },
    {
      name: "of one that is active changes nothing",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path: (id) => `${path}/${id}/resume`,
      status: 200,
      contains: ['"status":"active"'],
    },
    {
      name: "is refused of a disabled one",
      given: aDisabledEndpoint,
      method: "POST",
      path: (id) => `${path}/${id}/resume`,
      status: 409,
      contains: ['"code":"endpoint_disabled"'],
    },
  ]);
});
