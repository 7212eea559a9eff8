import { describe, expect, test } from "bun:test";
import type { SweepPlace, Swept } from "../../../src/store/retention-verbs.ts";
import { aFailure, anAttemptResult, anEvent, anOrganization } from "../a-store.ts";
import { firstPage, onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

const dayMs = 24 * 3_600_000;
const nothing: Swept = { expired: 0, deliveries: 0, attempts: 0, events: 0, givenBackBytes: 0 };

/** What is deleted when (delivery.md, Retention). */
export function describeRetention(subject: StoreUnderTest): void {
  const { create, publish, record, claim, deliveriesOf, now } = subject;
  const passDays = (days: number) => subject.clock.stepWall(days * dayMs);

  async function sweep(over: { retentionDays?: number; nowMs?: number } = {}) {
    const total = { ...nothing };
    let steps = 0;
    for (let place: SweepPlace | null = null; ; ) {
      const wanted = { nowMs: now(), wallMs: now(), retentionDays: 30, ...over };
      const { next, swept }: { next: SweepPlace | null; swept: Swept } = await subject.store.sweep(
        wanted,
        place,
      );
      steps++;
      for (const name of Object.keys(total) as (keyof Swept)[]) total[name] += swept[name];
      if (next === null) return { ...total, steps };
      place = next;
    }
  }
  const eventIds = async () =>
    (await subject.store.listEvents(subject.org, {}, firstPage)).data.map(({ id }) => id).sort();

  describe("retention", () => {
    test("deletes what is older than its days with its deliveries and attempts, and nothing newer", async () => {
      await create();
      const due = onlyDue(await publish({ id: "old" }));
      await record(due, aFailure());
      await record(due, anAttemptResult());
      passDays(29);
      await record(onlyDue(await publish({ id: "new" })), anAttemptResult());
      expect(await sweep()).toMatchObject({ ...nothing });
      passDays(1.1);
      expect(await sweep()).toMatchObject({ events: 1, deliveries: 1, attempts: 2, expired: 0 });
      expect(await eventIds()).toEqual(["new"]);
      expect((await refusal(subject.store.getDelivery(subject.org, due.id))).code).toBe("not_found");
      expect((await subject.store.listAttempts(subject.org, {}, firstPage)).data).toHaveLength(1);
      expect(await sweep()).toMatchObject({ ...nothing });
    });

    test("keeps a delivery so long after its end, and its event as long", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      passDays(20);
      await record(due, anAttemptResult());
      passDays(20);
      expect(await sweep()).toMatchObject({ ...nothing });
      passDays(11);
      expect(await sweep()).toMatchObject({ deliveries: 1, events: 1 });
    });

    test("keeps an old event that was sent again", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await record(due, anAttemptResult());
      passDays(29);
      const again = await subject.store.resendDelivery(subject.org, due.id, {
        newDeliveryId: "dlv_again",
        nowMs: now(),
      });
      await record(onlyDue(again), anAttemptResult());
      passDays(2);
      expect(await sweep()).toMatchObject({ deliveries: 1, events: 0 });
      expect((await deliveriesOf("e1")).map(({ id }) => id)).toEqual(["dlv_again"]);
    });

    test("makes a delivery fail that is still pending 30 days after it was first due, however long things are kept", async () => {
      const { id } = await create();
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      await publish({ id: "at once", deliverAtMs: now() + 1000 });
      await publish({ id: "later", deliverAtMs: now() + 10 * dayMs });
      passDays(30.1);
      expect(await sweep({ retentionDays: 0 })).toMatchObject({ ...nothing, expired: 1 });
      expect(await deliveriesOf("at once")).toMatchObject([
        {
          status: "failed",
          reason: "expired",
          nextAttemptAt: null,
          completedAt: new Date(now()).toISOString(),
        },
      ]);
      expect(await deliveriesOf("later")).toMatchObject([{ status: "pending" }]);
      const window = { sinceMs: 0, untilMs: now() + dayMs };
      expect(await subject.store.getEndpointStatistics(subject.org, id, window, "hour")).toMatchObject({
        total: 2,
        failed: 1,
        pending: 1,
      });
    });

    test("leaves pending deliveries and their event alone until then, but not what the engine has in hand", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      passDays(29);
      expect(await sweep({ retentionDays: 1 })).toMatchObject({ ...nothing });
      passDays(2);
      expect(await sweep({ retentionDays: 1 })).toMatchObject({ ...nothing });
      subject.store.release([due.key]);
      expect(await sweep({ retentionDays: 1 })).toMatchObject({ ...nothing, expired: 1 });
      expect((await claim(due)).due).toEqual([]);
    });

    test("keeps everything for ever where the days are 0", async () => {
      await create();
      await record(onlyDue(await publish({ id: "e1" })), anAttemptResult());
      passDays(1000);
      expect(await sweep({ retentionDays: 0 })).toMatchObject({ ...nothing });
      expect(await eventIds()).toEqual(["e1"]);
    });

    test("goes by its own clock: one that is a year ahead deletes nothing", async () => {
      await create();
      await record(onlyDue(await publish({ id: "e1" })), anAttemptResult());
      const trustedMs = now() + dayMs;
      passDays(365);
      expect(await sweep({ nowMs: trustedMs })).toMatchObject({ ...nothing });
    });

    test("is not stopped by what was made while the clock was ahead", async () => {
      passDays(365);
      await publish({ id: "from the future" });
      passDays(-365);
      await publish({ id: "old" });
      passDays(31);
      expect(await sweep()).toMatchObject({ events: 1 });
      expect(await eventIds()).toEqual(["from the future"]);
    });

    test("frees the id of a deleted event", async () => {
      await publish({ id: "order-1" });
      passDays(31);
      await sweep();
      expect((await publish({ id: "order-1" })).published.duplicate).toBe(false);
    });

    test("works in small steps however much there is, over several organizations' turns", async () => {
      await create();
      for (let n = 0; n < 10; n++) {
        const accepted = await Promise.all(Array.from({ length: 100 }, () => publish()));
        await Promise.all(accepted.map((one) => record(onlyDue(one), anAttemptResult())));
      }
      passDays(31);
      const { steps, ...swept } = await sweep();
      expect(swept).toMatchObject({ events: 1000, deliveries: 1000, attempts: 1000 });
      expect(steps).toBeGreaterThan(8);
    });

    test("begins anew after a crash, and leaves nothing out", async () => {
      await create();
      const accepted = await Promise.all(Array.from({ length: 300 }, () => publish()));
      await Promise.all(accepted.map((one) => record(onlyDue(one), anAttemptResult())));
      passDays(31);
      let place: SweepPlace | null = null;
      for (let step = 0; step < 3; step++) {
        const wanted = { nowMs: now(), wallMs: now(), retentionDays: 30 };
        ({ next: place } = await subject.store.sweep(wanted, place));
      }
      await subject.reopen();
      const left = (await subject.store.listDeliveries(subject.org, {}, firstPage)).data.length;
      expect(left).toBeGreaterThan(0);
      expect((await sweep()).deliveries).toBeLessThan(300);
      expect((await subject.store.listDeliveries(subject.org, {}, firstPage)).data).toEqual([]);
      expect(await eventIds()).toEqual([]);
    });

    test("goes by each organization's own days: fewer, for ever, or the instance's", async () => {
      const { store } = subject;
      const kept = async (retentionDays: number | null) => {
        const { id } = await store.createOrganization(anOrganization({ nowMs: now() }));
        await store.updateOrganization(
          id,
          (current) => ({ ...current, settings: { ...current.settings, retentionDays } }),
          now(),
        );
        for (const days of [40, 10, 0]) {
          const nowMs = now() - days * dayMs;
          await store.acceptEvent(id, anEvent({ id: `${days} days old`, nowMs }));
        }
        return async () => (await store.listEvents(id, {}, firstPage)).data.map((event) => event.id);
      };
      const [short, forever, usual] = [await kept(1), await kept(0), await kept(null)];
      expect(await sweep()).toMatchObject({ events: 3 });
      expect(await short()).toEqual(["0 days old"]);
      expect(await forever()).toEqual(["0 days old", "10 days old", "40 days old"]);
      expect(await usual()).toEqual(["0 days old", "10 days old"]);
    });

    test("deletes tasks 30 days after their end at the earliest, and none that is under way", async () => {
      const { id } = await create();
      const begin = (taskId: string) =>
        subject.store.startTask(subject.org, id, {
          id: taskId,
          asked: {
            kind: "recover",
            request: { since: "2026-01-01T00:00:00.000Z", until: null, statuses: ["failed"] },
          },
          nowMs: now(),
        });
      const taskIds = async () =>
        (await subject.store.listTasks(subject.org, {}, firstPage)).data.map((task) => task.id);
      await begin("task_old");
      await begin("task_running");
      await subject.store.cancelTask(subject.org, "task_old", now());
      passDays(29);
      await begin("task_new");
      await subject.store.cancelTask(subject.org, "task_new", now());
      await sweep({ retentionDays: 1 });
      expect(await taskIds()).toEqual(["task_new", "task_running", "task_old"]);
      passDays(1.1);
      await sweep({ retentionDays: 0 });
      expect(await taskIds()).toContain("task_old");
      await sweep({ retentionDays: 1 });
      expect(await taskIds()).toEqual(["task_new", "task_running"]);
    });

    test("deletes entries of the audit log after 400 days at the earliest, in small steps", async () => {
      const { id } = await create();
      const audit = { keyId: "key_1", keyName: "ops", action: "endpoint.update", address: null } as const;
      const change = (disable: boolean) =>
        subject.store.attach(
          { organizationId: subject.org, nowMs: now(), audit, idempotency: null },
          (): Promise<unknown> =>
            disable
              ? subject.store.disableEndpoint(subject.org, id, "manual", now())
              : subject.store.enableEndpoint(subject.org, id, now()),
        );
      for (let n = 0; n < 600; n++) await change(n % 2 === 0);
      passDays(399);
      await change(true);
      const entries = async () => (await subject.store.listAuditLog(subject.org, {}, firstPage)).data.length;
      await sweep({ retentionDays: 1 });
      expect(await entries()).toBe(100);
      passDays(1.1);
      await sweep({ retentionDays: 500 });
      expect(await entries()).toBe(100);
      const { steps } = await sweep({ retentionDays: 1 });
      expect(steps).toBeGreaterThan(5);
      expect(await entries()).toBe(1);
    });

    test("keeps the counts of what it deletes, for 400 days", async () => {
      await create();
      await record(onlyDue(await publish()), anAttemptResult());
      const list = (interval: "hour" | "day") =>
        subject.store.listStatistics(subject.org, {
          of: "deliveries",
          interval,
          groupBy: "none",
          window: { sinceMs: now() - 500 * dayMs, untilMs: now() + dayMs },
        });
      passDays(398);
      expect(await sweep()).toMatchObject({ deliveries: 1, events: 1 });
      expect([await list("hour"), await list("day")]).toMatchObject([[{ total: 1 }], [{ total: 1 }]]);
      passDays(3);
      await sweep();
      expect([await list("hour"), await list("day")]).toEqual([[], []]);
    });

    test("does not make a restart count anew: what comes then is not taken for something canceled before", async () => {
      const { id } = await create();
      await publish();
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      passDays(31);
      // The event, and those that tell of the disabling and the enabling.
      expect(await sweep()).toMatchObject({ deliveries: 1, events: 3 });
      await subject.reopen();
      const due = onlyDue(await publish({ id: "e2" }));
      subject.store.release([due.key]);
      expect((await claim(due)).due).toHaveLength(1);
    });

    test("stores its clock across restarts", async () => {
      expect(await subject.store.readClock()).toBeNull();
      await subject.store.writeClock(1234);
      await subject.store.checkWritable(now());
      await subject.reopen();
      expect(await subject.store.readClock()).toBe(1234);
    });
  });
}
