import { expect, test } from "bun:test";
import { operatorKey, type Server, useStage } from "../support/posthorn-process.ts";
import { type ParsedFamily, parseMetrics, readValue } from "../support/prometheus-text.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

async function scrape(server: Server, headers: Record<string, string> = {}): Promise<ParsedFamily[]> {
  const response = await fetch(`${server.url}/metrics`, {
    headers: { authorization: `Bearer ${operatorKey}`, ...headers },
  });
  expect(response.status).toBe(200);
  const isOpen = response.headers.get("content-type")?.includes("openmetrics") ?? false;
  return parseMetrics(await response.text(), isOpen ? "openmetrics" : "prometheus");
}

test("after so many events, attempts and failures the figures are exactly these", async () => {
  const good = aReceiver(stage);
  // The first of each event's three attempts succeeds nowhere, the second only for even ones.
  const flaky = aReceiver(stage, ({ id, attempt }) => (attempt === 2 && id.endsWith("even") ? 200 : 503));
  const gone = aReceiver(stage, () => 410);
  const server = await stage.serve();
  const add = async (url: string, eventTypes: string[], fields = {}) =>
    (await server.call("POST", "/endpoints", { url, eventTypes, ...fields })).body.id as string;
  await add(good.url, ["order.paid"]);
  await add(flaky.url, ["order.sent"], { retry: { delaysSeconds: [0, 0] } });
  await add(gone.url, ["order.gone"]);
  const paused = await add(good.url, ["order.held"]);
  await server.call("POST", `/endpoints/${paused}/pause`);
  await server.call("POST", `/endpoints/${paused}/test`);

  const publish = (type: string, id: string) => server.call("POST", "/events", { type, data: {}, id });
  for (let n = 0; n < 20; n++) await publish("order.paid", `paid-${n}`);
  await publish("order.paid", "paid-0");
  const events = ["odd", "even", "odd", "even", "even"].map((which, n) => ({
    type: "order.sent",
    data: {},
    id: `sent-${n}-${which}`,
  }));
  await server.call("POST", "/events/batch", { events: [...events, { type: "not a name", data: {} }] });
  await publish("order.gone", "gone-1");
  for (let n = 0; n < 3; n++) await publish("order.held", `held-${n}`);
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await server.call("POST", "/events", { type: "order.paid", data: {}, deliverAt: later });

  // 20 paid, 3 even and 2 odd ones sent, 1 gone: all have ended.
  let families: ParsedFamily[] = [];
  const of = (name: string, labels: Record<string, string> = {}) => readValue(families, name, labels);
  const ended = (status: string) => of("posthorn_deliveries_ended_total", { status }) ?? 0;
  await until(
    async () => {
      families = await scrape(server);
      return ended("succeeded") + ended("failed") === 26 && of("posthorn_deliveries_pending") === 4;
    },
    { withinMs: 30_000 },
  );
  const expected: [name: string, labels: Record<string, string>, value: number][] = [
    ["posthorn_events_accepted_total", {}, 30],
    ["posthorn_events_duplicate_total", {}, 1],
    ["posthorn_batch_events_refused_total", {}, 1],
    // 20 paid and 3 even ones; 5 first, 2 × 2 further ones of odd, 1 gone.
    ["posthorn_attempts_total", { outcome: "success" }, 23],
    ["posthorn_attempts_total", { outcome: "http_error" }, 10],
    ["posthorn_attempts_total", { outcome: "timeout" }, 0],
    ["posthorn_attempts_not_made_total", {}, 0],
    ["posthorn_deliveries_ended_total", { status: "succeeded" }, 23],
    ["posthorn_deliveries_ended_total", { status: "failed" }, 3],
    ["posthorn_delivery_latency_seconds_count", {}, 20],
    ["posthorn_attempt_duration_seconds_count", { result: "success" }, 23],
    ["posthorn_attempt_duration_seconds_count", { result: "failure" }, 10],
    ["posthorn_queue_wait_seconds_count", { share: "first" }, 26],
    ["posthorn_queue_wait_seconds_count", { share: "retry" }, 7],
    ["posthorn_endpoints_disabled_total", { reason: "gone" }, 1],
    ["posthorn_attempts_in_flight", {}, 0],
    ["posthorn_deliveries_due", {}, 0],
    ["posthorn_oldest_due_seconds", {}, 0],
    ["posthorn_endpoints", { status: "active" }, 2],
    ["posthorn_endpoints", { status: "paused" }, 1],
    ["posthorn_endpoints", { status: "disabled" }, 1],
    ["posthorn_organizations", {}, 1],
    ["posthorn_engine_paused", {}, 0],
    ["posthorn_commit_failures_total", {}, 0],
    ["posthorn_http_requests_total", { route: "/api/v1/events", method: "POST", status: "2xx" }, 26],
    ["posthorn_http_requests_total", { route: "/api/v1/events/batch", method: "POST", status: "2xx" }, 1],
    ["posthorn_http_request_duration_seconds_count", { route: "/api/v1/endpoints", method: "POST" }, 4],
    ["posthorn_http_responses_total", { status: "201" }, 4],
    ["posthorn_http_responses_total", { status: "503" }, 0],
  ];
  const found = expected.map(([name, labels]) => [name, labels, of(name, labels)]);
  expect(found).toEqual(expected);
  for (const name of [
    "posthorn_commit_verbs_count",
    "posthorn_sync_duration_seconds_count",
    "posthorn_event_loop_lag_seconds_count",
    "posthorn_database_size_bytes",
    "posthorn_database_wal_size_bytes",
    "posthorn_disk_free_bytes",
    "process_resident_memory_bytes",
    "process_open_fds",
    "process_max_fds",
    "process_cpu_seconds_total",
    "process_start_time_seconds",
  ]) {
    expect([name, of(name)]).toEqual([name, expect.any(Number)]);
    expect(of(name)).toBeGreaterThan(0);
  }
}, 40_000);

test("needs an operator's key, unless the settings open it to everybody", async () => {
  const closed = await stage.serve();
  const ask = (server: Server, headers = {}) => fetch(`${server.url}/metrics`, { headers });
  expect((await ask(closed)).status).toBe(401);
  const { body } = await closed.call("POST", "/api-keys", { name: "owner", role: "owner" });
  expect((await ask(closed, { authorization: `Bearer ${body.key}` })).status).toBe(403);
  const families = await scrape(closed, { accept: "application/openmetrics-text; version=1.0.0" });
  expect(
    readValue(families, "posthorn_http_requests_total", { route: "/metrics", method: "GET", status: "4xx" }),
  ).toBe(2);

  const open = await stage.serve({ env: { POSTHORN_METRICS_PUBLIC: "true" } });
  const reply = await ask(open);
  expect(reply.status).toBe(200);
  expect(parseMetrics(await reply.text(), "prometheus").length).toBeGreaterThan(40);
}, 60_000);
