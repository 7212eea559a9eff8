import { describe, expect, test } from "bun:test";
import { AppError } from "../../../src/domain/app-error.ts";
import type { Outcome } from "../../../src/domain/outcome.ts";
import type { RecordedAttempt } from "../../../src/store/engine-verbs.ts";
import { collectWork, type DueDelivery } from "../../../src/store/new-work.ts";
import { anAttemptResult } from "../../support/a-store.ts";
import { parseMetrics, readValue } from "../../support/prometheus-text.ts";
import { anInventory, someMetrics } from "../../support/some-metrics.ts";

const dueAtMs = 1_000_000;

function aDue(over: Partial<DueDelivery> = {}): DueDelivery {
  return { share: "first", dueAtMs, ...over } as DueDelivery;
}

function recordedAs(
  status: RecordedAttempt["status"],
  disabled: RecordedAttempt["disabled"] = null,
): RecordedAttempt {
  return {
    status,
    number: 1,
    dueAtMs: null,
    share: "first",
    disabled,
    heldUntilMs: null,
    consecutiveFailedAttempts: 0,
    work: collectWork(),
  };
}

describe("all metrics together", () => {
  for (const [accept, format] of [
    ["", "prometheus"],
    ["application/openmetrics-text", "openmetrics"],
  ] as const) {
    test(`are what a scraper takes (${format})`, async () => {
      const { meters, print } = someMetrics();
      meters.requests.handled("GET", "/api/v1/me", 200, 3);
      const { contentType, text } = await print(accept);
      const families = parseMetrics(text, format);
      expect(families.length).toBeGreaterThan(40);
      expect(contentType).toContain(format === "openmetrics" ? "openmetrics-text; version=1.0.0" : "0.0.4");
    });
  }

  test("have prefixes, and no label with an id in it", async () => {
    const { read } = someMetrics();
    for (const { name, samples } of await read()) {
      expect(name).toMatch(/^(posthorn|process)_/);
      for (const label of samples.flatMap(({ labels }) => Object.keys(labels))) {
        expect([
          "le",
          "outcome",
          "result",
          "share",
          "status",
          "reason",
          "kind",
          "version",
          "verdict",
        ]).toContain(label);
      }
    }
  });
});

describe("what is counted", () => {
  test("events: accepted, published again, refused in a batch", async () => {
    const { meters, read } = someMetrics();
    const published = (duplicate: boolean) => ({ duplicate }) as never;
    meters.publishing.published(published(false));
    meters.publishing.published(published(true));
    meters.publishing.publishedBatch([
      { published: published(false) },
      { refusal: new AppError("validation_failed", "no") },
      { published: published(true) },
    ]);
    const families = await read();
    expect(readValue(families, "posthorn_events_accepted_total")).toBe(2);
    expect(readValue(families, "posthorn_events_duplicate_total")).toBe(2);
    expect(readValue(families, "posthorn_batch_events_refused_total")).toBe(1);
  });

  test("attempts by outcome, their time, their wait, and what became of the delivery", async () => {
    const { meters, read } = someMetrics();
    const attempt = (outcome: Outcome, startedAtMs: number, durationMs: number) =>
      anAttemptResult({ outcome, startedAtMs, durationMs });
    meters.attempts.attempted(aDue(), attempt("success", dueAtMs + 20, 30), recordedAs("succeeded"));
    meters.attempts.attempted(aDue(), attempt("timeout", dueAtMs - 500, 10_000), recordedAs("pending"));
    meters.attempts.attempted(
      aDue({ share: "retry" }),
      attempt("success", dueAtMs + 4000, 100),
      recordedAs("succeeded"),
    );
    meters.attempts.attempted(
      aDue({ share: "retry" }),
      attempt("http_error", dueAtMs, 5),
      recordedAs("failed", "consecutive_failures"),
    );
    meters.attempts.attempted(aDue({ share: "bulk" }), attempt("success", dueAtMs, 5), recordedAs("gone"));
    meters.attempts.notAttempted();
    const families = await read();
    const of = (name: string, labels: Record<string, string> = {}) => readValue(families, name, labels);
    expect(of("posthorn_attempts_total", { outcome: "success" })).toBe(3);
    expect(of("posthorn_attempts_total", { outcome: "timeout" })).toBe(1);
    expect(of("posthorn_attempts_total", { outcome: "redirect" })).toBe(0);
    expect(of("posthorn_attempts_not_made_total")).toBe(1);
    expect(of("posthorn_deliveries_ended_total", { status: "succeeded" })).toBe(2);
    expect(of("posthorn_deliveries_ended_total", { status: "failed" })).toBe(1);
    expect(of("posthorn_endpoints_disabled_total", { reason: "consecutive_failures" })).toBe(1);
    expect(of("posthorn_attempt_duration_seconds_sum", { result: "success" })).toBeCloseTo(0.135);
    expect(of("posthorn_attempt_duration_seconds_count", { result: "failure" })).toBe(2);
    // The clock had stepped back: no wait is less than none.
    expect(of("posthorn_queue_wait_seconds_sum", { share: "first" })).toBeCloseTo(0.02);
    expect(of("posthorn_queue_wait_seconds_bucket", { share: "retry", le: "5" })).toBe(2);
    expect(of("posthorn_queue_wait_seconds_bucket", { share: "retry", le: "1" })).toBe(1);
    // From acceptance to the answer, of what succeeded at once.
    expect(of("posthorn_delivery_latency_seconds_count")).toBe(1);
    expect(of("posthorn_delivery_latency_seconds_sum")).toBeCloseTo(0.05);
  });

  test("commits: how many changes shared one, and what it took", async () => {
    const { meters, read } = someMetrics();
    meters.commits.committed(40, 3);
    meters.commits.synced(20);
    meters.commits.failed();
    const families = await read();
    expect(readValue(families, "posthorn_commit_verbs_bucket", { le: "32" })).toBe(0);
    expect(readValue(families, "posthorn_commit_verbs_bucket", { le: "64" })).toBe(1);
    expect(readValue(families, "posthorn_commit_duration_seconds_sum")).toBeCloseTo(0.003);
    expect(readValue(families, "posthorn_sync_duration_seconds_sum")).toBeCloseTo(0.02);
    expect(readValue(families, "posthorn_commit_failures_total")).toBe(1);
  });

  test("retention: what it deleted, whether it runs, when it last came to its end", async () => {
    const { meters, read } = someMetrics();
    const last = "posthorn_retention_last_sweep_timestamp_seconds";
    meters.retention.began();
    meters.retention.swept({ events: 5, deliveries: 4, attempts: 3, expired: 2, givenBackBytes: 0 });
    let families = await read();
    expect(readValue(families, "posthorn_retention_deleted_total", { kind: "events" })).toBe(5);
    expect(readValue(families, "posthorn_deliveries_expired_total")).toBe(2);
    expect(readValue(families, "posthorn_retention_sweep_running")).toBe(1);
    expect(readValue(families, last)).toBeNull();
    meters.retention.ended(7000);
    meters.retention.began();
    meters.retention.ended(null);
    families = await read();
    expect(readValue(families, "posthorn_retention_sweep_running")).toBe(0);
    expect(readValue(families, last)).toBe(7);
  });
});

describe("requests", () => {
  test("are counted by route and class of status, and by status", async () => {
    const { meters, read } = someMetrics();
    meters.requests.handled("POST", "/api/v1/events", 202, 4);
    meters.requests.handled("POST", "/api/v1/events", 202, 4);
    meters.requests.handled("POST", "/api/v1/events", 429, 1);
    meters.requests.handled("GET", "/api/v1/events", 200, 1);
    meters.requests.replayed();
    const families = await read();
    const requests = (method: string, status: string) =>
      readValue(families, "posthorn_http_requests_total", { route: "/api/v1/events", method, status });
    expect([requests("POST", "2xx"), requests("POST", "4xx"), requests("GET", "2xx")]).toEqual([2, 1, 1]);
    expect(readValue(families, "posthorn_http_responses_total", { status: "429" })).toBe(1);
    expect(readValue(families, "posthorn_http_responses_total", { status: "503" })).toBe(0);
    const labels = { route: "/api/v1/events", method: "POST" };
    expect(readValue(families, "posthorn_http_request_duration_seconds_count", labels)).toBe(3);
    expect(readValue(families, "posthorn_http_idempotency_replays_total")).toBe(1);
  });

  test("make no more series than there are routes, whatever is asked", async () => {
    const { meters, print } = someMetrics();
    const lines = async () => (await print("")).text.split("\n").length;
    meters.requests.handled("BREW", null, 404, 1);
    meters.requests.handled("GET", null, 404, 1);
    const before = await lines();
    for (let n = 0; n < 1000; n++) meters.requests.handled(`BREW${n}`, null, 404, 1);
    expect(await lines()).toBe(before);
  });
});

describe("what is asked for at a scrape", () => {
  test("is how things are then", async () => {
    const { read, clock } = someMetrics({
      store: {
        readInventory: async (nowMs) =>
          anInventory({
            tasks: 2,
            activeAlerts: { error_rate: 0, latency: 3, availability: 0 },
            backlog: { pending: 10, due: 4, oldestDueAtMs: nowMs - 90_000 },
          }),
      },
      droppedLogLines: () => 6,
    });
    clock.advance(1);
    const families = await read();
    const expected: [name: string, labels: Record<string, string>, value: number][] = [
      ["posthorn_attempts_in_flight", {}, 3],
      ["posthorn_attempts_in_flight_slow", {}, 1],
      ["posthorn_attempts_in_flight_max", {}, 2048],
      ["posthorn_lanes", {}, 2],
      ["posthorn_engine_paused", {}, 0],
      ["posthorn_deliveries_pending", {}, 10],
      ["posthorn_deliveries_due", {}, 4],
      ["posthorn_oldest_due_seconds", {}, 90],
      ["posthorn_endpoints", { status: "paused" }, 1],
      ["posthorn_tasks_running", {}, 2],
      ["posthorn_alerts_active", { kind: "latency" }, 3],
      ["posthorn_disk_free_bytes", {}, 5_000_000],
      ["posthorn_disk_free_floor_bytes", {}, 1_000_000],
      ["posthorn_log_lines_dropped_total", {}, 6],
      ["posthorn_build_info", { version: "1.2.3" }, 1],
    ];
    for (const [name, labels, value] of expected)
      expect([name, readValue(families, name, labels)]).toEqual([name, value]);
    expect(readValue(families, "posthorn_database_size_bytes")).toBeGreaterThan(0);
    expect(readValue(families, "posthorn_database_wal_size_bytes")).toBeNull();
    expect(readValue(families, "process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
    expect(readValue(families, "process_open_fds")).toBeGreaterThan(2);
    expect(readValue(families, "process_start_time_seconds")).toBeLessThanOrEqual(Date.now() / 1000);
  });

  test("includes how late timers fired", async () => {
    const { read, clock, stop } = someMetrics();
    clock.advance(50);
    clock.advance(350);
    const families = await read();
    const count = (le: string) => readValue(families, "posthorn_event_loop_lag_seconds_bucket", { le });
    expect([count("0.001"), count("0.25"), count("0.5")]).toEqual([1, 1, 2]);
    stop();
    clock.advance(1000);
    expect(readValue(await read(), "posthorn_event_loop_lag_seconds_count")).toBe(2);
  });
});
