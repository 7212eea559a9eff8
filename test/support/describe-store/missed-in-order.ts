import { describe, expect, test } from "bun:test";
import { anAttemptResult } from "../a-store.ts";
import type { StoreUnderTest } from "./store-under-test.ts";

/** Enabling an ordered endpoint with recover (Pace, `ordered`). */
export function describeMissedInOrder(subject: StoreUnderTest): void {
  const { create, publish, record, finishTasks, now } = subject;

  /** All that has its turn, each succeeding at once. */
  async function drain(): Promise<string[]> {
    const events: string[] = [];
    for (;;) {
      const { due } = await subject.store.claimNext({ endpoint: 1, nowMs: now() });
      if (due === null) return events;
      events.push(due.event.id);
      await record(due, anAttemptResult());
    }
  }

  async function missAndEnable(count: number): Promise<string[]> {
    const { id } = await create({ spec: { ordered: true } });
    await subject.store.disableEndpoint(subject.org, id, "manual", now());
    const missed = Array.from({ length: count }, (_, n) => `missed-${n}`);
    await Promise.all(missed.map((event) => publish({ id: event })));
    await subject.store.enableEndpoint(subject.org, id, now(), { taskId: "task_1" });
    return missed;
  }

  describe("what an ordered endpoint missed", () => {
    test("goes ahead of anything new, though it is queued in steps behind it", async () => {
      const missed = await missAndEnable(600);
      await publish({ id: "new-1" });
      expect(await drain()).toEqual([]);
      const sent: string[] = [];
      for (let done = false; !done; ) {
        done = (await subject.store.continueTasks(now())).done;
        sent.push(...(await drain()));
        await publish({ id: `new-${sent.length}` });
      }
      expect(sent.filter((event) => event.startsWith("missed"))).toEqual(missed);
      expect(sent.slice(0, 600)).toEqual(missed);
      expect(sent[600]).toBe("new-1");
    });

    test("is no longer waited for when its task is canceled, which is told to the engine", async () => {
      await missAndEnable(600);
      await publish({ id: "new" });
      await subject.store.continueTasks(now());
      const { work } = await subject.store.cancelTask(subject.org, "task_1", now());
      expect(work.waiting).toMatchObject([{ endpoint: 1, share: null, dueAtMs: now() }]);
      const sent = await drain();
      expect([sent.length, sent.at(-1)]).toEqual([251, "new"]);
    });

    test("is waited for after a restart too, and its end is told to the engine", async () => {
      const missed = await missAndEnable(300);
      await publish({ id: "new" });
      await subject.store.continueTasks(now());
      await subject.reopen();
      expect(await drain()).toEqual(missed.slice(0, 250));
      expect(await finishTasks()).toContainEqual(
        expect.objectContaining({ endpoint: 1, share: null, dueAtMs: now() }),
      );
      expect(await drain()).toEqual([...missed.slice(250), "new"]);
    });

    test("is behind nothing that came in when the wall clock had been set back", async () => {
      const missed = await missAndEnable(3);
      subject.clock.stepWall(-3_600_000);
      await publish({ id: "new" });
      await finishTasks();
      expect(await drain()).toEqual([...missed, "new"]);
    });

    test("of a recovery asked for by itself goes to the end", async () => {
      const { id } = await create({ spec: { ordered: true } });
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await publish({ id: "missed" });
      await subject.store.enableEndpoint(subject.org, id, now());
      await publish({ id: "new" });
      const request = { since: new Date(0).toISOString(), until: null, statuses: ["canceled" as const] };
      const asked = { kind: "recover" as const, request };
      await subject.store.startTask(subject.org, id, { id: "task_1", asked, nowMs: now() });
      await finishTasks();
      expect(await drain()).toEqual(["new", "missed"]);
    });
  });
}
