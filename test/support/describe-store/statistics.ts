import { describe, expect, test } from "bun:test";
import { roundedOut, type StatisticsWindow } from "../../../src/domain/statistics.ts";
import type { StatisticsQuery } from "../../../src/store/statistics-verbs.ts";
import { aFailure, anAttemptResult, anEventContent } from "../a-store.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

const hourMs = 3_600_000;
const noRetry = { retry: { preset: "none" as const, delaysSeconds: [] } };

/** Counters: what is counted, where, and for how long it stays (api.md, Stats). */
export function describeStatistics(subject: StoreUnderTest): void {
  const { create, publish, record, finishChores, now } = subject;
  const window = (): StatisticsWindow =>
    roundedOut({ sinceMs: now() - 48 * hourMs, untilMs: now() + hourMs }, "hour");
  const ofEndpoint = (id: string, over = window()) =>
    subject.store.getEndpointStatistics(subject.org, id, over, "hour");
  const list = (over: Partial<StatisticsQuery> = {}) =>
    subject.store.listStatistics(subject.org, {
      of: "deliveries",
      interval: "hour",
      groupBy: "none",
      window: window(),
      ...over,
    });

  describe("statistics", () => {
    test("count deliveries by what became of them, their attempts and their latency", async () => {
      const { id } = await create({ spec: noRetry });
      await record(onlyDue(await publish()), anAttemptResult({ durationMs: 100 }));
      await record(onlyDue(await publish()), aFailure(500, { durationMs: 1000 }));
      await publish();
      expect(await ofEndpoint(id)).toEqual({
        since: new Date(window().sinceMs).toISOString(),
        until: new Date(window().untilMs).toISOString(),
        total: 3,
        succeeded: 1,
        failed: 1,
        canceled: 0,
        pending: 1,
        successRate: 0.5,
        attempts: 2,
        latencyMs: { p50: 99, p90: 990, p99: 990 },
      });
    });

    test("count a delivery, its end and its attempts in the hour in which it was created", async () => {
      const { id } = await create();
      const due = onlyDue(await publish());
      const created = roundedOut({ sinceMs: now(), untilMs: now() + 1 }, "hour");
      await record(due, aFailure());
      subject.clock.stepWall(3 * hourMs);
      await record(due, anAttemptResult());
      expect(await ofEndpoint(id, created)).toMatchObject({
        total: 1,
        succeeded: 1,
        pending: 0,
        attempts: 2,
      });
      const later = roundedOut({ sinceMs: now(), untilMs: now() + 1 }, "hour");
      expect(await ofEndpoint(id, later)).toMatchObject({ total: 0, attempts: 0, successRate: null });
    });

    test("survive a restart, and go on from there", async () => {
      const { id } = await create();
      await record(onlyDue(await publish()), anAttemptResult());
      await subject.reopen();
      await record(onlyDue(await publish()), anAttemptResult());
      expect(await ofEndpoint(id)).toMatchObject({ total: 2, succeeded: 2, attempts: 2 });
      const { health } = await subject.store.getEndpoint(subject.org, id, now());
      expect(health.successRate24h).toBe(1);
    });

    test("leave tests out", async () => {
      const { id } = await create();
      const { endpoint } = await subject.store.findTarget(subject.org, id);
      const event = anEventContent({ id: "test-1", type: "webhook.test" });
      const test = { deliveryId: "dlv_test", event, attempt: anAttemptResult(), endpoint, nowMs: now() };
      await subject.store.recordTest(test);
      expect(await ofEndpoint(id)).toMatchObject({ total: 0, attempts: 0 });
      expect(await list({ of: "events" })).toEqual([]);
    });

    test("count what a disable, a person or a deletion cancels, and what was canceled from the start", async () => {
      const { id } = await create();
      const [first] = await Promise.all([publish(), publish(), publish()]);
      await subject.store.cancelDelivery(subject.org, onlyDue(first).id, now());
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await publish();
      expect(await ofEndpoint(id)).toMatchObject({ total: 4, canceled: 4, pending: 0 });
      // In flight when it was canceled, and taken after all.
      await record(onlyDue(first), anAttemptResult());
      expect(await ofEndpoint(id)).toMatchObject({ total: 4, succeeded: 1, canceled: 3 });
    });

    test("count what canceling or erasing an event cancels", async () => {
      const { id } = await create();
      await Promise.all([publish({ id: "canceled" }), publish({ id: "erased" }), publish()]);
      await subject.store.cancelEvent(subject.org, "canceled", now());
      await subject.store.eraseEvent(subject.org, "erased", now());
      expect(await ofEndpoint(id)).toMatchObject({ total: 3, canceled: 2, pending: 1 });
    });

    test("cancel a large backlog in steps, every one of them counted", async () => {
      const { id } = await create();
      for (let n = 0; n < 25; n++) await Promise.all(Array.from({ length: 100 }, () => publish()));
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await finishChores();
      expect(await ofEndpoint(id)).toMatchObject({ total: 2500, canceled: 2500, pending: 0 });
    });

    test("keep what a deleted endpoint got, by type and in all, with nothing pending", async () => {
      const { id } = await create();
      const kept = await create();
      await publish();
      await subject.store.deleteEndpoint(subject.org, id, now());
      await finishChores();
      expect((await refusal(ofEndpoint(id))).code).toBe("not_found");
      expect(await list()).toMatchObject([{ total: 2, canceled: 1, group: null }]);
      expect(await list({ groupBy: "endpoint" })).toMatchObject([{ total: 1, canceled: 0, group: kept.id }]);
    });

    test("forget what a verb counted that failed", async () => {
      await create();
      await create();
      const due = (await publish()).work.due[0];
      if (due === undefined) throw new Error("nothing is due");
      const attempt = anAttemptResult();
      const [one, other] = await Promise.allSettled([record(due, attempt), record(due, attempt)]);
      expect([one.status, other.status]).toEqual(["fulfilled", "rejected"]);
      expect(await list()).toMatchObject([{ total: 2, succeeded: 1, latencyMs: { p50: 12 } }]);
    });

    test("count events by type, whether or not anybody subscribed", async () => {
      await publish({ type: "message.failed" });
      await Promise.all([publish({ type: "message.sent" }), publish({ type: "message.sent" })]);
      expect(await list({ of: "events", groupBy: "eventType" })).toMatchObject([
        { group: "message.failed", published: 1 },
        { group: "message.sent", published: 2 },
      ]);
      expect(await list({ of: "events" })).toMatchObject([{ group: null, published: 3 }]);
      expect(await list({ groupBy: "eventType" })).toEqual([]);
    });

    test("are grouped and filtered by type and endpoint, the oldest interval first", async () => {
      const one = await create({ spec: { uid: "one", eventTypes: ["a"] } });
      const two = await create({ spec: { eventTypes: ["a", "b"] } });
      await publish({ type: "a" });
      subject.clock.stepWall(hourMs);
      await Promise.all([publish({ type: "a" }), publish({ type: "b" })]);
      const rows = async (over: Partial<StatisticsQuery>) =>
        (await list(over)).map(({ group, total }) => [group, total]);
      const byEndpoint = [
        [one.id, 1],
        [two.id, 1],
      ].sort();
      expect(await rows({ groupBy: "none" })).toEqual([
        [null, 2],
        [null, 3],
      ]);
      expect(await rows({ groupBy: "eventType" })).toEqual([
        ["a", 2],
        ["a", 2],
        ["b", 1],
      ]);
      expect(await rows({ groupBy: "endpoint", eventType: "a" })).toEqual([...byEndpoint, ...byEndpoint]);
      expect(await rows({ endpointId: "one" })).toEqual([
        [null, 1],
        [null, 1],
      ]);
      expect(await rows({ interval: "day", window: roundedOut(window(), "day") })).toEqual([[null, 5]]);
    });

    test("are empty for a type or an endpoint that is unknown", async () => {
      await create();
      await publish();
      expect(await list({ endpointId: "nobody" })).toEqual([]);
      expect(await list({ eventType: "never.published" })).toEqual([]);
    });
  });
}
