import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { anApi, type TestApi, type Who } from "../support/an-api.ts";
import { type ParsedFamily, parseMetrics, readValue } from "../support/prometheus-text.ts";
import { someMetrics, type TestMetrics } from "../support/some-metrics.ts";

let api: TestApi;
let metrics: TestMetrics;
beforeAll(async () => {
  metrics = someMetrics();
  const { print, meters } = metrics;
  api = await anApi({
    metrics: { isPublic: false, print },
    meter: meters.requests,
    operations: { meter: meters.publishing },
  });
});
afterAll(() => api.close());

async function scrape(): Promise<ParsedFamily[]> {
  const { status, text } = await api.call("GET", "/metrics", { as: "operator" });
  expect(status).toBe(200);
  return parseMetrics(text, "prometheus");
}

/** By how much each figure grows while something is done. */
async function growth(
  names: readonly [name: string, labels?: Record<string, string>][],
  act: () => Promise<unknown>,
) {
  const before = await scrape();
  await act();
  const after = await scrape();
  return names.map(
    ([name, labels]) => (readValue(after, name, labels) ?? 0) - (readValue(before, name, labels) ?? 0),
  );
}

describe("GET /metrics", () => {
  test("answers an operator in the text format, and is kept by no cache", async () => {
    const { headers, text } = await api.call("GET", "/metrics", { as: "operator" });
    expect(headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(text).toContain('posthorn_build_info{version="1.2.3"} 1\n');
  });

  test("answers in OpenMetrics where that is asked for", async () => {
    const headers = { accept: "application/openmetrics-text;version=1.0.0,text/plain;q=0.5" };
    const reply = await api.call("GET", "/metrics", { as: "operator", headers });
    expect(reply.headers.get("content-type")).toBe(
      "application/openmetrics-text; version=1.0.0; charset=utf-8",
    );
    expect(parseMetrics(reply.text, "openmetrics").length).toBeGreaterThan(40);
  });

  test("answers HEAD without the body", async () => {
    const { status, text, headers } = await api.call("HEAD", "/metrics", { as: "operator" });
    expect([status, text]).toEqual([200, ""]);
    expect(Number(headers.get("content-length"))).toBeGreaterThan(1000);
  });

  for (const [who, status] of [
    ["nobody", 401],
    ["viewer", 403],
    ["owner", 403],
  ] as [Who, number][]) {
    test(`is ${status} for ${who}`, async () => {
      expect((await api.call("GET", "/metrics", { as: who })).status).toBe(status);
    });
  }

  test("is open to everybody where it is public, a wrong key and an organization that is none included", async () => {
    const open = await anApi({ metrics: { isPublic: true, print: metrics.print } });
    const headers = { authorization: "Bearer phk_wrong", "X-Organization": "nowhere" };
    for (const options of [{}, { headers }]) {
      const reply = await open.call("GET", "/metrics", { as: "nobody", ...options });
      expect(reply.status).toBe(200);
      expect(reply.headers.get("ratelimit-limit")).toBeNull();
    }
    expect((await open.call("GET", "/api/v1/me", { as: "nobody" })).status).toBe(401);
    await open.close();
  });
});

describe("the API counts", () => {
  test("requests by the route's path, whatever the ids", async () => {
    const of = (route: string, method: string, status: string) => ({ route, method, status });
    const name = "posthorn_http_requests_total";
    const grown = await growth(
      [
        [name, of("/api/v1/events/:id", "GET", "4xx")],
        [name, of("/api/v1/me", "GET", "2xx")],
        [name, of("none", "GET", "4xx")],
        [name, of("none", "DELETE", "4xx")],
      ],
      async () => {
        for (const id of ["a", "b", "c"]) await api.call("GET", `/api/v1/events/${id}`);
        await api.call("GET", "/api/v1/me");
        for (const path of ["/nowhere/1", "/nowhere/2"]) await api.call("GET", path);
        await api.call("DELETE", "/metrics", { as: "operator" });
      },
    );
    expect(grown).toEqual([3, 1, 2, 1]);
  });

  test("replies by status, and how long they took", async () => {
    const route = { route: "/api/v1/endpoints", method: "POST" };
    const grown = await growth(
      [
        ["posthorn_http_responses_total", { status: "401" }],
        ["posthorn_http_responses_total", { status: "422" }],
        ["posthorn_http_request_duration_seconds_count", route],
      ],
      async () => {
        await api.call("POST", "/api/v1/endpoints", { as: "nobody", body: {} });
        await api.call("POST", "/api/v1/endpoints", { body: {} });
      },
    );
    expect(grown).toEqual([1, 1, 2]);
  });

  test("events that were accepted, published again, and refused in a batch", async () => {
    const event = (id: string) => ({ id, type: "message.delivered", data: {} });
    const grown = await growth(
      [
        ["posthorn_events_accepted_total"],
        ["posthorn_events_duplicate_total"],
        ["posthorn_batch_events_refused_total"],
      ],
      async () => {
        for (const id of ["one", "one", "two"]) await api.call("POST", "/api/v1/events", { body: event(id) });
        await api.call("POST", "/api/v1/events", { body: { type: "no name", data: {} } });
        const events = [event("three"), event("two"), { type: "no name", data: {} }, event("four")];
        await api.call("POST", "/api/v1/events/batch", { body: { events } });
      },
    );
    expect(grown).toEqual([4, 2, 1]);
  });

  test("replies that were given again, and the event behind them once", async () => {
    const grown = await growth(
      [["posthorn_http_idempotency_replays_total"], ["posthorn_events_accepted_total"]],
      async () => {
        const headers = { "Idempotency-Key": "the-same" };
        const body = { type: "message.delivered", data: {} };
        for (let n = 0; n < 3; n++) await api.call("POST", "/api/v1/events", { body, headers });
      },
    );
    expect(grown).toEqual([2, 1]);
  });
});
