import { describe, expect, test } from "bun:test";
import { aFailure, anAttemptResult, anEndpoint, anEvent } from "../a-store.ts";
import { firstPage, onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** How much waits, through all that makes a delivery wait, moves it and ends it. */
export function describeBacklog(subject: StoreUnderTest): void {
  const { create, publish, record, deliveriesOf, now, finishChores } = subject;
  const backlog = () => subject.store.readBacklog(now());
  const onlyDelivery = async (eventId: string) => (await deliveriesOf(eventId))[0]?.id ?? "";

  describe("the backlog", () => {
    test("holds a delivery until its attempt succeeds", async () => {
      await create();
      const due = onlyDue(await publish());
      expect(await backlog()).toEqual({ pending: 1, due: 1 });
      await record(due, anAttemptResult());
      expect(await backlog()).toEqual({ pending: 0, due: 0 });
    });

    test("holds one that waits for its retry, which is due when its time has come", async () => {
      await create();
      await record(onlyDue(await publish()), aFailure());
      expect(await backlog()).toEqual({ pending: 1, due: 0 });
      await subject.reopen();
      expect(await backlog()).toEqual({ pending: 1, due: 0 });
      subject.clock.stepWall(4999);
      expect(await backlog()).toEqual({ pending: 1, due: 0 });
      subject.clock.stepWall(1);
      expect(await backlog()).toEqual({ pending: 1, due: 1 });
    });

    test("lets go of what a person cancels, alone, with its event or with its endpoint", async () => {
      const { id } = await create();
      for (const event of ["one", "two", "three"]) await publish({ id: event, deliverAtMs: now() + 90_000 });
      expect(await backlog()).toEqual({ pending: 3, due: 0 });
      await subject.store.cancelDelivery(subject.org, await onlyDelivery("one"), now());
      expect((await backlog()).pending).toBe(2);
      await subject.store.cancelEvent(subject.org, "two", now());
      expect((await backlog()).pending).toBe(1);
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      expect((await backlog()).pending).toBe(0);
      await subject.store.enableEndpoint(subject.org, id, now());
      expect((await backlog()).pending).toBe(0);
      subject.clock.stepWall(90_000);
      expect(await backlog()).toEqual({ pending: 0, due: 0 });
    });

    test("counts as due what a person has sent now", async () => {
      await create();
      await publish({ id: "later", deliverAtMs: now() + 3_600_000 });
      const resend = { newDeliveryId: "dlv_new", nowMs: now() };
      await subject.store.resendDelivery(subject.org, await onlyDelivery("later"), resend);
      expect(await backlog()).toEqual({ pending: 1, due: 1 });
    });

    test("loses what goes with its endpoint or organization", async () => {
      const { id } = await create();
      await publish();
      await subject.store.deleteEndpoint(subject.org, id, now());
      expect(await backlog()).toEqual({ pending: 0, due: 0 });
      await finishChores();
      const other = await subject.addOrganization();
      await subject.store.createEndpoint(other, anEndpoint({ nowMs: now() }));
      await subject.store.acceptEvent(other, anEvent({ nowMs: now() }));
      expect((await backlog()).pending).toBe(1);
      await subject.store.deleteOrganization(other, now());
      expect(await backlog()).toEqual({ pending: 0, due: 0 });
      await finishChores();
      expect(await backlog()).toEqual({ pending: 0, due: 0 });
    });

    test("lets go of what was given up as too old", async () => {
      await create();
      await publish();
      subject.clock.stepWall(31 * 86_400_000);
      await subject.reopen();
      const sweep = { nowMs: now(), wallMs: now(), retentionDays: 0 };
      await subject.store.sweep(sweep, null);
      expect(await backlog()).toEqual({ pending: 0, due: 0 });
    });

    test("holds nothing of an event that is refused", async () => {
      await create();
      const refused = publish({ endpointReferences: ["ep_unknown"] });
      await refused.catch(() => {});
      expect(await backlog()).toEqual({ pending: 0, due: 0 });
    });
  });

  describe("a delivery that was canceled with its endpoint", () => {
    test("has ended for whoever cancels or resends it, before the steps have come to its row", async () => {
      const { id } = await create();
      await Promise.all(Array.from({ length: 1500 }, (_, n) => publish({ id: `e${n}` })));
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      await subject.store.enableEndpoint(subject.org, id, now());
      const { data } = await subject.store.listDeliveries(subject.org, { status: "pending" }, firstPage);
      const [left] = data;
      const canceling = subject.store.cancelDelivery(subject.org, left?.id ?? "", now());
      expect((await refusal(canceling)).code).toBe("delivery_not_pending");
      const resend = { newDeliveryId: "dlv_new", nowMs: now() };
      expect(await subject.store.resendDelivery(subject.org, left?.id ?? "", resend)).toMatchObject({
        isNew: true,
        delivery: { id: "dlv_new", status: "pending" },
      });
      expect(await backlog()).toEqual({ pending: 1, due: 1 });
      await finishChores();
      expect(await backlog()).toEqual({ pending: 1, due: 1 });
    });
  });
}
