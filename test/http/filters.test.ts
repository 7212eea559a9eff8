import { describe, expect, test } from "bun:test";
import { anApi, type TestApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/endpoints";
const endpoint = { url: "https://hooks.example.com/in", eventTypes: ["*"] };
const filter = { "customer.country": "DE", amount: { $gte: 100 } };

async function publish(api: TestApi, data: object, over: object = {}) {
  const { body } = await api.call("POST", "/api/v1/events", { body: { type: "order.paid", data, ...over } });
  return [body.deliveries, body.canceled];
}

describe("an endpoint's filter", () => {
  runScenarios<string>([
    {
      name: "is kept and shown as it was written",
      method: "POST",
      path,
      body: { ...endpoint, filter },
      status: 201,
      contains: ['"filter":{"customer.country":"DE","amount":{"$gte":100}}'],
      async afterwards({ body }, api) {
        expect((await api.call("GET", `${path}/${body.id}`)).body.filter).toEqual(filter);
        expect((await api.call("GET", path)).body.data[0].filter).toEqual(filter);
      },
    },
    {
      name: "is replaced whole by a PATCH",
      given: (api) => api.anEndpointId({ filter }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { filter: { vip: true } },
      status: 200,
      contains: ['"filter":{"vip":true}'],
    },
    {
      name: "stays where a PATCH does not name it",
      given: (api) => api.anEndpointId({ filter }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { description: "x" },
      status: 200,
      contains: ['"filter":{"customer.country":"DE"'],
    },
    {
      name: "is removed by null",
      given: (api) => api.anEndpointId({ filter }),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { filter: null },
      status: 200,
      contains: ['"filter":null'],
    },
    {
      name: "is refused where it is wrong, at its place",
      method: "POST",
      path,
      body: { ...endpoint, filter: { "a.b": { $gt: [] } } },
      status: 422,
      contains: ['"path":"filter.a.b.$gt"', "must be a number or a text"],
    },
    {
      name: "is refused with a pattern that RE2 does not know, by a creation",
      method: "POST",
      path,
      body: { ...endpoint, filter: { $or: [{ a: { $regex: "(?=x)" } }] } },
      status: 422,
      contains: ['"path":"filter.$or.0.a.$regex"', "is not a regular expression of RE2"],
    },
    {
      name: "and by a PATCH",
      given: (api) => api.anEndpointId(),
      method: "PATCH",
      path: (id) => `${path}/${id}`,
      body: { filter: { a: { $regex: ".{1000}" } } },
      status: 422,
      contains: ['"path":"filter.a.$regex"', "repeats too much"],
    },
  ]);

  test("decides at publication who gets an event", async () => {
    const api = await anApi();
    const id = await api.anEndpointId({ filter });
    const passing = { customer: { country: "DE" }, amount: 100 };
    expect(await publish(api, passing)).toEqual([1, 0]);
    expect(await publish(api, { ...passing, amount: 99 })).toEqual([0, 0]);
    await api.call("PATCH", `${path}/${id}`, { body: { filter: { amount: { $lt: 100 } } } });
    expect(await publish(api, { ...passing, amount: 99 })).toEqual([1, 0]);
    await api.call("POST", `${path}/${id}/disable`);
    expect(await publish(api, { amount: 1 })).toEqual([0, 1]);
    expect(await publish(api, { amount: 100 })).toEqual([0, 0]);
    await api.close();
  });

  test("does not keep an event from an endpoint that it was published for, nor a test", async () => {
    const api = await anApi();
    const id = await api.anEndpointId({ filter });
    expect(await publish(api, {}, { endpointIds: [id] })).toEqual([1, 0]);
    expect((await api.call("POST", `${path}/${id}/test`)).body.outcome).toBe("success");
    await api.close();
  });
});

describe("filter-test", () => {
  const event = { type: "order.paid", data: { customer: { country: "DE" }, amount: 50 } };
  runScenarios([
    {
      name: "names the first condition that failed",
      as: "viewer",
      method: "POST",
      path: `${path}/filter-test`,
      body: { filter, event },
      status: 200,
      afterwards: ({ body }) => expect(body).toEqual({ matches: false, failedAt: "amount" }),
    },
    {
      name: "says null where the event passes; the type may be left out",
      as: "viewer",
      method: "POST",
      path: `${path}/filter-test`,
      body: { filter, event: { data: { ...event.data, amount: 100 } } },
      status: 200,
      afterwards: ({ body }) => expect(body).toEqual({ matches: true, failedAt: null }),
    },
    {
      name: "is not for publishers",
      as: "publisher",
      method: "POST",
      path: `${path}/filter-test`,
      body: { filter, event },
      status: 403,
    },
    {
      name: "needs a filter and an event with data",
      method: "POST",
      path: `${path}/filter-test`,
      body: { event: {} },
      status: 422,
      contains: [
        '{"path":"filter","message":"is required"}',
        '{"path":"event.data","message":"is required"}',
      ],
    },
    {
      name: "refuses what an endpoint would refuse",
      method: "POST",
      path: `${path}/filter-test`,
      body: { filter: { a: { $regex: "(" } }, event },
      status: 422,
      contains: ['"path":"filter.a.$regex"'],
    },
  ]);

  test("takes no uid away: an endpoint may be called filter-test", async () => {
    const api = await anApi();
    const id = await api.anEndpointId({ uid: "filter-test" });
    expect((await api.call("GET", `${path}/filter-test`)).body.id).toBe(id);
    await api.close();
  });
});
