import { describe, expect, test } from "bun:test";
import { contentOf } from "../../../src/domain/attempt-cell.ts";
import { statisticsKeptMs } from "../../../src/domain/statistics.ts";
import type { ToldAlertChange } from "../../../src/store/alert-verbs.ts";
import { aFailure, anAttemptResult, anEndpoint, anEventContent } from "../a-store.ts";
import { anAlertChange } from "../an-alert.ts";
import { firstPage, onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

const never = { autoDisableAfter: null };

/** Alerts and what they are decided by. */
export function describeAlerts(subject: StoreUnderTest): void {
  const { create, publish, record, finishChores, now } = subject;

  const list = async (filter = {}, org = subject.org) =>
    (await subject.store.listAlerts(org, filter, firstPage)).data;

  async function told() {
    const { data } = await subject.store.listEvents(subject.org, {}, firstPage);
    const alerts = data.filter(({ type }) => /error_rate|latency|availability/.test(type)).reverse();
    const events = await Promise.all(alerts.map(({ id }) => subject.store.getEvent(subject.org, id)));
    return events.map(({ type, data: told }) => `${type} ${told?.alertState} ${told?.threshold}`);
  }

  /** An endpoint with a first attempt, by which its number is known. */
  async function created(spec = {}) {
    const { id } = await create({ spec: { ...never, ...spec } });
    const { endpoint } = onlyDue(await publish({ endpointReferences: [id] }));
    const change = (...changes: ToldAlertChange[]) => subject.store.changeAlerts(endpoint, changes, now());
    return { id, endpoint, change };
  }

  describe("alerts", () => {
    test("begin and end with an operational event each, and stand in the list as what they are", async () => {
      await create({ spec: { eventTypes: ["posthorn.*"] } });
      const { id, change } = await created();
      const begun = await change(anAlertChange(id), anAlertChange(id, { kind: "latency" }));
      expect(begun.changed).toHaveLength(2);
      expect(begun.work.due.map(({ event }) => event.type)).toEqual([
        "posthorn.endpoint.error_rate",
        "posthorn.endpoint.latency",
      ]);
      const activatedAt = new Date(now()).toISOString();
      subject.clock.stepWall(60_000);
      const end = anAlertChange(id, { state: "DEACTIVATED" });
      await change(end);
      expect(await list()).toEqual([
        expect.objectContaining({
          kind: "latency",
          state: "ACTIVATED",
          threshold: 1000,
          deactivatedAt: null,
        }),
        {
          id: expect.stringMatching(/^alrt_/),
          endpointId: id,
          kind: "error_rate",
          threshold: 5,
          state: "DEACTIVATED",
          activatedAt,
          deactivatedAt: new Date(now()).toISOString(),
          data: end.data,
        },
      ]);
      expect(await told()).toEqual([
        "posthorn.endpoint.error_rate ACTIVATED 5",
        "posthorn.endpoint.latency ACTIVATED 1000",
        "posthorn.endpoint.error_rate DEACTIVATED 5",
      ]);
    });

    test("do not begin or end twice, also across a restart", async () => {
      const { id, change } = await created();
      await change(anAlertChange(id));
      await subject.reopen();
      expect((await change(anAlertChange(id))).changed).toEqual([]);
      await change(anAlertChange(id, { state: "DEACTIVATED" }));
      expect((await change(anAlertChange(id, { state: "DEACTIVATED" }))).changed).toEqual([]);
      expect(await told()).toHaveLength(2);
      await change(anAlertChange(id));
      expect((await list()).map(({ state }) => state)).toEqual(["ACTIVATED", "DEACTIVATED"]);
    });

    test("end with the endpoint's deletion, which is told", async () => {
      await create({ spec: { eventTypes: ["posthorn.*"] } });
      const { id, change } = await created();
      await change(anAlertChange(id));
      const work = await subject.store.deleteEndpoint(subject.org, id, now());
      expect(work.due.map(({ event }) => event.type)).toEqual(["posthorn.endpoint.error_rate"]);
      expect(work.due[0]?.event.data).toContain("was deleted");
      expect(await told()).toEqual([
        "posthorn.endpoint.error_rate ACTIVATED 5",
        "posthorn.endpoint.error_rate DEACTIVATED 5",
      ]);
      await finishChores();
      expect(await list()).toEqual([]);
    });

    test("end with the endpoint's disabling, and none begins while it is disabled", async () => {
      const { id, change } = await created();
      await change(anAlertChange(id), anAlertChange(id, { threshold: 10 }));
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(await told()).toEqual([
        "posthorn.endpoint.error_rate ACTIVATED 5",
        "posthorn.endpoint.error_rate ACTIVATED 10",
        "posthorn.endpoint.error_rate DEACTIVATED 10",
        "posthorn.endpoint.error_rate DEACTIVATED 5",
      ]);
      expect((await list({ state: "DEACTIVATED" })).map(({ data }) => data.message)).toEqual(
        Array(2).fill(expect.stringContaining("was disabled")),
      );
      expect((await change(anAlertChange(id))).changed).toEqual([]);
      expect(await list({ state: "ACTIVATED" })).toEqual([]);
    });

    test("are listed by endpoint and state, page by page, to their organization alone", async () => {
      const [one, other] = [await created(), await created()];
      await one.change(anAlertChange(one.id), anAlertChange(one.id, { threshold: 10 }));
      await other.change(anAlertChange(other.id));
      await one.change(anAlertChange(one.id, { state: "DEACTIVATED" }));
      expect(await list({ endpointId: one.id })).toHaveLength(2);
      expect(
        (await list({ endpointId: one.id, state: "ACTIVATED" })).map(({ threshold }) => threshold),
      ).toEqual([10]);
      expect(await list({ state: "ACTIVATED" })).toHaveLength(2);
      expect(await list({ state: "DEACTIVATED" })).toHaveLength(1);
      expect(await list({ endpointId: "ep_unknown" })).toEqual([]);
      const first = await subject.store.listAlerts(subject.org, {}, { limit: 2, cursor: null });
      const rest = await subject.store.listAlerts(subject.org, {}, { limit: 2, cursor: first.nextCursor });
      expect([...first.data, ...rest.data]).toEqual(await list());
      expect(rest.nextCursor).toBeNull();
      const otherOrganization = await subject.addOrganization();
      expect(await list({}, otherOrganization)).toEqual([]);
      expect(await list({ endpointId: one.id }, otherOrganization)).toEqual([]);
      const foreign = subject.store.listEvents(subject.org, {}, { limit: 2, cursor: first.nextCursor });
      expect((await refusal(foreign)).code).toBe("invalid_cursor");
    });

    test("go with their endpoint", async () => {
      const { id, change } = await created();
      await change(anAlertChange(id));
      await subject.store.deleteEndpoint(subject.org, id, now());
      expect(await list()).toEqual([]);
      expect((await change(anAlertChange(id, { threshold: 10 }))).changed).toEqual([]);
      await finishChores();
      expect(await subject.store.findAlertSubjects([])).toEqual([]);
    });

    test("that ended long ago are deleted, those that are active stay", async () => {
      const { id, change } = await created();
      await change(anAlertChange(id), anAlertChange(id, { threshold: 10 }));
      await change(anAlertChange(id, { state: "DEACTIVATED" }));
      const sweepAt = async (nowMs: number) => {
        const sweep = { nowMs, wallMs: now(), retentionDays: 0 };
        let { next } = await subject.store.sweep(sweep, null);
        while (next) ({ next } = await subject.store.sweep(sweep, next));
      };
      await sweepAt(now() + statisticsKeptMs);
      expect(await list()).toHaveLength(2);
      await sweepAt(now() + statisticsKeptMs + 1);
      expect((await list()).map(({ threshold }) => threshold)).toEqual([10]);
    });

    test("are about endpoints that are asked for or have active ones, unless they are disabled or gone", async () => {
      const [asked, alerted, disabled, deleted] = [
        await created(),
        await created(),
        await created(),
        await created(),
      ];
      await alerted.change(anAlertChange(alerted.id));
      await record({ ...onlyDue(await publish({ endpointReferences: [asked.id] })) }, aFailure());
      await subject.store.disableEndpoint(subject.org, disabled.id, "manual", now());
      await subject.store.deleteEndpoint(subject.org, deleted.id, now());
      const found = await subject.store.findAlertSubjects(
        [asked, disabled, deleted].map(({ endpoint }) => endpoint),
      );
      const url = "https://receiver.example/in";
      expect(found).toEqual([
        { endpoint: asked.endpoint, endpointId: asked.id, url, lastAttemptAtMs: now(), active: [] },
        {
          endpoint: alerted.endpoint,
          endpointId: alerted.id,
          url,
          lastAttemptAtMs: null,
          active: [expect.objectContaining({ kind: "error_rate", threshold: 5 })],
        },
      ]);
    });
  });

  describe("attempts for alerts", () => {
    const tallied = async (after = 0) => {
      const { tallies, place, done } = await subject.store.tallyAttempts(after);
      const seen = tallies.map(({ endpoint, cell, count }) => [endpoint, contentOf(cell).outcome, count]);
      return { seen, tallies, place, done };
    };

    test("are counted by endpoint and kind, from a place on", async () => {
      const { endpoint } = await created({ eventTypes: ["*"] });
      for (const attempt of [anAttemptResult(), anAttemptResult(), aFailure()]) {
        await record(onlyDue(await publish()), { ...attempt, startedAtMs: now(), durationMs: 1500 });
      }
      const first = await tallied();
      expect(first.seen).toEqual([
        [endpoint, "success", 2],
        [endpoint, "http_error", 1],
      ]);
      expect(first.tallies[0]?.endedAtSeconds).toBe(Math.floor((now() + 1500) / 1000));
      expect([first.done, (await tallied(first.place)).seen]).toEqual([true, []]);
      await record(onlyDue(await publish()), aFailure());
      expect((await tallied(first.place)).seen).toEqual([[endpoint, "http_error", 1]]);
    });

    test("leave out tests and the deliveries of operational events", async () => {
      const watcher = await create({ spec: { eventTypes: ["posthorn.*"] } });
      const { id, endpoint } = await created({ eventTypes: ["order.created"] });
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      for (const due of work.due) {
        expect(due.endpoint).not.toBe(endpoint);
        await record(due, aFailure());
      }
      const event = anEventContent({ id: "evt_test", type: "webhook.test", createdAtMs: now() });
      const test = { deliveryId: "dlv_test", event, attempt: aFailure(), endpoint, nowMs: now() };
      await subject.store.recordTest(test);
      expect(watcher.status).toBe("active");
      expect((await tallied()).seen).toEqual([]);
    });

    test("are found from a time on", async () => {
      await created({ eventTypes: ["*"] });
      const start = now();
      for (let n = 0; n < 20; n++) {
        const due = onlyDue(await publish());
        await record(due, anAttemptResult({ startedAtMs: start + n * 1000 }));
      }
      const from = async (ms: number) =>
        (await tallied(await subject.store.findAttemptPlace(start + ms))).tallies.reduce(
          (sum, { count }) => sum + count,
          0,
        );
      expect([await from(-1), await from(0), await from(7000), await from(7001)]).toEqual([20, 20, 13, 12]);
      expect([await from(19_000), await from(19_001)]).toEqual([1, 0]);
    });

    test("of a store without any are none", async () => {
      await create(anEndpoint());
      expect(await subject.store.findAttemptPlace(now())).toBe(0);
      expect(await subject.store.tallyAttempts(0)).toEqual({ tallies: [], place: 0, done: true });
    });
  });
}
