import { describe, expect, test } from "bun:test";
import { anAttemptResult } from "../a-store.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Pausing and resuming: what is pending stays so and cannot be claimed (Pace, `POST …/pause`). */
export function describePausing(subject: StoreUnderTest): void {
  const { create, publish, record, claim, deliveriesOf, now } = subject;
  const pause = (id: string) => subject.store.pauseEndpoint(subject.org, id, now());
  const resume = (id: string) => subject.store.resumeEndpoint(subject.org, id, now());

  describe("a paused endpoint", () => {
    test("keeps what is pending, of which nothing can be claimed, also after a restart", async () => {
      const { id } = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      subject.store.release([due.key]);
      const { endpoint, work } = await pause(id);
      expect(endpoint).toMatchObject({ status: "paused", disabledReason: null });
      expect(work).toEqual({ due: [], waiting: [], changed: [due.endpoint], chores: false });
      expect(await claim(due)).toEqual({ due: [], nextDueAtMs: null });
      await subject.reopen();
      expect((await subject.store.findWaiting(now())).waiting).toEqual([]);
      expect(await claim(due)).toEqual({ due: [], nextDueAtMs: null });
      expect(await deliveriesOf("e1")).toMatchObject([{ status: "pending" }]);
    });

    test("still gets a delivery of each event, and counts what waits in its backlog", async () => {
      const { id } = await create();
      await pause(id);
      const { published, work } = await publish({ id: "e1" });
      expect(published).toMatchObject({ deliveries: 1, canceled: 0 });
      expect(work).toEqual({ due: [], waiting: [], changed: [], chores: false });
      const { health, status } = await subject.store.getEndpoint(subject.org, id, now());
      expect(status).toBe("paused");
      expect(health.backlog).toMatchObject({ due: 1, oldestDueAt: new Date(now()).toISOString() });
    });

    test("has the attempt recorded that was in flight, and stays paused", async () => {
      const { id } = await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await pause(id);
      expect(await record(due, anAttemptResult())).toMatchObject({ status: "succeeded", disabled: null });
      expect((await subject.store.getEndpoint(subject.org, id, now())).status).toBe("paused");
    });

    test("is told to the engine with all that waits when it is resumed", async () => {
      const { id } = await create();
      await pause(id);
      await publish({ id: "e1" });
      const { endpoint, work } = await resume(id);
      expect(endpoint.status).toBe("active");
      const [waiting] = work.waiting;
      expect(work).toMatchObject({
        changed: [waiting?.endpoint],
        waiting: [{ dueAtMs: now(), share: null }],
      });
      const request = { endpoint: waiting?.endpoint ?? 0, share: "first", limit: 9, nowMs: now() } as const;
      expect((await subject.store.claimDue(request)).due.map(({ event }) => event.id)).toEqual(["e1"]);
    });

    test("is paused already, or resumed already: nothing changes", async () => {
      const { id, updatedAt } = await create();
      subject.clock.stepWall(1000);
      expect(await resume(id)).toMatchObject({
        endpoint: { updatedAt },
        work: { changed: [], waiting: [] },
      });
      const first = await pause(id);
      subject.clock.stepWall(1000);
      expect(await pause(id)).toMatchObject({
        endpoint: { updatedAt: first.endpoint.updatedAt },
        work: { changed: [] },
      });
    });

    test("stays paused when it is enabled, and is canceled when it is disabled", async () => {
      const { id } = await create();
      await publish({ id: "e1" });
      await pause(id);
      expect((await subject.store.enableEndpoint(subject.org, id, now())).endpoint.status).toBe("paused");
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(await deliveriesOf("e1")).toMatchObject([{ status: "canceled", reason: "endpoint_disabled" }]);
      expect((await subject.store.enableEndpoint(subject.org, id, now())).endpoint.status).toBe("active");
    });
  });

  test("a disabled endpoint can be neither paused nor resumed", async () => {
    const { id } = await create();
    await subject.store.disableEndpoint(subject.org, id, "manual", now());
    for (const verb of [pause(id), resume(id)]) {
      const { code, message } = await refusal(verb);
      expect([code, message.includes("Enable it first")]).toEqual(["endpoint_disabled", true]);
    }
    expect((await subject.store.getEndpoint(subject.org, id, now())).status).toBe("disabled");
  });
}
