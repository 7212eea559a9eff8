import { describe, expect, test } from "bun:test";
import type { NewEvent } from "../../../src/store/event-verbs.ts";
import { anEvent } from "../a-store.ts";
import { firstPage, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Events that arrive together: one transaction, each judged on its own. */
export function describeAcceptingBatches(subject: StoreUnderTest): void {
  const { create, deliveriesOf, finishChores, now } = subject;

  function publishAll(over: readonly Partial<NewEvent>[], spacingMs: number | null = null) {
    const events = over.map((one) => anEvent({ nowMs: now(), ...one }));
    return subject.store.acceptEvents(subject.org, { events, spacingMs });
  }

  async function dueTimesOf(eventIds: readonly string[]): Promise<(number | null)[]> {
    const found = await Promise.all(eventIds.map((id) => deliveriesOf(id)));
    return found.map(([delivery]) => {
      const at = delivery?.nextAttemptAt ?? null;
      return at === null ? null : Date.parse(at) - now();
    });
  }

  describe("accepting a batch", () => {
    test("each event is judged on its own, in its place", async () => {
      await create();
      const { results, work } = await publishAll([
        { id: "a" },
        { id: "b", endpointReferences: ["ep_unknown"] },
        { id: "a", data: '{"second":true}' },
        { id: "c" },
      ]);
      expect(results).toMatchObject([
        { published: { id: "a", duplicate: false, deliveries: 1 } },
        { refusal: { code: "validation_failed", errors: [{ path: "endpointIds.0" }] } },
        { published: { id: "a", duplicate: true, deliveries: 1 } },
        { published: { id: "c", duplicate: false, deliveries: 1 } },
      ]);
      expect(work.due.map(({ event }) => event.id)).toEqual(["a", "c"]);
      expect((await refusal(subject.store.getEvent(subject.org, "b"))).code).toBe("not_found");
      expect(await subject.store.getEvent(subject.org, "a")).toMatchObject({ data: { n: 1 } });
    });

    test("the i-th new event is due i times the spacing from now: repeated and refused ones take no turn", async () => {
      await create();
      await publishAll([{ id: "known" }]);
      await publishAll(
        [
          { id: "a" },
          { id: "known" },
          { id: "b" },
          { id: "refused", endpointReferences: ["ep_unknown"] },
          { id: "c" },
        ],
        1000,
      );
      expect(await dueTimesOf(["a", "b", "c"])).toEqual([0, 1000, 2000]);
    });

    test("an event's own later time wins over its turn", async () => {
      await create();
      await publishAll([{ id: "a" }, { id: "b", deliverAtMs: now() + 500 }, { id: "c" }], 1000);
      await publishAll([{ id: "d", deliverAtMs: now() + 9000 }, { id: "e" }], 1000);
      expect(await dueTimesOf(["a", "b", "c", "d", "e"])).toEqual([0, 1000, 2000, 9000, 1000]);
    });

    test("a last event beyond 30 days refuses the batch and stores nothing of it", async () => {
      const dayMs = 24 * 3600_000;
      await create();
      await publishAll([{ id: "a" }, { id: "b" }], 30 * dayMs);
      expect(await dueTimesOf(["a", "b"])).toEqual([0, 30 * dayMs]);
      const error = await refusal(publishAll([{ id: "c" }, { id: "d" }], 30 * dayMs + 1));
      expect([error.code, error.errors[0]?.path]).toEqual(["validation_failed", "throttlePerHour"]);
      expect((await refusal(subject.store.getEvent(subject.org, "c"))).code).toBe("not_found");
    });

    test("one endpoint gets no more handed over at once than the engine could start soon", async () => {
      const { id } = await create();
      const { results, work } = await publishAll(Array.from({ length: 1000 }, (_, i) => ({ id: `e${i}` })));
      expect(results).toHaveLength(1000);
      expect(work.chores).toBe(false);
      expect(work.due).toHaveLength(192);
      expect(work.waiting).toHaveLength(808);
      const { data } = await subject.store.listDeliveries(subject.org, { endpointId: id }, firstPage);
      expect(data[0]?.eventId).toBe("e999");
    });

    test("a fan-out larger than one transaction is counted exactly and finished in steps, across a restart", async () => {
      for (const _ of Array(3)) await create({ spec: { eventTypes: ["wide"] } });
      await create({ spec: { eventTypes: ["narrow"] } });
      const events = Array.from({ length: 1000 }, (_, i) => ({
        id: `e${i}`,
        type: i % 2 === 0 ? "wide" : "narrow",
      }));
      const { results, work } = await publishAll(events);
      const counts = results.map((result) => ("published" in result ? result.published.deliveries : null));
      expect(counts).toEqual(events.map(({ type }) => (type === "wide" ? 3 : 1)));
      expect(work.chores).toBe(true);
      await subject.reopen();
      await finishChores();
      for (const { id, type } of [
        events[0],
        events[1],
        events[997],
        events[998],
        events[999],
      ] as typeof events) {
        expect([id, (await deliveriesOf(id)).length]).toEqual([id, type === "wide" ? 3 : 1]);
      }
      const first = await subject.store.listDeliveries(subject.org, { eventId: "e998" }, firstPage);
      const at = new Date(now()).toISOString();
      expect(first.data[0]).toMatchObject({ nextAttemptAt: at, createdAt: at });
    });

    test("what a fan-out makes later is due since the event was accepted", async () => {
      for (const _ of Array(3)) await create();
      await publishAll(Array.from({ length: 1000 }, (_, i) => ({ id: `e${i}` })));
      const acceptedAt = new Date(now()).toISOString();
      subject.clock.stepWall(5000);
      await finishChores();
      expect((await deliveriesOf("e999")).map(({ nextAttemptAt }) => nextAttemptAt)).toEqual(
        Array(3).fill(acceptedAt),
      );
    });
  });
}
