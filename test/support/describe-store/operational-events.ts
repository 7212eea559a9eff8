import { describe, expect, test } from "bun:test";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { aFailure, anAttemptResult, anEndpoint } from "../a-store.ts";
import { firstPage, onlyDue, type StoreUnderTest } from "./store-under-test.ts";

const none = { preset: "none" as const, delaysSeconds: [] };
const watching = { spec: { eventTypes: ["posthorn.*"] } };

/** Events about Posthorn itself: in the transaction of what they are about. */
export function describeOperationalEvents(subject: StoreUnderTest): void {
  const { create, publish, record, claim, deliveriesOf, finishChores, now } = subject;

  /** The operational events of the log, oldest first, with their data. */
  async function told() {
    const { data } = await subject.store.listEvents(subject.org, {}, firstPage);
    const ours = data.filter(({ type }) => type.startsWith("posthorn.")).reverse();
    return Promise.all(ours.map(({ id }) => subject.store.getEvent(subject.org, id)));
  }
  const toldTypes = async () => (await told()).map(({ type }) => type.replace("posthorn.", ""));

  /** Fails the delivery this often. */
  async function fail(due: DueDelivery, times: number) {
    for (let n = 0; n < times; n++) {
      await claim(due, 1, "retry");
      await record(due, aFailure());
    }
  }

  describe("operational events", () => {
    test("tell of an endpoint that a person disables and enables, also when nobody subscribed", async () => {
      const { id, url } = await create();
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      await subject.store.enableEndpoint(subject.org, id, now());
      const at = new Date(now()).toISOString();
      const nobody = { pending: 0, succeeded: 0, failed: 0, canceled: 0 };
      expect(await told()).toMatchObject([
        {
          type: "posthorn.endpoint.disabled",
          data: { endpointId: id, url, reason: "manual", at },
          deliveries: nobody,
        },
        {
          type: "posthorn.endpoint.enabled",
          data: { endpointId: id, url, reason: null, at },
          deliveries: nobody,
        },
      ]);
    });

    test("go to who subscribed to posthorn.* or exactly, not to who subscribed to *, and are due at once", async () => {
      const { id } = await create({ spec: { eventTypes: ["order.created"] } });
      const family = await create(watching);
      const exact = await create({ spec: { eventTypes: ["posthorn.endpoint.disabled"] } });
      await create({ spec: { eventTypes: ["*"] } });
      await create({ spec: { eventTypes: ["posthorn.endpoint.enabled", "posthorn.delivery.*"] } });
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(work.due.map(({ event }) => event.type)).toEqual(Array(2).fill("posthorn.endpoint.disabled"));
      const [event] = await told();
      const recipients = (await deliveriesOf(event?.id ?? "")).map(({ endpointId }) => endpointId);
      expect(recipients.sort()).toEqual([family.id, exact.id].sort());
    });

    test("are not sent to the endpoint that they are about", async () => {
      const { id } = await create({ spec: { eventTypes: ["*", "posthorn.*"] } });
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(work.due).toEqual([]);
      expect(await told()).toMatchObject([{ deliveries: { pending: 0, canceled: 0 } }]);
    });

    test("are not sent to it either when a person resends them to whoever subscribed", async () => {
      const { id } = await create({ spec: { eventTypes: ["posthorn.*"] } });
      const watcher = await create(watching);
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      const [event] = await told();
      const resend = { endpointReferences: null, nowMs: now() };
      const { deliveries } = await subject.store.resendEvent(subject.org, event?.id ?? "", resend);
      expect(deliveries.map(({ endpointId }) => endpointId)).toEqual([watcher.id]);
    });

    test("are missed by a disabled endpoint like any other event", async () => {
      const [{ id }, watcher] = [await create(), await create(watching)];
      await subject.store.disableEndpoint(subject.org, watcher.id, "manual", now());
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect((await told()).map(({ deliveries }) => deliveries.canceled)).toEqual([0, 1]);
    });

    test.each([
      ["gone", aFailure(410), {}],
      ["consecutive_failures", aFailure(), { retry: none, autoDisableAfter: 1 }],
    ] as const)("tell of an endpoint that an attempt disables: %s", async (reason, attempt, spec) => {
      await create(watching);
      const { id } = await create({ spec });
      const { work } = await record(onlyDue(await publish()), attempt);
      expect(work.due.length).toBeGreaterThan(0);
      const disabled = (await told()).filter(({ type }) => type === "posthorn.endpoint.disabled");
      expect(disabled).toMatchObject([{ data: { endpointId: id, reason } }]);
    });

    test("tell of a delivery's 4th failed attempt, and of its success afterwards", async () => {
      const [, { id }] = [await create(watching), await create()];
      const due = onlyDue(await publish({ id: "e1", type: "order.created" }));
      await fail(due, 3);
      expect(await told()).toEqual([]);
      await fail(due, 2);
      const about = { deliveryId: due.id, eventId: "e1", eventType: "order.created", endpointId: id };
      const failing = {
        type: "posthorn.delivery.failing",
        data: { ...about, attemptCount: 4, lastOutcome: "http_error", lastResponseStatus: 500 },
      };
      expect(await told()).toMatchObject([failing]);
      await claim(due, 1, "retry");
      await record(due, anAttemptResult());
      const data = { ...about, attemptCount: 6, lastOutcome: "success", lastResponseStatus: 200 };
      expect(await told()).toMatchObject([failing, { type: "posthorn.delivery.recovered", data }]);
    });

    test("say nothing of a success after three failures", async () => {
      await Promise.all([create(watching), create()]);
      const due = onlyDue(await publish());
      await fail(due, 3);
      await record(due, anAttemptResult());
      expect(await told()).toEqual([]);
    });

    test("tell of a delivery whose schedule is used up, and not of one that is gone or was canceled", async () => {
      await create(watching);
      await create({
        spec: { retry: { preset: "custom", delaysSeconds: [0, 0, 0] }, autoDisableAfter: null },
      });
      const [used, canceled, gone] = [
        onlyDue(await publish()),
        onlyDue(await publish()),
        onlyDue(await publish()),
      ];
      await fail(used, 4);
      expect(await toldTypes()).toEqual(["delivery.failing", "delivery.exhausted"]);
      await fail(canceled, 3);
      await subject.store.cancelDelivery(subject.org, canceled.id, now());
      await fail(canceled, 1);
      await record(gone, aFailure(410));
      expect(await toldTypes()).toEqual(["delivery.failing", "delivery.exhausted", "endpoint.disabled"]);
    });

    test("about deliveries are stored only where somebody else gets them", async () => {
      await create({ spec: { eventTypes: ["*", "posthorn.*"] } });
      await fail(onlyDue(await publish()), 8);
      expect(await told()).toEqual([]);
    });

    test("never cause further ones: not by their deliveries, not by the endpoint that these disable", async () => {
      const { id } = await create({ spec: { eventTypes: ["order.created"] } });
      await create({ spec: { eventTypes: ["posthorn.*"], retry: none, autoDisableAfter: 1 } });
      await create(watching);
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      for (const due of work.due) await record(due, aFailure());
      for (const due of work.due) await fail(due, 7);
      const { data: disabled } = await subject.store.listEndpoints(
        subject.org,
        { status: "disabled" },
        firstPage,
        now(),
      );
      expect(disabled).toHaveLength(2);
      expect(await toldTypes()).toEqual(["endpoint.disabled"]);
    });

    test("go through the filter of a subscription like any other event", async () => {
      const { id } = await create({ spec: { eventTypes: ["order.created"] } });
      const eventTypes = ["posthorn.*"];
      const wants = await create({ spec: { eventTypes, filter: { endpointId: id } } });
      await create({ spec: { eventTypes, filter: { endpointId: "ep_another" } } });
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(work.due).toHaveLength(1);
      const [event] = await told();
      expect(await deliveriesOf(event?.id ?? "")).toMatchObject([{ endpointId: wants.id }]);
    });

    test("stay within their organization", async () => {
      const other = await subject.addOrganization();
      await subject.store.createEndpoint(other, anEndpoint(watching));
      const { id } = await create();
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect(work.due).toEqual([]);
      expect((await subject.store.listEvents(other, {}, firstPage)).data).toEqual([]);
    });

    test("go to a large number of endpoints in steps", async () => {
      const { id } = await create({ spec: { eventTypes: ["order.created"] } });
      for (let n = 0; n < 120; n++) await create(watching);
      const { work } = await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect([work.due.length, work.chores]).toEqual([100, true]);
      await finishChores();
      expect(await told()).toMatchObject([{ deliveries: { pending: 120 } }]);
    });

    test("that a failed verb would have told of are not stored", async () => {
      await create(watching);
      await subject.store.disableEndpoint(subject.org, "ep_unknown", "manual", now()).catch(() => {});
      expect(await told()).toEqual([]);
    });
  });
}
