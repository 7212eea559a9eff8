import { describe, expect, test } from "bun:test";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { onlyDue, type StoreUnderTest } from "./store-under-test.ts";

/** Which due deliveries are handed out, in which order, and how often. */
export function describeClaiming(subject: StoreUnderTest): void {
  const { create, publish, claim, now } = subject;

  describe("claiming", () => {
    test("a delivery is claimed once, until it is released", async () => {
      await create();
      const due = onlyDue(await publish());
      expect((await claim(due)).due).toEqual([]);
      subject.store.release([due.key]);
      expect((await claim(due)).due.map(({ key }) => key)).toEqual([due.key]);
    });

    test("due deliveries come earliest first, and what is left is announced", async () => {
      await create();
      const dues = [];
      for (let n = 0; n < 3; n++) {
        dues.push(onlyDue(await publish({ id: `e${n}` })));
        subject.clock.stepWall(10);
      }
      subject.store.release(dues.map(({ key }) => key));
      const { due, nextDueAtMs } = await claim(dues[0] as DueDelivery, 2);
      expect(due.map(({ event }) => event.id)).toEqual(["e0", "e1"]);
      expect(nextDueAtMs).toBeLessThanOrEqual(now());
    });

    test("a restart ends all claims: what is pending is due again", async () => {
      await create();
      const due = onlyDue(await publish());
      await subject.reopen();
      expect((await subject.store.findWaiting(now())).waiting).toMatchObject([
        { endpoint: due.endpoint, dueAtMs: due.dueAtMs },
      ]);
      expect((await claim(due)).due).toHaveLength(1);
    });

    test("a wall clock that steps back delays no first attempt", async () => {
      await create();
      const due = onlyDue(await publish());
      subject.clock.stepWall(-3_600_000);
      subject.store.release([due.key]);
      expect((await claim(due)).due).toHaveLength(1);
      await subject.reopen();
      expect((await subject.store.findWaiting(now())).waiting[0]?.dueAtMs).toBeLessThanOrEqual(now());
      expect((await claim(due)).due).toHaveLength(1);
    });

    test("a wall clock that steps back brings no scheduled event forward", async () => {
      await create();
      const soon = await publish({ id: "soon" });
      await publish({ id: "later", deliverAtMs: now() + 1000 });
      subject.clock.stepWall(-3_600_000);
      subject.store.release([onlyDue(soon).key]);
      const { due, nextDueAtMs } = await claim(onlyDue(soon));
      expect(due.map(({ event }) => event.id)).toEqual(["soon"]);
      expect(nextDueAtMs).toBe(now() + 3_601_000);
    });

    test("what comes after a disable is claimed while its steps are under way, whatever the wall clock does", async () => {
      const { id } = await create();
      const made = await Promise.all(Array.from({ length: 2500 }, (_, n) => publish({ id: `e${n}` })));
      subject.store.release(made.flatMap(({ work }) => work.due.map(({ key }) => key)));
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      const claimed = async (due: DueDelivery) => {
        subject.store.release([due.key]);
        return (await claim(due)).due.map(({ event }) => event.id);
      };
      expect(await claimed(onlyDue(await publish({ id: "after" })))).toEqual(["after"]);
      subject.clock.stepWall(-3_600_000);
      expect(await claimed(onlyDue(await publish({ id: "back" })))).toEqual(["back"]);
      expect((await subject.store.findWaiting(now())).waiting).toHaveLength(1);
      await subject.finishChores();
      expect(await claimed(onlyDue(await publish({ id: "done" })))).toEqual(["done"]);
    });

    test("nothing of a disabled endpoint can be claimed", async () => {
      const { id } = await create();
      const due = onlyDue(await publish());
      subject.store.release([due.key]);
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(await claim(due)).toEqual({ due: [], nextDueAtMs: null });
    });
  });
}
