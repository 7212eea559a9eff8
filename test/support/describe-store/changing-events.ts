import { describe, expect, test } from "bun:test";
import type { OrganizationId } from "../../../src/domain/id.ts";
import { aFailure, anAttemptResult } from "../a-store.ts";
import { firstPage, onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** What people do to an event: cancel what is pending of it, erase it, send it again. */
export function describeChangingEvents(subject: StoreUnderTest): void {
  const { create, publish, record, claim, deliveriesOf, finishChores, now } = subject;
  const cancel = (id: string) => subject.store.cancelEvent(subject.org, id, now());
  const erase = (id: string) => subject.store.eraseEvent(subject.org, id, now());
  const resend = (id: string, endpointReferences: string[] | null = null) =>
    subject.store.resendEvent(subject.org, id, { endpointReferences, nowMs: now() });
  const answered = (over = {}) =>
    anAttemptResult({ responseHeaders: { "x-name": "Ada" }, responseBody: "Ada", ...over });

  /** Wide enough that one step does not do. */
  async function publishWide(count: number) {
    await Promise.all(Array.from({ length: count }, () => create({ endpointsMax: 10_000 })));
    return publish({ id: "wide" });
  }

  describe("canceling an event", () => {
    test("ends what is pending of it, as canceled by hand, and nothing else", async () => {
      await create();
      await create();
      const { work } = await publish({ id: "e1" });
      const other = await publish({ id: "e2" });
      const [first, second] = work.due;
      await record(first as never, anAttemptResult());
      const canceled = await cancel("e1");
      expect(canceled.event).toMatchObject({
        id: "e1",
        deliveries: { pending: 0, succeeded: 1, canceled: 1 },
      });
      expect(canceled.work.changed).toEqual([second?.endpoint ?? 0]);
      expect(canceled.work.chores).toBe(false);
      expect((await deliveriesOf("e1")).map(({ status, reason }) => [status, reason]).sort()).toEqual([
        ["canceled", "manual"],
        ["succeeded", null],
      ]);
      expect((await deliveriesOf("e2")).map(({ status }) => status)).toEqual(["pending", "pending"]);
      expect(other.work.due).toHaveLength(2);
    });

    test("changes nothing where nothing is pending", async () => {
      await publish({ id: "e1" });
      expect(await cancel("e1")).toMatchObject({ work: { changed: [], chores: false } });
      expect((await refusal(cancel("unknown"))).code).toBe("not_found");
    });

    test("of a wide event is effective at once: what the steps have not reached is not claimed, not retried, not made", async () => {
      const { work } = await publishWide(2300);
      const [oldest] = work.due;
      const newest = work.due.at(-1);
      subject.store.release(work.due.map(({ key }) => key));
      expect((await cancel("wide")).work.chores).toBe(true);
      expect((await claim(newest as never)).due).toEqual([]);
      expect((await record(newest as never, aFailure())).status).toBe("canceled");
      await subject.reopen();
      expect((await claim(oldest as never)).due).toEqual([]);
      await finishChores();
      expect(await subject.store.getEvent(subject.org, "wide")).toMatchObject({
        deliveries: { pending: 0, canceled: 2300 },
      });
      const { data } = await subject.store.listDeliveries(subject.org, { eventId: "wide" }, firstPage);
      expect(new Set(data.map(({ reason }) => reason))).toEqual(new Set(["manual"]));
    });

    test("does not hold back what is sent again afterwards", async () => {
      await create();
      await publish({ id: "e1" });
      await cancel("e1");
      const again = onlyDue(await resend("e1"));
      subject.store.release([again.key]);
      expect((await claim(again)).due).toHaveLength(1);
    });
  });

  describe("erasing an event", () => {
    test("takes away its data, and what its attempts show of it", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1", data: '{"name":"Ada"}', tags: ["crm"] }));
      const attempt = answered();
      await record(due, attempt);
      await erase("e1");
      expect(await subject.store.getEvent(subject.org, "e1")).toMatchObject({
        id: "e1",
        data: null,
        deliveries: { succeeded: 1 },
      });
      const shown = await subject.store.getAttempt(subject.org, attempt.id);
      expect(shown).toMatchObject({ responseStatus: 200, responseHeaders: null, responseBody: null });
      expect(shown.request).toMatchObject({ headers: null, body: null });
      expect((await subject.store.getDelivery(subject.org, due.id)).request.body).toBeNull();
    });

    test("cancels what is pending, keeps the id taken, and leaves nothing to send again", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      expect((await erase("e1")).changed).toEqual([due.endpoint]);
      expect(await deliveriesOf("e1")).toMatchObject([{ status: "canceled", reason: "manual" }]);
      expect((await publish({ id: "e1" })).published.duplicate).toBe(true);
      expect((await refusal(resend("e1"))).code).toBe("validation_failed");
      const again = { newDeliveryId: "dlv_new", nowMs: now() };
      expect((await refusal(subject.store.resendDelivery(subject.org, due.id, again))).code).toBe(
        "validation_failed",
      );
      expect(await deliveriesOf("e1")).toHaveLength(1);
    });

    test("an attempt that was under way is recorded without what came back", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await erase("e1");
      const attempt = answered();
      expect((await record(due, attempt)).status).toBe("succeeded");
      expect(await subject.store.getAttempt(subject.org, attempt.id)).toMatchObject({
        responseHeaders: null,
        responseBody: null,
      });
    });

    test("of a wide event shows nothing any more at once, and the steps go on across a restart", async () => {
      const { work } = await publishWide(120);
      const attempts = work.due.map(() => answered());
      await Promise.all(work.due.map((due, at) => record(due, attempts[at] as never)));
      expect((await erase("wide")).chores).toBe(true);
      const page = await subject.store.listAttempts(subject.org, { eventId: "wide" }, firstPage);
      expect(page.data).toHaveLength(100);
      expect(page.data.filter(({ responseBody }) => responseBody !== null)).toEqual([]);
      await subject.reopen();
      await finishChores();
      const last = await subject.store.getAttempt(subject.org, attempts.at(-1)?.id ?? "");
      expect(last.responseBody).toBeNull();
    });

    test("of another organization's event, or of none, is not found", async () => {
      await publish({ id: "e1" });
      const stranger = "org_stranger" as OrganizationId;
      expect((await refusal(subject.store.eraseEvent(stranger, "e1", now()))).code).toBe("not_found");
      expect((await refusal(subject.store.cancelEvent(stranger, "e1", now()))).code).toBe("not_found");
      expect((await refusal(erase("e2"))).code).toBe("not_found");
    });
  });

  describe("sending an event again", () => {
    test("goes to whoever is subscribed now, with the full schedule, and leaves the old deliveries", async () => {
      const one = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await record(due, aFailure());
      const two = await create();
      await create({ spec: { eventTypes: ["other.type"] } });
      const { deliveries, work } = await resend("e1");
      expect(deliveries.map(({ endpointId, trigger }) => [endpointId, trigger])).toEqual([
        [one.id, "resend"],
        [two.id, "resend"],
      ]);
      expect(work.due.map(({ id, attemptCount }) => [id, attemptCount])).toEqual(
        deliveries.map(({ id }) => [id, 0]),
      );
      for (const delivery of deliveries) {
        const { request: _, ...read } = await subject.store.getDelivery(subject.org, delivery.id);
        expect(read).toEqual(delivery);
      }
      expect(await deliveriesOf("e1")).toHaveLength(3);
    });

    test("goes by the filters of those that are subscribed now", async () => {
      await publish({ id: "e1", data: '{"n":1}' });
      const wants = await create({ spec: { filter: { n: 1 } } });
      await create({ spec: { filter: { n: 2 } } });
      const { deliveries } = await resend("e1");
      expect(deliveries.map(({ endpointId }) => endpointId)).toEqual([wants.id]);
    });

    test("goes to just the named endpoints, each once, whatever they subscribe to", async () => {
      await create();
      const named = await create({ spec: { eventTypes: ["never.this"], uid: "crm" } });
      await publish({ id: "e1" });
      const { deliveries } = await resend("e1", ["crm", named.id]);
      expect(deliveries.map(({ endpointId }) => endpointId)).toEqual([named.id]);
      expect((await refusal(resend("e1", [named.id, "ep_unknown"]))).errors[0]?.path).toBe("endpointIds.1");
    });

    test("is refused for a named endpoint that is disabled, and queues nothing", async () => {
      const one = await create();
      const two = await create();
      await publish({ id: "e1" });
      await subject.store.disableEndpoint(subject.org, two.id, "manual", now());
      expect((await refusal(resend("e1", [one.id, two.id]))).code).toBe("endpoint_disabled");
      expect(await deliveriesOf("e1")).toHaveLength(2);
    });

    test("passes over disabled subscribers, and is refused when all are", async () => {
      const one = await create();
      const two = await create();
      await publish({ id: "e1" });
      await subject.store.disableEndpoint(subject.org, two.id, "manual", now());
      expect((await resend("e1")).deliveries.map(({ endpointId }) => endpointId)).toEqual([one.id]);
      await subject.store.disableEndpoint(subject.org, one.id, "manual", now());
      expect((await refusal(resend("e1"))).code).toBe("endpoint_disabled");
    });

    test("to more endpoints than a transaction takes is refused", async () => {
      await publishWide(1001);
      expect((await refusal(resend("wide"))).code).toBe("limit_reached");
      await finishChores();
    });
  });
}
