import { describe, expect, test } from "bun:test";
import { toIso } from "../../../src/domain/time.ts";
import { anAttemptResult } from "../a-store.ts";
import { firstPage, refusal, type StoreUnderTest } from "./store-under-test.ts";

const asked = {
  kind: "replay" as const,
  request: { since: toIso(0), until: null, eventTypes: null, onlyMissing: true },
};

/** What recoveries and replays have in common. */
export function describeTasks(subject: StoreUnderTest): void {
  const { create, publish, record, finishTasks, now } = subject;

  async function publishMany(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, (_, n) => publish({ id: `e${n}` })));
  }
  const start = (endpointId: string, id = "task_1") =>
    subject.store.startTask(subject.org, endpointId, { id, asked, nowMs: now() });
  const read = (id = "task_1") => subject.store.getTask(subject.org, id);

  /** Sends what waits behind live traffic, as far as it is due. */
  async function drain(endpointId: string, limit: number): Promise<number> {
    const { endpoint } = await subject.store.findTarget(subject.org, endpointId);
    const { due } = await subject.store.claimDue({ endpoint, share: "bulk", limit, nowMs: now() });
    await Promise.all(due.map((one) => record(one, anAttemptResult())));
    return due.length;
  }

  describe("a task", () => {
    test("queues a bounded number ahead of what the endpoint drains, and goes on when part of it is gone", async () => {
      await publishMany(2300);
      const { id } = await create();
      await start(id);
      await finishTasks();
      expect(await read()).toMatchObject({ status: "running", progress: { queued: 1000 } });
      await drain(id, 200);
      await finishTasks();
      expect(await read()).toMatchObject({ progress: { queued: 1000 } });
      await drain(id, 100);
      await finishTasks();
      expect(await read()).toMatchObject({ progress: { queued: 1250 } });
      for (let sent = 300; sent < 2300; ) {
        sent += await drain(id, 1000);
        await finishTasks();
      }
      expect(await read()).toMatchObject({ status: "done", completedAt: toIso(now()) });
      const { data } = await subject.store.listDeliveries(subject.org, { status: "pending" }, firstPage);
      expect(data).toEqual([]);
    });

    test("goes on where it was after a restart, and queues nothing twice", async () => {
      await publishMany(600);
      const { id } = await create();
      await start(id);
      await subject.store.continueTasks(now());
      expect(await read()).toMatchObject({ status: "running", progress: { queued: 250 } });
      await subject.reopen();
      expect((await subject.store.findWaiting(now())).tasks).toBe(true);
      await finishTasks();
      expect(await read()).toMatchObject({ status: "done", progress: { matched: 600, queued: 600 } });
      const events = new Set<string>();
      while ((await drain(id, 1000)) > 0);
      for (let cursor: string | null = null; ; ) {
        const page = await subject.store.listDeliveries(subject.org, {}, { limit: 100, cursor });
        for (const { eventId } of page.data) {
          expect(events.has(eventId)).toBe(false);
          events.add(eventId);
        }
        cursor = page.nextCursor;
        if (cursor === null) break;
      }
      expect(events.size).toBe(600);
      expect((await subject.store.findWaiting(now())).tasks).toBe(false);
    });

    test("that is canceled queues nothing more, and what is queued stays", async () => {
      await publishMany(600);
      const { id } = await create();
      await start(id);
      await subject.store.continueTasks(now());
      const step = subject.store.continueTasks(now());
      const canceled = await subject.store.cancelTask(subject.org, "task_1", now());
      expect(canceled.task).toMatchObject({ status: "canceled", completedAt: toIso(now()) });
      await step;
      await finishTasks();
      const after = await read();
      expect(after.status).toBe("canceled");
      expect(await drain(id, 1000)).toBe(after.progress.queued);
      expect((await subject.store.cancelTask(subject.org, "task_1", now() + 5)).task).toEqual(after);
    });

    test("fails when its endpoint is disabled, also if that is enabled again before its next step", async () => {
      await publishMany(300);
      const { id } = await create();
      await start(id);
      await subject.store.continueTasks(now());
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      await finishTasks();
      expect(await read()).toMatchObject({ status: "failed", progress: { queued: 250 } });
      expect(await drain(id, 1000)).toBe(0);
    });

    test("goes with its endpoint", async () => {
      await publishMany(300);
      const { id } = await create();
      await start(id);
      await subject.store.deleteEndpoint(subject.org, id, now());
      expect((await refusal(read())).code).toBe("not_found");
      expect((await subject.store.listTasks(subject.org, {}, firstPage)).data).toEqual([]);
      await finishTasks();
      await subject.finishChores();
      expect((await subject.store.findWaiting(now())).tasks).toBe(false);
    });

    test("takes turns with those of other endpoints", async () => {
      await publishMany(600);
      const [one, two] = [await create(), await create()];
      await start(one.id, "task_1");
      await start(two.id, "task_2");
      for (let step = 0; step < 2; step++) await subject.store.continueTasks(now());
      for (const id of ["task_1", "task_2"]) expect((await read(id)).progress.queued).toBe(250);
    });

    test("is refused where too many run for the endpoint", async () => {
      const { id } = await create();
      for (let n = 0; n < 20; n++) await start(id, `task_${n}`);
      expect((await refusal(start(id, "task_20"))).code).toBe("limit_reached");
      await finishTasks();
      await start(id, "task_20");
    });

    test("is listed newest first, by endpoint and status", async () => {
      const [one, two] = [await create({ spec: { uid: "crm" } }), await create()];
      await start(one.id, "task_1");
      await finishTasks();
      await start(two.id, "task_2");
      const list = async (filter: Parameters<typeof subject.store.listTasks>[1]) =>
        (await subject.store.listTasks(subject.org, filter, firstPage)).data.map(({ id }) => id);
      expect(await list({})).toEqual(["task_2", "task_1"]);
      expect(await list({ endpointId: "crm" })).toEqual(["task_1"]);
      expect(await list({ status: "running" })).toEqual(["task_2"]);
      expect(await list({ endpointId: "nobody" })).toEqual([]);
    });
  });
}
