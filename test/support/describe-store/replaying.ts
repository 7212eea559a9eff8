import { describe, expect, test } from "bun:test";
import type { ReplayRequest } from "../../../src/domain/task.ts";
import { toIso } from "../../../src/domain/time.ts";
import { anAttemptResult } from "../a-store.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Sending again: replay. */
export function describeReplaying(subject: StoreUnderTest): void {
  const { create, publish, record, deliveriesOf, finishTasks, finishChores, now } = subject;

  const asked = (over: Partial<ReplayRequest> = {}) => ({
    kind: "replay" as const,
    request: { since: toIso(0), until: null, eventTypes: null, onlyMissing: true, ...over },
  });

  /** Runs the task to its end, and says how far it came. */
  async function replay(endpointId: string, over: Partial<ReplayRequest> = {}) {
    const counted = await subject.store.previewTask(subject.org, endpointId, asked(over), now());
    await subject.store.startTask(subject.org, endpointId, {
      id: "task_1",
      asked: asked(over),
      nowMs: now(),
    });
    await finishTasks();
    const { status, progress } = await subject.store.getTask(subject.org, "task_1");
    expect(status).toBe("done");
    expect(progress).toEqual(counted);
    return progress;
  }

  const got = async (id: string, endpointId: string) =>
    (await deliveriesOf(id)).filter((one) => one.endpointId === endpointId).map(({ trigger }) => trigger);

  describe("replay", () => {
    test("delivers events from before the endpoint existed, oldest first", async () => {
      for (const id of ["e1", "e2", "e3"]) await publish({ id });
      const endpoint = await create();
      expect(await replay(endpoint.id)).toEqual({ matched: 3, queued: 3, skipped: 0 });
      const { data } = await subject.store.listDeliveries(subject.org, {}, { limit: 9, cursor: null });
      expect(data.map(({ eventId, trigger }) => [eventId, trigger])).toEqual(
        ["e3", "e2", "e1"].map((id) => [id, "replay"]),
      );
    });

    test("skips what has a delivery to the endpoint, unless all are asked for", async () => {
      await publish({ id: "before" });
      const endpoint = await create();
      await record(onlyDue(await publish({ id: "after" })), anAttemptResult());
      expect(await replay(endpoint.id)).toEqual({ matched: 2, queued: 1, skipped: 1 });
      expect(await got("after", endpoint.id)).toEqual(["event"]);
      const all = asked({ onlyMissing: false });
      await subject.store.startTask(subject.org, endpoint.id, { id: "task_2", asked: all, nowMs: now() });
      await finishTasks();
      expect(await got("after", endpoint.id)).toEqual(["replay", "event"]);
      expect(await got("before", endpoint.id)).toEqual(["replay", "replay"]);
    });

    test("takes what the endpoint subscribes to, and of that the types that are asked for", async () => {
      for (const type of ["message.delivered", "message.read.late", "order.paid"])
        await publish({ id: type.replaceAll(".", "-"), type });
      const endpoint = await create({ spec: { eventTypes: ["message.*"] } });
      const matched = async (eventTypes: string[] | null) =>
        (await subject.store.previewTask(subject.org, endpoint.id, asked({ eventTypes }), now())).matched;
      expect(await matched(null)).toBe(2);
      expect(await matched(["*"])).toBe(2);
      expect(await matched(["message.read.*"])).toBe(1);
      expect(await matched(["order.paid"])).toBe(0);
      await replay(endpoint.id, { eventTypes: ["message.delivered"] });
      expect(await got("message-delivered", endpoint.id)).toEqual(["replay"]);
      expect(await got("message-read-late", endpoint.id)).toEqual([]);
    });

    test("takes what the endpoint's filter lets through today", async () => {
      for (const n of [1, 2, 3]) await publish({ id: `e${n}`, data: `{"n":${n}}` });
      const endpoint = await create({ spec: { filter: { n: { $gte: 2 } } } });
      expect(await replay(endpoint.id)).toEqual({ matched: 2, queued: 2, skipped: 0 });
      expect(await got("e1", endpoint.id)).toEqual([]);
      expect(await got("e2", endpoint.id)).toEqual(["replay"]);
    });

    test("and recover pass over events whose data was erased", async () => {
      const endpoint = await create();
      await publish({ id: "e1" });
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      await subject.store.enableEndpoint(subject.org, endpoint.id, now());
      await subject.store.eraseEvent(subject.org, "e1", now());
      const other = await create();
      expect(await replay(other.id)).toEqual({ matched: 0, queued: 0, skipped: 0 });
      const request = { since: toIso(0), until: null, statuses: ["failed" as const, "canceled" as const] };
      const recovery = { kind: "recover" as const, request };
      expect(await subject.store.previewTask(subject.org, endpoint.id, recovery, now())).toEqual({
        matched: 1,
        queued: 0,
        skipped: 1,
      });
    });

    test("never takes events for other endpoints, those not yet due, tests, and operational ones", async () => {
      const other = await create();
      await publish({ id: "targeted", endpointReferences: [other.id] });
      await publish({ id: "later", deliverAtMs: now() + 60_000 });
      const { endpoint: key } = await subject.store.findTarget(subject.org, other.id);
      const content = { id: "test", type: "webhook.test", data: "{}", timestampMs: 0, createdAtMs: now() };
      await subject.store.recordTest({
        deliveryId: "dlv_test",
        event: content,
        attempt: anAttemptResult(),
        endpoint: key,
        nowMs: now(),
      });
      await subject.store.disableEndpoint(subject.org, other.id, "manual", now());
      const endpoint = await create({ spec: { eventTypes: ["*", "webhook.test", "posthorn.*"] } });
      expect(await replay(endpoint.id)).toEqual({ matched: 0, queued: 0, skipped: 0 });
      for (const id of ["targeted", "later", "test"]) expect(await got(id, endpoint.id)).toEqual([]);
    });

    test("takes the time that it is asked for, and nothing accepted after its beginning", async () => {
      await publish({ id: "early" });
      await subject.clock.advance(1000);
      const since = toIso(now());
      await publish({ id: "within" });
      await subject.clock.advance(1000);
      const until = toIso(now());
      await publish({ id: "late" });
      const endpoint = await create();
      expect(await replay(endpoint.id, { since, until })).toMatchObject({ queued: 1 });
      expect(await got("within", endpoint.id)).toEqual(["replay"]);
      const rest = asked({ since });
      await subject.store.startTask(subject.org, endpoint.id, { id: "task_2", asked: rest, nowMs: now() });
      await publish({ id: "meanwhile" });
      await finishTasks();
      expect(await got("meanwhile", endpoint.id)).toEqual(["event"]);
      expect(await got("late", endpoint.id)).toEqual(["replay"]);
    });

    test("waits for the rest of a large fan-out, whose deliveries are not missing", async () => {
      for (let n = 0; n < 1001; n++) void create({ id: `ep_${n}`, endpointsMax: 2000 });
      const endpoint = await create({ endpointsMax: 2000 });
      await publish({ id: "e1" });
      await subject.store.startTask(subject.org, endpoint.id, { id: "t", asked: asked(), nowMs: now() });
      const preview = subject.store.previewTask(subject.org, endpoint.id, asked(), now());
      expect((await refusal(preview)).code).toBe("unavailable");
      await finishTasks();
      await finishChores();
      await finishTasks();
      expect(await subject.store.getTask(subject.org, "t")).toMatchObject({
        status: "done",
        progress: { matched: 1, queued: 0, skipped: 1 },
      });
    });

    test("queues nothing to a disabled endpoint", async () => {
      const endpoint = await create();
      await subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now());
      const start = subject.store.startTask(subject.org, endpoint.id, {
        id: "t",
        asked: asked(),
        nowMs: now(),
      });
      expect((await refusal(start)).code).toBe("endpoint_disabled");
    });
  });
}
