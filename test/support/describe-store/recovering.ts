import { describe, expect, test } from "bun:test";
import type { RecoverRequest } from "../../../src/domain/task.ts";
import { toIso } from "../../../src/domain/time.ts";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { aFailure, anAttemptResult } from "../a-store.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

const oneAttempt = { retry: { preset: "none" as const, delaysSeconds: [] }, autoDisableAfter: null };

/** Sending again: recover. */
export function describeRecovering(subject: StoreUnderTest): void {
  const { create, publish, record, deliveriesOf, finishTasks, finishChores, now } = subject;

  const asked = (over: Partial<RecoverRequest> = {}) => {
    const request = { since: toIso(0), until: null, statuses: ["failed", "canceled"] as const };
    return { kind: "recover" as const, request: { ...request, statuses: [...request.statuses], ...over } };
  };

  async function start(endpointId: string, over: Partial<RecoverRequest> = {}, id = "task_1") {
    return subject.store.startTask(subject.org, endpointId, { id, asked: asked(over), nowMs: now() });
  }

  /** Runs the task to its end, and says how far it came. */
  async function recover(endpointId: string, over: Partial<RecoverRequest> = {}, id = "task_1") {
    const counted = await subject.store.previewTask(subject.org, endpointId, asked(over), now());
    await start(endpointId, over, id);
    await finishTasks();
    const { status, progress } = await subject.store.getTask(subject.org, id);
    expect(status).toBe("done");
    expect(progress).toEqual(counted);
    return progress;
  }

  async function fail(id: string): Promise<DueDelivery> {
    const due = onlyDue(await publish({ id }));
    await record(due, aFailure());
    return due;
  }

  const triggersOf = async (id: string) => (await deliveriesOf(id)).map(({ trigger }) => trigger).reverse();

  describe("recover", () => {
    test("queues what failed and what a disable canceled once each, oldest first, with the full schedule", async () => {
      const endpoint = await create({ spec: oneAttempt });
      for (const id of ["e1", "e2"]) await fail(id);
      await publish({ id: "e3" });
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      await publish({ id: "e4" });
      await subject.store.enableEndpoint(subject.org, endpoint.id, now());
      expect(await recover(endpoint.id)).toEqual({ matched: 4, queued: 4, skipped: 0 });
      const key = (await publish()).work.due[0]?.endpoint ?? 0;
      const { due } = await subject.store.claimDue({
        endpoint: key,
        share: "bulk",
        limit: 9,
        nowMs: now(),
      });
      expect(due.map(({ event, trigger, attemptCount }) => [event.id, trigger, attemptCount])).toEqual(
        ["e1", "e2", "e3", "e4"].map((id) => [id, "recover", 0]),
      );
      expect(await triggersOf("e1")).toEqual(["event", "recover"]);
    });

    test("skips an event whose newest delivery succeeded or is pending", async () => {
      const endpoint = await create({ spec: oneAttempt });
      for (const [id, attempt] of [
        ["succeeded", anAttemptResult()],
        ["pending", null],
        ["failed-again", aFailure()],
      ] as const) {
        const old = await fail(id);
        const again = await subject.store.resendDelivery(subject.org, old.id, {
          newDeliveryId: `dlv_${id}`,
          nowMs: now(),
        });
        if (attempt !== null) await record(onlyDue(again), attempt);
      }
      expect(await recover(endpoint.id)).toEqual({ matched: 3, queued: 1, skipped: 2 });
      expect(await triggersOf("failed-again")).toEqual(["event", "resend", "recover"]);
      expect(await triggersOf("pending")).toEqual(["event", "resend"]);
    });

    test("leaves alone what a person canceled, what succeeded, and tests", async () => {
      const endpoint = await create({ spec: oneAttempt });
      const canceled = onlyDue(await publish({ id: "canceled" }));
      await subject.store.cancelDelivery(subject.org, canceled.id, now());
      await record(onlyDue(await publish({ id: "succeeded" })), anAttemptResult());
      const target = await subject.store.findTarget(subject.org, endpoint.id);
      await subject.store.recordTest({
        deliveryId: "dlv_test",
        event: { id: "evt_test", type: "webhook.test", data: "{}", timestampMs: now(), createdAtMs: now() },
        attempt: aFailure(),
        endpoint: target.endpoint,
        nowMs: now(),
      });
      expect(await recover(endpoint.id)).toEqual({ matched: 0, queued: 0, skipped: 0 });
    });

    test("takes the statuses and the time that it is asked for", async () => {
      const endpoint = await create({ spec: oneAttempt });
      await fail("failed-early");
      await subject.clock.advance(1000);
      const since = toIso(now());
      await fail("failed");
      await publish({ id: "canceled" });
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      await subject.store.enableEndpoint(subject.org, endpoint.id, now());
      await subject.clock.advance(1000);
      const until = toIso(now());
      await fail("failed-late");
      const counts = async (over: Partial<RecoverRequest>) =>
        (await subject.store.previewTask(subject.org, endpoint.id, asked(over), now())).matched;
      expect(await counts({})).toBe(4);
      expect(await counts({ since, until, statuses: ["failed"] })).toBe(1);
      expect(await counts({ since, until, statuses: ["canceled"] })).toBe(1);
      expect(await counts({ since: until })).toBe(1);
      await recover(endpoint.id, { since, until, statuses: ["failed"] });
      for (const [id, recovered] of Object.entries({ failed: 1, canceled: 0, "failed-early": 0 })) {
        expect((await triggersOf(id)).filter((trigger) => trigger === "recover")).toHaveLength(recovered);
      }
    });

    test("takes an event once that failed several times, and nothing that ended after its beginning", async () => {
      const endpoint = await create({ spec: oneAttempt });
      const old = await fail("e1");
      const again = { newDeliveryId: "dlv_again", nowMs: now() };
      await record(onlyDue(await subject.store.resendDelivery(subject.org, old.id, again)), aFailure());
      await start(endpoint.id);
      await fail("later");
      await finishTasks();
      expect((await subject.store.getTask(subject.org, "task_1")).progress).toMatchObject({ queued: 1 });
      expect(await triggersOf("e1")).toEqual(["event", "resend", "recover"]);
      expect(await triggersOf("later")).toEqual(["event"]);
    });

    test("of two at once each event is queued by one", async () => {
      const endpoint = await create({ spec: oneAttempt });
      for (const id of ["e1", "e2", "e3"]) await fail(id);
      await start(endpoint.id, {}, "task_1");
      await start(endpoint.id, {}, "task_2");
      await finishTasks();
      for (const id of ["e1", "e2", "e3"]) expect(await triggersOf(id)).toEqual(["event", "recover"]);
    });

    test("what was canceled before it was due is due no earlier than that", async () => {
      const endpoint = await create();
      await publish({ id: "e1", deliverAtMs: now() + 60_000 });
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      await subject.store.enableEndpoint(subject.org, endpoint.id, now());
      await recover(endpoint.id);
      const [newest] = await deliveriesOf("e1");
      expect(newest).toMatchObject({ trigger: "recover", nextAttemptAt: toIso(now() + 60_000) });
    });

    test("queues nothing to a disabled endpoint, but a dry run answers", async () => {
      const endpoint = await create();
      await publish({ id: "e1" });
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      expect((await refusal(start(endpoint.id))).code).toBe("endpoint_disabled");
      expect(await subject.store.previewTask(subject.org, endpoint.id, asked(), now())).toEqual({
        matched: 1,
        queued: 1,
        skipped: 0,
      });
      expect((await deliveriesOf("e1")).map(({ status }) => status)).toEqual(["canceled"]);
    });

    test("counts what a large disable has yet to write, or says that it cannot be counted yet", async () => {
      const endpoint = await create();
      for (let n = 0; n < 1200; n++) void publish({ id: `e${n}`, deliverAtMs: now() + 1000 });
      await publish({ id: "last" });
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      const preview = () => subject.store.previewTask(subject.org, endpoint.id, asked(), now());
      expect((await refusal(preview())).code).toBe("unavailable");
      await subject.store.enableEndpoint(subject.org, endpoint.id, now(), { taskId: "task_missed" });
      expect(await finishTasks()).toEqual([]);
      await finishChores();
      expect((await preview()).matched).toBe(1201);
      await finishTasks();
      expect(await subject.store.getTask(subject.org, "task_missed")).toMatchObject({
        status: "done",
        progress: { matched: 1201, queued: 1201, skipped: 0 },
      });
    });
  });

  describe("enabling with recover", () => {
    test("queues what was missed while it was disabled, and only that", async () => {
      const endpoint = await create({ spec: oneAttempt });
      await fail("failed-before");
      await publish({ id: "missed-earlier" });
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      await subject.clock.advance(1000);
      await subject.store.enableEndpoint(subject.org, endpoint.id, now());
      await publish({ id: "pending-then" });
      await subject.clock.advance(1000);
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      await publish({ id: "missed" });
      const { work } = await subject.store.enableEndpoint(subject.org, endpoint.id, now(), {
        taskId: "task_1",
      });
      expect(work.tasks).toBe(true);
      await finishTasks();
      for (const id of ["pending-then", "missed"]) expect(await triggersOf(id)).toEqual(["event", "recover"]);
      for (const id of ["failed-before", "missed-earlier"]) expect(await triggersOf(id)).toEqual(["event"]);
    });

    test("goes on with what an earlier one had not come to when the endpoint was disabled again", async () => {
      const endpoint = await create({ spec: { ordered: true } });
      const disable = () => subject.store.disableEndpoint(subject.org, endpoint.id, "gone", now());
      const enable = (taskId: string | null) =>
        subject.store.enableEndpoint(subject.org, endpoint.id, now(), taskId === null ? null : { taskId });
      await disable();
      await Promise.all(Array.from({ length: 300 }, (_, n) => publish({ id: `e${n}` })));
      for (const taskId of ["task_1", "task_2"]) {
        await subject.clock.advance(1000);
        await enable(taskId);
        await subject.store.continueTasks(now());
        await disable();
      }
      await publish({ id: "last" });
      await subject.clock.advance(1000);
      await enable("task_3");
      await finishTasks();
      expect((await subject.store.getTask(subject.org, "task_3")).progress).toEqual({
        matched: 301,
        queued: 301,
        skipped: 0,
      });
      expect((await triggersOf("e299")).at(-1)).toBe("recover");
    });

    test("leaves alone what was left when the endpoint was since enabled without", async () => {
      const endpoint = await create();
      const disable = () => subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      await disable();
      await publish({ id: "left" });
      await subject.clock.advance(1000);
      await subject.store.enableEndpoint(subject.org, endpoint.id, now(), { taskId: "task_1" });
      await disable();
      await subject.clock.advance(1000);
      await subject.store.enableEndpoint(subject.org, endpoint.id, now());
      await subject.clock.advance(1000);
      await disable();
      await subject.store.enableEndpoint(subject.org, endpoint.id, now(), { taskId: "task_2" });
      await finishTasks();
      expect(await triggersOf("left")).toEqual(["event"]);
    });

    test("of an endpoint that is not disabled begins nothing", async () => {
      const endpoint = await create();
      await subject.store.enableEndpoint(subject.org, endpoint.id, now(), { taskId: "task_1" });
      expect((await refusal(subject.store.getTask(subject.org, "task_1"))).code).toBe("not_found");
    });
  });
}
