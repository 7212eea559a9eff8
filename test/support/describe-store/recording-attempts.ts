import { describe, expect, test } from "bun:test";
import { aFailure, anAttemptResult } from "../a-store.ts";
import { onlyDue, type StoreUnderTest } from "./store-under-test.ts";

/** What one attempt changes: its delivery, its endpoint, and the history. */
export function describeRecordingAttempts(subject: StoreUnderTest): void {
  const { create, publish, record, claim, deliveriesOf, finishChores, now } = subject;

  describe("recording attempts", () => {
    test("a success ends the delivery and resets the endpoint's counters", async () => {
      const { id } = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await record(due, aFailure());
      subject.clock.stepWall(6000);
      await claim(due, 1, "retry");
      expect(await record(due, anAttemptResult())).toMatchObject({ status: "succeeded", number: 2 });
      expect(await deliveriesOf("e1")).toMatchObject([
        {
          status: "succeeded",
          attemptCount: 2,
          nextAttemptAt: null,
          lastOutcome: "success",
          lastResponseStatus: 200,
        },
      ]);
      const { health } = await subject.store.getEndpoint(subject.org, id, now());
      expect(health).toMatchObject({
        state: "healthy",
        consecutiveFailedAttempts: 0,
        lastError: "The receiver answered 500.",
      });
    });

    test("a failure is due again after the schedule's wait", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      expect(await record(due, aFailure())).toMatchObject({
        status: "pending",
        share: "retry",
        dueAtMs: now() + 5000,
      });
      expect(await deliveriesOf("e1")).toMatchObject([
        { status: "pending", attemptCount: 1, lastResponseStatus: 500 },
      ]);
    });

    test("the last failure exhausts the delivery, and enough of those disable the endpoint and cancel what waits", async () => {
      const { id } = await create({
        spec: { autoDisableAfter: 2, retry: { preset: "none", delaysSeconds: [] } },
      });
      const [one, two, three] = await Promise.all([
        publish({ id: "a" }),
        publish({ id: "b" }),
        publish({ id: "c" }),
      ]);
      expect(await record(onlyDue(one), aFailure())).toMatchObject({ status: "failed", disabled: null });
      const last = await record(onlyDue(two), aFailure());
      expect(last).toMatchObject({ status: "failed", disabled: "consecutive_failures" });
      expect(last.work.changed).toEqual([onlyDue(two).endpoint]);
      expect(await subject.store.getEndpoint(subject.org, id, now())).toMatchObject({
        status: "disabled",
        disabledReason: "consecutive_failures",
        health: { state: "disabled", consecutiveFailures: 2 },
      });
      expect(await deliveriesOf("a")).toMatchObject([{ status: "failed", reason: "exhausted" }]);
      expect(await deliveriesOf("c")).toMatchObject([{ status: "canceled", reason: "endpoint_disabled" }]);
      expect(await record(onlyDue(three), aFailure())).toMatchObject({ status: "canceled" });
    });

    test("a 410 disables the endpoint and cancels what is pending", async () => {
      const { id } = await create();
      const [gone, other] = await Promise.all([publish({ id: "a" }), publish({ id: "b" })]);
      expect(await record(onlyDue(gone), aFailure(410))).toMatchObject({
        status: "failed",
        disabled: "gone",
      });
      expect(await subject.store.getEndpoint(subject.org, id, now())).toMatchObject({
        status: "disabled",
        disabledReason: "gone",
      });
      expect(await deliveriesOf("a")).toMatchObject([{ status: "failed", reason: "gone" }]);
      expect(await deliveriesOf("b")).toMatchObject([{ status: "canceled" }]);
      expect(other.published.deliveries).toBe(1);
    });

    test("a 429 holds the endpoint, across a restart", async () => {
      const { id } = await create();
      const due = onlyDue(await publish());
      const recorded = await record(due, aFailure(429, { retryAfterMs: 60_000 }));
      expect(recorded).toMatchObject({ dueAtMs: now() + 60_000, heldUntilMs: now() + 60_000 });
      await subject.reopen();
      expect((await subject.store.readTarget(due.endpoint))?.heldUntilMs).toBe(now() + 60_000);
      const { health } = await subject.store.getEndpoint(subject.org, id, now());
      expect(health.heldUntil).toBe(new Date(now() + 60_000).toISOString());
    });

    test("an attempt in flight when its endpoint is disabled is recorded: a success succeeds, a failure is not retried", async () => {
      const { id } = await create();
      const [one, two] = await Promise.all([publish({ id: "a" }), publish({ id: "b" })]);
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(await record(onlyDue(one), anAttemptResult())).toMatchObject({ status: "succeeded" });
      expect(await record(onlyDue(two), aFailure())).toMatchObject({ status: "canceled", dueAtMs: null });
      expect(await deliveriesOf("a")).toMatchObject([{ status: "succeeded", reason: null, attemptCount: 1 }]);
      expect(await deliveriesOf("b")).toMatchObject([
        { status: "canceled", reason: "endpoint_disabled", attemptCount: 1, lastResponseStatus: 500 },
      ]);
    });

    test("a delivery canceled in flight is no failure of its endpoint, also on its last attempt", async () => {
      const { id } = await create({
        spec: { autoDisableAfter: 1, retry: { preset: "none", delaysSeconds: [] } },
      });
      const due = onlyDue(await publish({ id: "a" }));
      await subject.store.cancelDelivery(subject.org, due.id, now());
      expect(await record(due, aFailure())).toMatchObject({ status: "canceled", disabled: null });
      expect(await deliveriesOf("a")).toMatchObject([{ status: "canceled", reason: "manual" }]);
      const { status, health } = await subject.store.getEndpoint(subject.org, id, now());
      expect([status, health.consecutiveFailures]).toEqual(["active", 0]);
    });

    test("an attempt whose endpoint was deleted meanwhile writes nothing", async () => {
      const { id } = await create();
      const due = onlyDue(await publish());
      await subject.store.deleteEndpoint(subject.org, id, now());
      expect((await record(due, anAttemptResult())).status).toBe("gone");
      await finishChores();
      expect((await record(due, anAttemptResult())).status).toBe("gone");
    });

    test("what was sent can be shown although it is not stored", async () => {
      const { id } = await create({
        spec: { headers: { "X-Env": "prod", Authorization: "Bearer secret" } },
      });
      const due = onlyDue(await publish({ id: "e1", data: '{"b": 1.0, "1":2}' }));
      const target = await subject.store.readTarget(due.endpoint);
      const attempt = aFailure(500, {
        startedAtMs: now(),
        revision: target?.revision ?? 0,
        signature: "v1,abc",
      });
      await record(due, attempt);
      await subject.store.updateEndpoint(
        subject.org,
        id,
        (spec) => ({ ...spec, url: "https://moved.example/" }),
        now(),
      );
      const { request } = await subject.store.getDelivery(subject.org, due.id);
      expect(request.url).toBe("https://receiver.example/in");
      expect(request.body).toEndWith('"data":{"b": 1.0, "1":2}}');
      expect(request.headers).toMatchObject({
        "webhook-id": "e1",
        "webhook-signature": "v1,abc",
        "webhook-timestamp": String(Math.floor(now() / 1000)),
        "x-posthorn-attempt": "1",
        "X-Env": "prod",
        Authorization: "[redacted]",
      });
      expect((await subject.store.getAttempt(subject.org, attempt.id)).request).toEqual(request);
    });
  });
}
