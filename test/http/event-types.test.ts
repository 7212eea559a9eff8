import { describe, expect, test } from "bun:test";
import type { OperationContext } from "../../src/operations/context.ts";
import { anApi, type TestApi } from "../support/an-api.ts";
import { operationsOn } from "../support/an-http-app.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/event-types";
const schema = { type: "object", properties: { n: { type: "integer" } }, required: ["n"] };
const put = (api: TestApi, body: Record<string, unknown> = {}, name = "order.created") =>
  api.call("PUT", `${path}/${name}`, { body, as: body.shared === true ? "operator" : "admin" });

describe("PUT /event-types/:name", () => {
  runScenarios<unknown>([
    {
      name: "replies 200 with the entry, completed",
      method: "PUT",
      path: `${path}/order.created`,
      body: { schema, example: { n: 1 } },
      status: 200,
      contains: [
        '"name":"order.created"',
        '"description":""',
        '"group":null',
        '"archived":false',
        '"shared":false',
      ],
      afterwards({ body }) {
        expect([body.schema, body.example]).toEqual([schema, { n: 1 }]);
      },
    },
    {
      name: "refuses reserved names",
      method: "PUT",
      path: `${path}/posthorn.mine`,
      body: {},
      status: 422,
      contains: ['"path":"name"', "reserved"],
    },
    {
      name: "refuses names that are none",
      method: "PUT",
      path: `${path}/Order`,
      body: {},
      status: 422,
      contains: ['"path":"name"'],
    },
    {
      name: "refuses unknown fields",
      method: "PUT",
      path: `${path}/a`,
      body: { exampel: {} },
      status: 422,
      contains: ['did you mean \\"example\\"'],
    },
    {
      name: "refuses an example that does not fit the schema, at its place",
      method: "PUT",
      path: `${path}/a`,
      body: { schema, example: { n: "1" } },
      status: 422,
      contains: ['"path":"example.n"'],
    },
    {
      name: "refuses a schema that is none, at its place",
      method: "PUT",
      path: `${path}/a`,
      body: { schema: { properties: { n: { type: "number " } } } },
      status: 422,
      contains: ['"path":"schema.properties.n.type"'],
    },
    {
      name: "refuses a remote reference",
      method: "PUT",
      path: `${path}/a`,
      body: { schema: { $ref: "https://example.com/s.json" } },
      status: 422,
      contains: ['"path":"schema.$ref"'],
    },
    {
      name: "refuses a schema larger than 64 KiB",
      method: "PUT",
      path: `${path}/a`,
      body: { schema: { description: "x".repeat(65_536) } },
      status: 422,
      contains: ['"path":"schema"', "65536 bytes"],
    },
    {
      name: "refuses an example nested deeper than 64 levels",
      method: "PUT",
      path: `${path}/a`,
      text: `{"example":{"a":${"[".repeat(64)}${"]".repeat(64)}}}`,
      status: 422,
      contains: ['"path":"example"'],
    },
    {
      name: "lets only an operator share",
      as: "owner",
      method: "PUT",
      path: `${path}/a`,
      body: { shared: true },
      status: 403,
      contains: ['"code":"forbidden"'],
    },
    { name: "needs a body", method: "PUT", path: `${path}/a`, status: 415 },
  ]);
});

describe("the catalogue", () => {
  runScenarios<unknown>([
    {
      name: "is read by publishers",
      given: (api) => put(api, { group: "orders" }),
      as: "publisher",
      method: "GET",
      path: `${path}/order.created`,
      status: 200,
      contains: ['"group":"orders"'],
    },
    {
      name: "lists an organization's own entries and those that are shared",
      async given(api) {
        await put(api, { shared: true }, "shared.type");
        await put(api, {}, "own.type");
      },
      as: "other-viewer",
      method: "GET",
      path,
      status: 200,
      contains: ["shared.type", '"nextCursor":null'],
      lacks: ["own.type"],
    },
    {
      name: "does not know every name",
      method: "GET",
      path: `${path}/a`,
      status: 404,
      contains: ['"not_found"'],
    },
    {
      name: "loses what is deleted",
      given: (api) => put(api),
      method: "DELETE",
      path: `${path}/order.created`,
      status: 204,
      async afterwards(_reply, api) {
        expect((await api.call("GET", `${path}/order.created`)).status).toBe(404);
      },
    },
    {
      name: "keeps what is shared unless an operator deletes it",
      given: (api) => put(api, { shared: true }),
      as: "owner",
      method: "DELETE",
      path: `${path}/order.created`,
      status: 403,
      async afterwards(_reply, api) {
        const deleted = await api.call("DELETE", `${path}/order.created`, { as: "operator" });
        expect(deleted.status).toBe(204);
      },
    },
  ]);
});

describe("publishing in a strict organization", () => {
  async function strict(api: TestApi): Promise<void> {
    const body = { settings: { strictEventTypes: true } };
    const { status } = await api.call("PATCH", "/api/v1/organizations/default", { as: "owner", body });
    expect(status).toBe(200);
    await put(api, { schema });
  }
  const events = "/api/v1/events";

  runScenarios<unknown>([
    {
      name: "takes what fits",
      given: strict,
      method: "POST",
      path: events,
      body: { type: "order.created", data: { n: 1 } },
      status: 202,
    },
    {
      name: "names the place in the data that breaks the schema",
      given: strict,
      method: "POST",
      path: events,
      body: { type: "order.created", data: { n: 1.5 } },
      status: 422,
      contains: ['"path":"data.n","message":"must be integer"'],
    },
    {
      name: "refuses an unknown type",
      given: strict,
      method: "POST",
      path: events,
      body: { type: "order.paid", data: {} },
      status: 422,
      contains: ['"path":"type"', "is not in the catalogue"],
    },
    {
      name: "refuses an archived type",
      async given(api) {
        await strict(api);
        await put(api, { archived: true });
      },
      method: "POST",
      path: events,
      body: { type: "order.created", data: { n: 1 } },
      status: 422,
      contains: ['"path":"type"', "is archived"],
    },
    {
      name: "does so for each event of a batch",
      given: strict,
      method: "POST",
      path: `${events}/batch`,
      body: {
        events: [
          { type: "order.created", data: {} },
          { type: "order.created", data: { n: 1 } },
        ],
      },
      status: 202,
      contains: ['"accepted":1', '"path":"data.n"'],
    },
    {
      name: "checks nothing in an organization that is not strict",
      given: (api) => put(api, { schema }),
      method: "POST",
      path: events,
      body: { type: "order.created", data: {} },
      status: 202,
    },
  ]);
});

describe("POST /endpoints/:id/test with an eventType", () => {
  test("sends the type's example, byte for byte; 422 if it has none", async () => {
    const sent: Parameters<OperationContext["sendTest"]>[1][] = [];
    const api: TestApi = await anApi({
      operations: {
        sendTest: (target, delivery) => {
          sent.push(delivery);
          return operationsOn(api.store).sendTest(target, delivery);
        },
      },
    });
    const id = await api.anEndpointId();
    const test = (eventType: string) =>
      api.call("POST", `/api/v1/endpoints/${id}/test`, { body: { eventType } });
    expect((await test("order.created")).body.errors[0].path).toBe("eventType");
    await put(api);
    expect((await test("order.created")).status).toBe(422);
    await api.call("PUT", `${path}/order.created`, { text: '{"example": { "n" : 1.0 } }' });
    const { status, body } = await test("order.created");
    expect([status, body.eventType, body.trigger]).toEqual([200, "order.created", "test"]);
    expect(sent.map(({ event }) => event.data)).toEqual(['{ "n" : 1.0 }']);
    await api.close();
  });
});
