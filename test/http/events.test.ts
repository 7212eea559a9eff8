import { describe, expect, test } from "bun:test";
import { anApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/events";
const nested = (levels: number) => "[".repeat(levels - 1) + "]".repeat(levels - 1);

describe("publishing", () => {
  runScenarios<unknown>([
    {
      name: "replies 202 with what will be sent",
      given: (api) => api.anEndpointId(),
      as: "publisher",
      method: "POST",
      path,
      body: { type: "message.delivered", data: { a: 1 }, id: "order-1234", tags: ["crm"] },
      status: 202,
      contains: ['"id":"order-1234"', '"deliveries":1', '"canceled":0', '"duplicate":false'],
      afterwards: (_reply, api) => expect(api.due.map(({ event }) => event.id)).toEqual(["order-1234"]),
    },
    {
      name: "stores an event that no endpoint wants",
      method: "POST",
      path,
      body: { type: "message.delivered", data: {} },
      status: 202,
      contains: ['"id":"evt_', '"deliveries":0'],
    },
    {
      name: "counts what a disabled endpoint misses as canceled",
      async given(api) {
        await api.call("POST", `/api/v1/endpoints/${await api.anEndpointId()}/disable`);
      },
      method: "POST",
      path,
      body: { type: "message.delivered", data: {} },
      status: 202,
      contains: ['"deliveries":0', '"canceled":1'],
    },
    {
      name: "replies 200 with the first event to a repeated id",
      given: (api) => api.anEventId({ id: "order-1234", type: "first.type" }),
      method: "POST",
      path,
      body: { type: "second.type", data: {}, id: "order-1234" },
      status: 200,
      contains: ['"duplicate":true', '"type":"first.type"'],
    },
    {
      name: "takes a deliverAt that has passed as now",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path,
      body: { type: "a", data: {}, deliverAt: "2020-01-01T00:00:00Z" },
      status: 202,
      afterwards: (_reply, api) => expect(api.due).toHaveLength(1),
    },
    {
      name: "keeps a deliverAt in the future waiting",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path,
      body: { type: "a", data: {}, deliverAt: "2026-06-12T11:59:59.000Z" },
      status: 202,
      contains: ['"deliveries":1'],
      afterwards: (_reply, api) => expect(api.due).toHaveLength(0),
    },
    {
      name: "refuses a deliverAt more than 30 days ahead",
      method: "POST",
      path,
      body: { type: "a", data: {}, deliverAt: "2026-06-12T12:00:01.000Z" },
      status: 422,
      contains: ['"path":"deliverAt"'],
    },
    {
      name: "sends to just the endpoints that are named, by id or uid",
      async given(api) {
        await api.anEndpointId({ uid: "crm", eventTypes: ["other"] });
        await api.anEndpointId();
      },
      method: "POST",
      path,
      body: { type: "a", data: {}, endpointIds: ["crm"] },
      status: 202,
      contains: ['"deliveries":1'],
    },
    {
      name: "names the unknown endpoint by its place",
      given: (api) => api.anEndpointId({ uid: "crm" }),
      method: "POST",
      path,
      body: { type: "a", data: {}, endpointIds: ["crm", "ep_unknown"] },
      status: 422,
      contains: ['"path":"endpointIds.1"'],
    },
    {
      name: "refuses reserved types",
      method: "POST",
      path,
      body: { type: "webhook.test", data: {} },
      status: 422,
      contains: ['"path":"type"'],
    },
    {
      name: "refuses a type in capitals",
      method: "POST",
      path,
      body: { type: "Message", data: {} },
      status: 422,
      contains: ['(got \\"Message\\")'],
    },
    {
      name: "refuses an id with a dot",
      method: "POST",
      path,
      body: { type: "a", data: {}, id: "a.b" },
      status: 422,
      contains: ['"path":"id"'],
    },
    {
      name: "refuses an eleventh tag",
      method: "POST",
      path,
      body: { type: "a", data: {}, tags: Array(11).fill("t") },
      status: 422,
      contains: ['"path":"tags"'],
    },
    {
      name: "refuses data that is a list",
      method: "POST",
      path,
      body: { type: "a", data: [] },
      status: 422,
      contains: ['"path":"data","message":"must be a JSON object"'],
    },
    {
      name: "needs data",
      method: "POST",
      path,
      body: { type: "a" },
      status: 422,
      contains: ['"path":"data","message":"is required"'],
    },
    {
      name: "needs a body",
      method: "POST",
      path,
      status: 422,
      contains: ['"path":"type","message":"is required"'],
    },
    {
      name: "takes data 64 levels deep",
      method: "POST",
      path,
      text: `{"type":"a","data":{"a":${nested(64)}}}`,
      status: 202,
    },
    {
      name: "refuses data 65 levels deep",
      method: "POST",
      path,
      text: `{"type":"a","data":{"a":${nested(65)}}}`,
      status: 422,
      contains: ['"path":"data"'],
    },
  ]);

  test("keeps data byte for byte", async () => {
    const api = await anApi();
    await api.anEndpointId();
    const data = '{ "b":1, "1" : 12345678901234567890,\n"a":1e400, "a":"\\u00e9", "__proto__": {"x":1} }';
    const { status, body } = await api.call("POST", path, { text: `{"data": ${data} ,"type":"a"}` });
    expect(status).toBe(202);
    expect(api.due[0]?.event.data).toBe(data);
    expect((await api.call("GET", `${path}/${body.id}`)).status).toBe(200);
    await api.close();
  });

  test("shows numbers as they were written", async () => {
    const api = await anApi();
    const data = '{"id":12345678901234567890,"list":[1.0,-0,1e400,1.5],"deep":{"n":2E3},"plain":7}';
    const { body } = await api.call("POST", path, { text: `{"data":${data},"type":"a"}` });
    expect((await api.call("GET", `${path}/${body.id}`)).text).toContain(`"data":${data}`);
    await api.close();
  });

  test("takes the last of two data members, as the parser does", async () => {
    const api = await anApi();
    await api.anEndpointId();
    await api.call("POST", path, { text: '{"type":"a","data":{"n":1},"d\\u0061ta":{"n":2}}' });
    expect(api.due[0]?.event.data).toBe('{"n":2}');
    await api.close();
  });

  test("is refused with 503 while the disk is too full, and everything else goes on", async () => {
    const publishingRefusal = () => "The disk is almost full. Free some space.";
    const api = await anApi({ operations: { publishingRefusal } });
    const { status, body, headers } = await api.call("POST", path, { body: { type: "a", data: {} } });
    expect([status, body.code, body.detail]).toEqual([503, "unavailable", publishingRefusal()]);
    expect(headers.get("retry-after")).toBe("10");
    expect((await api.call("GET", path)).status).toBe(200);
    await api.close();
  });
});

describe("reading events", () => {
  runScenarios<unknown>([
    {
      name: "one event has its data and what became of it",
      async given(api) {
        await api.anEndpointId();
        return api.anEventId({ id: "one", data: { a: [1, { b: null }] } });
      },
      as: "publisher",
      method: "GET",
      path: `${path}/one`,
      status: 200,
      contains: [
        '"data":{"a":[1,{"b":null}]}',
        '"deliveries":{"pending":1,"succeeded":0,"failed":0,"canceled":0}',
      ],
    },
    {
      name: "the list leaves data out",
      given: (api) => api.anEventId({ data: { secretWord: 1 } }),
      as: "viewer",
      method: "GET",
      path,
      status: 200,
      contains: ['"nextCursor":null'],
      lacks: ["secretWord", '"deliveries"'],
    },
    {
      name: "an unknown event is 404",
      method: "GET",
      path: `${path}/evt_nope`,
      status: 404,
      contains: ['"code":"not_found"', "evt_nope"],
    },
  ]);

  test("the list filters by type, tag and time", async () => {
    const api = await anApi();
    await api.anEventId({ id: "a", type: "x.one", tags: ["red"] });
    await api.clock.advance(1000);
    await api.anEventId({ id: "b", type: "x.two", tags: ["red", "blue"] });
    const cases: [query: string, ids: string[]][] = [
      ["", ["b", "a"]],
      ["?type=x.one", ["a"]],
      ["?tag=red", ["b", "a"]],
      ["?tag=blue", ["b"]],
      ["?since=2026-05-13T12:00:00.500Z", ["b"]],
      ["?until=2026-05-13T14:00:00.500%2B02:00", ["a"]],
      ["?type=x.three", []],
    ];
    for (const [query, ids] of cases) {
      const { body } = await api.call("GET", path + query);
      expect([query, body.data.map(({ id }: { id: string }) => id)]).toEqual([query, ids]);
    }
    await api.close();
  });
});
