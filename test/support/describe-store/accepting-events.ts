import { describe, expect, test } from "bun:test";
import { AppError } from "../../../src/domain/app-error.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** What an accepted event leaves in the store, and what it hands over to the engine. */
export function describeAcceptingEvents(subject: StoreUnderTest): void {
  const { create, publish, deliveriesOf, finishChores, now } = subject;

  describe("accepting events", () => {
    test("an event makes one delivery for each endpoint that subscribed, and hands them over at once", async () => {
      const wanted = await create({ spec: { eventTypes: ["message.*"] } });
      await create({ spec: { eventTypes: ["order.created"] } });
      const accepted = await publish({ type: "message.delivered", id: "e1" });
      expect(accepted.published).toMatchObject({ id: "e1", deliveries: 1, canceled: 0, duplicate: false });
      expect(onlyDue(accepted).event).toMatchObject({
        id: "e1",
        type: "message.delivered",
        data: '{"n":1}',
      });
      expect(await deliveriesOf("e1")).toMatchObject([
        { endpointId: wanted.id, status: "pending", attemptCount: 0 },
      ]);
    });

    // Who gets it, subscription and filter, is fixed at publication.
    test("an event makes no delivery for an endpoint whose filter it does not pass, also after a restart", async () => {
      const vip = await create({ spec: { filter: { vip: true } } });
      const any = await create();
      const recipientsOf = async (id: string) =>
        (await deliveriesOf(id)).map(({ endpointId }) => endpointId).sort();
      for (const restart of [async () => {}, subject.reopen]) {
        await restart();
        const [plain, special] = [`plain ${crypto.randomUUID()}`, `vip ${crypto.randomUUID()}`];
        expect((await publish({ id: plain, data: '{"vip":false}' })).published.deliveries).toBe(1);
        expect((await publish({ id: special, data: '{"vip":true}' })).published.deliveries).toBe(2);
        expect(await recipientsOf(plain)).toEqual([any.id]);
        expect(await recipientsOf(special)).toEqual([any.id, vip.id].sort());
      }
    });

    test("a filter that changes counts from the next event on, and not if the change fails", async () => {
      const { id } = await create({ spec: { filter: { n: 1 } } });
      const update = (filter: { n: number }, fails: boolean) =>
        subject.store.updateEndpoint(
          subject.org,
          id,
          (spec) => {
            if (fails) throw new AppError("validation_failed", "no");
            return { ...spec, filter };
          },
          now(),
        );
      const deliveries = async () => (await publish({ data: '{"n":2}' })).published.deliveries;
      expect(await deliveries()).toBe(0);
      await refusal(update({ n: 2 }, true));
      expect(await deliveries()).toBe(0);
      await update({ n: 2 }, false);
      expect(await deliveries()).toBe(1);
    });

    test("an event that nobody wants is stored all the same", async () => {
      const { published } = await publish({ id: "lonely" });
      expect(published.deliveries).toBe(0);
      expect(await subject.store.getEvent(subject.org, "lonely")).toMatchObject({
        id: "lonely",
        data: { n: 1 },
      });
    });

    test("a repeated id stores and sends nothing and answers with the first event", async () => {
      await create();
      const first = await publish({ id: "e1", data: '{"first":true}' });
      subject.clock.stepWall(5000);
      const second = await publish({ id: "e1", type: "other.type", data: '{"second":true}' });
      expect(second.published).toEqual({ ...first.published, duplicate: true });
      expect(second.work.due).toEqual([]);
      expect(await deliveriesOf("e1")).toHaveLength(1);
      expect((await subject.store.getEvent(subject.org, "e1")).data).toEqual({ first: true });
      await subject.reopen();
      expect((await publish({ id: "e1" })).published).toEqual(second.published);
    });

    test("two publishers of one id in the same moment make one event", async () => {
      const both = await Promise.all([publish({ id: "e1" }), publish({ id: "e1" })]);
      expect(both.map(({ published }) => published.duplicate)).toEqual([false, true]);
    });

    test("an event for named endpoints goes to just those, whatever they subscribe to", async () => {
      await create({ spec: { eventTypes: ["*"] } });
      const named = await create({ spec: { eventTypes: ["never.this"], uid: "crm" } });
      await publish({ id: "e1", endpointReferences: ["crm", named.id] });
      expect(await deliveriesOf("e1")).toMatchObject([{ endpointId: named.id }]);
    });

    test("an unknown named endpoint is refused at its path and leaves nothing behind", async () => {
      const known = await create();
      const error = await refusal(publish({ id: "e1", endpointReferences: [known.id, "ep_unknown"] }));
      expect(error.code).toBe("validation_failed");
      expect(error.errors[0]?.path).toBe("endpointIds.1");
      expect((await refusal(subject.store.getEvent(subject.org, "e1"))).code).toBe("not_found");
    });

    test("a disabled endpoint gets a delivery that is canceled from the start", async () => {
      const { id } = await create();
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      const { published, work } = await publish({ id: "e1" });
      expect(published).toMatchObject({ deliveries: 0, canceled: 1 });
      expect(work.due).toEqual([]);
      expect(await deliveriesOf("e1")).toMatchObject([{ status: "canceled", reason: "endpoint_disabled" }]);
    });

    test("an event for later waits until its time", async () => {
      await create();
      const { work } = await publish({ id: "e1", deliverAtMs: now() + 60_000 });
      expect(work.due).toEqual([]);
      const [waiting] = work.waiting;
      expect(waiting?.dueAtMs).toBe(now() + 60_000);
      const request = { endpoint: waiting?.endpoint ?? 0, share: "first", limit: 10 } as const;
      const early = await subject.store.claimDue({ ...request, nowMs: now() + 59_999 });
      expect(early).toEqual({ due: [], nextDueAtMs: now() + 60_000 });
      expect((await subject.store.claimDue({ ...request, nowMs: now() + 60_000 })).due).toHaveLength(1);
    });

    test("a fan-out larger than one transaction is acknowledged exactly and finished in steps, across a restart", async () => {
      const count = 2300;
      await Promise.all(Array.from({ length: count }, () => create({ endpointsMax: 10_000 })));
      const { published, work } = await publish({ id: "wide" });
      expect(published.deliveries).toBe(count);
      expect(work.chores).toBe(true);
      await subject.reopen();
      expect((await subject.store.findWaiting(now())).chores).toBe(true);
      await finishChores();
      expect((await subject.store.getEvent(subject.org, "wide")).deliveries.pending).toBe(count);
      const endpoints = new Set((await allDeliveries("wide")).map(({ endpointId }) => endpointId));
      expect(endpoints.size).toBe(count);
    });

    async function allDeliveries(eventId: string) {
      const all = [];
      for (let cursor: string | null = null; ; ) {
        const page = await subject.store.listDeliveries(subject.org, { eventId }, { limit: 100, cursor });
        all.push(...page.data);
        if (page.nextCursor === null) return all;
        cursor = page.nextCursor;
      }
    }
  });
}
