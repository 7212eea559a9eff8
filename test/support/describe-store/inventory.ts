import { describe, expect, test } from "bun:test";
import { anAttemptResult } from "../a-store.ts";
import { anAlertChange } from "../an-alert.ts";
import { onlyDue, type StoreUnderTest } from "./store-under-test.ts";

/** Deliveries that a disable cancels at once are 1,000. */
const moreThanOneStep = 1001;

/** What an operator watches, counted over all organizations. */
export function describeInventory(subject: StoreUnderTest): void {
  const { create, publish, record, now, addOrganization } = subject;
  const read = () => subject.store.readInventory(now());

  describe("the inventory", () => {
    test("of a new instance has one organization and nothing else", async () => {
      expect(await read()).toEqual({
        organizations: 1,
        endpoints: { active: 0, paused: 0, disabled: 0 },
        tasks: 0,
        chores: 0,
        activeAlerts: { error_rate: 0, latency: 0, availability: 0 },
        backlog: { pending: 0, due: 0, oldestDueAtMs: null },
      });
    });

    test("counts organizations, and endpoints by status, but for deleted ones", async () => {
      const [paused, disabled, deleted] = [await create(), await create(), await create()];
      await create();
      await addOrganization();
      await subject.store.pauseEndpoint(subject.org, paused.id, now());
      await subject.store.disableEndpoint(subject.org, disabled.id, "manual", now());
      await subject.store.deleteEndpoint(subject.org, deleted.id, now());
      const { organizations, endpoints } = await read();
      expect(organizations).toBe(2);
      expect(endpoints).toEqual({ active: 1, paused: 1, disabled: 1 });
    });

    test("counts what waits, what of it is due, and since when", async () => {
      await create();
      const dueAtMs = now();
      await publish();
      subject.clock.stepWall(5000);
      await publish();
      await publish({ deliverAtMs: now() + 60_000 });
      expect((await read()).backlog).toEqual({ pending: 3, due: 2, oldestDueAtMs: dueAtMs });
      subject.clock.stepWall(60_000);
      expect((await read()).backlog).toMatchObject({ pending: 3, due: 3 });
    });

    test("leaves out what has ended", async () => {
      await create();
      await record(onlyDue(await publish()), anAttemptResult());
      expect((await read()).backlog).toEqual({ pending: 0, due: 0, oldestDueAtMs: null });
    });

    test("calls what a paused endpoint holds pending, and not due", async () => {
      const { id } = await create();
      await publish();
      await subject.store.pauseEndpoint(subject.org, id, now());
      expect((await read()).backlog).toEqual({ pending: 1, due: 0, oldestDueAtMs: null });
    });

    test("leaves out what a disable canceled, also before its steps are done", async () => {
      const { id } = await create();
      for (let n = 0; n < 3; n++) await publish();
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect((await read()).backlog.pending).toBe(0);
      await subject.finishChores();
      expect(await read()).toMatchObject({ chores: 0, backlog: { pending: 0 } });
    });

    test("leaves out what goes with its organization, also before its steps are done", async () => {
      await create();
      await publish();
      await subject.store.deleteOrganization(subject.org, now());
      expect((await read()).backlog).toEqual({ pending: 0, due: 0, oldestDueAtMs: null });
    });

    test("leaves out what a disable canceled after the endpoint was enabled again", async () => {
      const { id } = await create();
      await Promise.all(Array.from({ length: moreThanOneStep }, () => publish()));
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now(), null);
      await publish();
      expect((await read()).backlog).toMatchObject({ pending: 1, due: 1 });
    });

    test("counts the tasks that run", async () => {
      const { id } = await create();
      const asked = {
        kind: "replay",
        request: { since: "2026-01-01T00:00:00.000Z", until: null, eventTypes: null, onlyMissing: true },
      } as const;
      await subject.store.startTask(subject.org, id, { id: "task_1", asked, nowMs: now() });
      expect((await read()).tasks).toBe(1);
      await subject.finishTasks();
      expect((await read()).tasks).toBe(0);
    });

    test("counts the alerts that are active, by kind", async () => {
      const { id } = await create();
      const { endpoint } = onlyDue(await publish());
      await subject.store.changeAlerts(endpoint, [anAlertChange(id, { kind: "latency" })], now());
      expect((await read()).activeAlerts).toEqual({ error_rate: 0, latency: 1, availability: 0 });
      const end = anAlertChange(id, { kind: "latency", state: "DEACTIVATED" });
      await subject.store.changeAlerts(endpoint, [end], now());
      expect((await read()).activeAlerts.latency).toBe(0);
    });
  });
}
