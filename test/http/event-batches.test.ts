import { describe, expect, test } from "bun:test";
import { anApi } from "../support/an-api.ts";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/events/batch";
const event = (over: Record<string, unknown> = {}) => ({ type: "message.delivered", data: {}, ...over });

describe("publishing a batch (POST /events/batch)", () => {
  runScenarios<unknown>([
    {
      name: "replies 202 with what became of each event, in its place",
      given: (api) => api.anEndpointId(),
      as: "publisher",
      method: "POST",
      path,
      body: { events: [event({ id: "a" }), event({ type: "Capital" }), event({ id: "a" }), 7] },
      status: 202,
      contains: ['"accepted":2', '"rejected":2'],
      lacks: ['"timestamp"', '"createdAt"'],
      afterwards({ body, headers }, api) {
        expect(body.data[0]).toEqual({ id: "a", duplicate: false, deliveries: 1, canceled: 0 });
        expect(body.data[1].error).toMatchObject({
          status: 422,
          code: "validation_failed",
          errors: [{ path: "type" }],
          requestId: headers.get("x-request-id"),
        });
        expect(body.data[2]).toEqual({ id: "a", duplicate: true, deliveries: 1, canceled: 0 });
        expect(body.data[3].error.errors).toMatchObject([
          { path: "", message: "must be a JSON object (got 7)" },
        ]);
        expect(api.due).toHaveLength(1);
      },
    },
    {
      name: "replies 202 also when every event is refused",
      method: "POST",
      path,
      body: { events: [event({ id: "a.b" }), event({ deliverAt: "2026-06-12T12:00:01.000Z" })] },
      status: 202,
      contains: ['"accepted":0', '"rejected":2', '"path":"id"', '"path":"deliverAt"'],
    },
    {
      name: "names an unknown endpoint by its place in its event",
      method: "POST",
      path,
      body: { events: [event(), event({ endpointIds: ["ep_unknown"] })] },
      status: 202,
      contains: ['"accepted":1', '"path":"endpointIds.0"'],
    },
    {
      name: "refuses data that is nested too deep, and takes its neighbour",
      method: "POST",
      path,
      text: `{"events":[{"type":"a","data":{"a":${"[".repeat(64)}${"]".repeat(64)}}},{"type":"a","data":{}}]}`,
      status: 202,
      contains: ['"accepted":1', '"path":"data"'],
    },
    {
      name: "needs events",
      method: "POST",
      path,
      body: {},
      status: 422,
      contains: ['"path":"events","message":"is required"'],
    },
    {
      name: "refuses no events",
      method: "POST",
      path,
      body: { events: [] },
      status: 422,
      contains: ['"events"'],
    },
    {
      name: "refuses the 1,001st event",
      method: "POST",
      path,
      body: { events: Array(1001).fill(event()) },
      status: 422,
      contains: ["at most 1000 events"],
    },
    {
      name: "refuses a throttle of 0",
      method: "POST",
      path,
      body: { events: [event()], throttlePerHour: 0 },
      status: 422,
      contains: ['"path":"throttlePerHour"'],
    },
    {
      name: "refuses a throttle above a million",
      method: "POST",
      path,
      body: { events: [event()], throttlePerHour: 1_000_001 },
      status: 422,
      contains: ['"path":"throttlePerHour"'],
    },
    {
      name: "refuses a whole batch whose last event would be due beyond 30 days",
      method: "POST",
      path,
      body: { events: Array.from({ length: 722 }, (_, i) => event({ id: `e${i}` })), throttlePerHour: 1 },
      status: 422,
      contains: ['"path":"throttlePerHour"'],
      async afterwards(_reply, api) {
        expect((await api.call("GET", "/api/v1/events/e0")).status).toBe(404);
      },
    },
    {
      name: "takes one whose last event is due in exactly 30 days",
      given: (api) => api.anEndpointId(),
      method: "POST",
      path,
      body: { events: Array.from({ length: 721 }, (_, i) => event({ id: `e${i}` })), throttlePerHour: 1 },
      status: 202,
      contains: ['"accepted":721'],
      async afterwards(_reply, api) {
        const { body } = await api.call("GET", "/api/v1/deliveries?eventId=e720");
        expect(body.data[0].nextAttemptAt).toBe("2026-06-12T12:00:00.000Z");
        expect(api.due).toHaveLength(1);
      },
    },
  ]);

  test("keeps each event's data byte for byte", async () => {
    const api = await anApi();
    await api.anEndpointId();
    const texts = ['{ "b":1, "1" : 12345678901234567890,\n"a":1e400, "a":"\\u00e9"}', '{"z":-0 }', "{}"];
    const items = texts.map((data) => `{"data": ${data} ,"type":"a"}`);
    const { status } = await api.call("POST", path, { text: `{"events":[${items.join(" , ")}]}` });
    expect(status).toBe(202);
    expect(api.due.map(({ event: { data } }) => data)).toEqual(texts);
    await api.close();
  });

  test("is refused whole with 503 while the disk is too full", async () => {
    const api = await anApi({ operations: { publishingRefusal: () => "The disk is almost full." } });
    const { status, body } = await api.call("POST", path, { body: { events: [event()] } });
    expect([status, body.code]).toEqual([503, "unavailable"]);
    await api.close();
  });

  test("is bounded by the body limit (POSTHORN_MAX_BODY_BYTES)", async () => {
    const api = await anApi({ bodyBytesMax: 2000 });
    const events = Array(100).fill(event());
    expect((await api.call("POST", path, { body: { events } })).status).toBe(413);
    await api.close();
  });
});
