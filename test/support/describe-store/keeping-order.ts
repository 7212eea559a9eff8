import { describe, expect, test } from "bun:test";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { aFailure, anAttemptResult, anEvent } from "../a-store.ts";
import { firstPage, type StoreUnderTest } from "./store-under-test.ts";

const retry = { preset: "custom" as const, delaysSeconds: [10, 10] };

/** Whose turn it is at an ordered endpoint (Pace, `ordered`). */
export function describeKeepingOrder(subject: StoreUnderTest): void {
  const { create, publish, record, deliveriesOf, finishChores, now } = subject;

  const createOrdered = (over: Parameters<typeof create>[0] = {}) =>
    create({ ...over, spec: { ordered: true, retry, autoDisableAfter: null, ...over.spec } });
  const claimNext = (endpoint = 1) => subject.store.claimNext({ endpoint, nowMs: now() });
  const setOrdered = (id: string, ordered: boolean) =>
    subject.store.updateEndpoint(subject.org, id, (spec) => ({ ...spec, ordered }), now());

  /** The event whose turn it is; its delivery stays claimed. */
  async function nextEvent(endpoint = 1): Promise<string | null> {
    return (await claimNext(endpoint)).due?.event.id ?? null;
  }

  async function claimed(endpoint = 1): Promise<DueDelivery> {
    const { due } = await claimNext(endpoint);
    expect(due).not.toBeNull();
    return due as DueDelivery;
  }

  /** All that is due, in the order of its turns, each succeeding at once. */
  async function drain(endpoint = 1): Promise<string[]> {
    const events: string[] = [];
    for (let { due } = await claimNext(endpoint); due !== null; due = (await claimNext(endpoint)).due) {
      events.push(due.event.id);
      await record(due, anAttemptResult());
    }
    return events;
  }

  async function publishAll(...ids: string[]): Promise<void> {
    for (const id of ids) {
      await publish({ id });
      subject.clock.stepWall(1);
    }
  }

  describe("the turns of an ordered endpoint", () => {
    test("are not handed over with a publication, but looked for in the table", async () => {
      await createOrdered();
      const { work } = await publish({ id: "e1" });
      expect(work).toMatchObject({ due: [], waiting: [{ endpoint: 1, share: "first", dueAtMs: now() }] });
      expect(await nextEvent()).toBe("e1");
    });

    test("come one at a time, in the order of acceptance, also within a millisecond", async () => {
      await createOrdered();
      for (const id of ["e1", "e2", "e3"]) await publish({ id });
      const first = await claimed();
      expect(await claimNext()).toEqual({ due: null, nextDueAtMs: null });
      await record(first, anAttemptResult());
      expect([first.event.id, ...(await drain())]).toEqual(["e1", "e2", "e3"]);
      expect(await claimNext()).toEqual({ due: null, nextDueAtMs: null });
    });

    test("are kept by a delivery that waits for its retry: it holds those behind it", async () => {
      await createOrdered();
      await publishAll("e1", "e2");
      const { dueAtMs } = await record(await claimed(), aFailure());
      expect(await claimNext()).toEqual({ due: null, nextDueAtMs: dueAtMs });
      subject.clock.stepWall(10_000);
      const again = await claimed();
      expect([again.event.id, again.attemptCount]).toEqual(["e1", 1]);
      await record(again, anAttemptResult());
      expect(await nextEvent()).toBe("e2");
    });

    test("go on when a delivery has failed for good, and when it has been canceled", async () => {
      await createOrdered({ spec: { retry: { preset: "none", delaysSeconds: [] } } });
      await publishAll("e1", "e2", "e3");
      expect(await record(await claimed(), aFailure())).toMatchObject({ status: "failed" });
      const [second] = await deliveriesOf("e2");
      await subject.store.cancelDelivery(subject.org, second?.id ?? "", now());
      expect(await nextEvent()).toBe("e3");
    });

    test("go on when the event of the delivery has been canceled", async () => {
      await createOrdered();
      await publishAll("e1", "e2");
      await subject.store.cancelEvent(subject.org, "e1", now());
      expect(await nextEvent()).toBe("e2");
    });

    test("are the same after a restart, whatever was in flight or waited for a retry", async () => {
      await createOrdered();
      await publishAll("e1", "e2", "e3");
      await claimed();
      await subject.reopen();
      expect((await subject.store.findWaiting(now())).waiting).toMatchObject([{ endpoint: 1 }]);
      const { dueAtMs } = await record(await claimed(), aFailure());
      await subject.reopen();
      expect(await claimNext()).toEqual({ due: null, nextDueAtMs: dueAtMs });
      subject.clock.stepWall(10_000);
      expect(await drain()).toEqual(["e1", "e2", "e3"]);
    });

    test("are not held by an event for later, which has its place by its time", async () => {
      await createOrdered();
      const at = now() + 1000;
      await publish({ id: "later", deliverAtMs: at });
      await publishAll("e1");
      expect(await drain()).toEqual(["e1"]);
      expect(await claimNext()).toEqual({ due: null, nextDueAtMs: at });
      subject.clock.stepWall(900);
      await publishAll("e2");
      subject.clock.stepWall(900);
      await publishAll("e3");
      expect(await drain()).toEqual(["e2", "later", "e3"]);
    });

    test("stay as they were when a delivery that waits for its retry is resent: it is due now", async () => {
      await createOrdered();
      await publishAll("e1", "e2");
      const first = await claimed();
      await record(first, aFailure());
      await subject.store.resendDelivery(subject.org, first.id, { newDeliveryId: "dlv_new", nowMs: now() });
      expect(await drain()).toEqual(["e1", "e2"]);
    });

    test("put a pending delivery for later behind what is due when it is resent, and a new one at the end", async () => {
      await createOrdered();
      await publish({ id: "later", deliverAtMs: now() + 60_000 });
      await publishAll("e1");
      await drain();
      await publishAll("e2");
      for (const event of ["later", "e1"]) {
        const [{ id } = { id: "" }] = await deliveriesOf(event);
        await subject.store.resendDelivery(subject.org, id, { newDeliveryId: `dlv_${event}`, nowMs: now() });
        subject.clock.stepWall(1);
      }
      await publishAll("e3");
      expect(await drain()).toEqual(["e2", "later", "e1", "e3"]);
    });

    test("keep the place of a delivery that was made due and failed", async () => {
      await createOrdered();
      await publish({ id: "later", deliverAtMs: now() + 60_000 });
      const [{ id } = { id: "" }] = await deliveriesOf("later");
      await subject.store.resendDelivery(subject.org, id, { newDeliveryId: "dlv_new", nowMs: now() });
      await record(await claimed(), aFailure());
      subject.clock.stepWall(1);
      await publishAll("e1");
      expect(await nextEvent()).toBeNull();
    });

    test("do not change when the wall clock steps back", async () => {
      await createOrdered();
      await publishAll("e1");
      const first = await claimed();
      subject.clock.stepWall(-3_600_000);
      await publishAll("e2");
      await record(first, aFailure());
      await publishAll("e3");
      subject.clock.stepWall(10_000);
      expect(await drain()).toEqual(["e1", "e2", "e3"]);
    });

    test("are nobody's while the endpoint is paused or disabled", async () => {
      const { id } = await createOrdered();
      await publish({ id: "e1" });
      await subject.store.pauseEndpoint(subject.org, id, now());
      expect(await claimNext()).toEqual({ due: null, nextDueAtMs: null });
      await subject.store.resumeEndpoint(subject.org, id, now());
      expect(await nextEvent()).toBe("e1");
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(await claimNext()).toEqual({ due: null, nextDueAtMs: null });
    });

    test("wait, after a disable and an enable, for the attempt that was in flight", async () => {
      const { id } = await createOrdered();
      await publish({ id: "e1" });
      const first = await claimed();
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      await publish({ id: "e2" });
      expect(await nextEvent()).toBeNull();
      expect(await record(first, aFailure())).toMatchObject({ status: "canceled" });
      expect(await nextEvent()).toBe("e2");
    });
  });

  describe("an endpoint that is told to keep the order", () => {
    test("while deliveries wait for their retries, sends them by first due time, not by when they are due", async () => {
      const { id } = await createOrdered({ spec: { ordered: false } });
      const dues: DueDelivery[] = [];
      for (const event of ["e1", "e2", "e3"]) {
        dues.push(...(await publish({ id: event })).work.due);
        subject.clock.stepWall(1);
      }
      for (const due of dues.toReversed()) await record(due, aFailure());
      const { work } = await setOrdered(id, true);
      expect(work.changed).toEqual([1]);
      await publishAll("e4");
      expect(await nextEvent()).toBeNull();
      subject.clock.stepWall(10_000);
      expect(await drain()).toEqual(["e1", "e2", "e3", "e4"]);
    });

    test("while several are in flight, lets all of them end first", async () => {
      const { id } = await createOrdered({ spec: { ordered: false } });
      const dues = [...(await publish({ id: "e1" })).work.due, ...(await publish({ id: "e2" })).work.due];
      await setOrdered(id, true);
      await publish({ id: "e3" });
      for (const due of dues) {
        expect(await nextEvent()).toBeNull();
        await record(due, anAttemptResult());
      }
      expect(await nextEvent()).toBe("e3");
    });

    test("no longer, hands out what is due all at once", async () => {
      const { id } = await createOrdered();
      await publishAll("e1", "e2", "e3");
      await setOrdered(id, false);
      const { due } = await subject.store.claimDue({ endpoint: 1, share: "first", limit: 9, nowMs: now() });
      expect(due.map(({ event }) => event.id)).toEqual(["e1", "e2", "e3"]);
    });
  });

  describe("a large fan-out", () => {
    const wide = 620;
    const createMany = (spec: { eventTypes: string[] }) =>
      Promise.all(Array.from({ length: wide }, () => create({ endpointsMax: 9999, spec })));

    test("begins with the ordered endpoints, and no later event passes it there", async () => {
      await createMany({ eventTypes: ["*"] });
      const ordered = await createOrdered({ endpointsMax: 9999 });
      await publish({ id: "e1" });
      const own = await subject.store.listDeliveries(subject.org, { endpointId: ordered.id }, firstPage);
      expect(own.data).toMatchObject([{ eventId: "e1" }]);
      const behind = await publish({ id: "e2", endpointReferences: [ordered.id] });
      expect(behind).toMatchObject({ published: { deliveries: 1 }, work: { chores: true, waiting: [] } });
      await finishChores();
      await publish({ id: "e3", endpointReferences: [ordered.id] });
      expect(await drain(wide + 1)).toEqual(["e1", "e2", "e3"]);
    });

    test("of a batch keeps the batch's order there, whatever its types, and also behind another one", async () => {
      await createMany({ eventTypes: ["a.a"] });
      await createOrdered({ endpointsMax: 9999 });
      const ids = Array.from({ length: 12 }, (_, n) => `e${n}`);
      const eventOf = (id: string, n: number) =>
        anEvent({ id, type: n % 2 === 0 ? "a.a" : "b.b", nowMs: now() });
      const events = ids.map(eventOf);
      for (const some of [events.slice(0, 7), events.slice(7)]) {
        const { results } = await subject.store.acceptEvents(subject.org, { events: some, spacingMs: null });
        expect(results).toHaveLength(some.length);
      }
      const { chores, waiting } = await subject.store.findWaiting(now());
      expect([chores, waiting.length > 0]).toEqual([true, true]);
      await finishChores();
      expect(await drain(wide + 1)).toEqual(ids);
    });
  });
}
