import { describe, expect, test } from "bun:test";
import { aFailure, anAttemptResult } from "../a-store.ts";
import { onlyDue, refusal, type StoreUnderTest } from "./store-under-test.ts";

/** What people do to a single delivery. */
export function describeSendingAgainAndCanceling(subject: StoreUnderTest): void {
  const { create, publish, record, claim, deliveriesOf, now } = subject;

  describe("sending again and canceling", () => {
    test("resending an ended delivery makes a new one with the full schedule and leaves the old one", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await record(due, anAttemptResult());
      const again = await subject.store.resendDelivery(subject.org, due.id, {
        newDeliveryId: "dlv_new",
        nowMs: now(),
      });
      expect(again).toMatchObject({
        isNew: true,
        delivery: { id: "dlv_new", trigger: "resend", status: "pending" },
      });
      expect(onlyDue(again).event).toEqual(due.event);
      expect(await deliveriesOf("e1")).toMatchObject([
        { id: "dlv_new" },
        { id: due.id, status: "succeeded" },
      ]);
    });

    test("resending a pending delivery makes it due now and nothing else", async () => {
      await create();
      const due = onlyDue(await publish({ id: "e1" }));
      await record(due, aFailure());
      const again = await subject.store.resendDelivery(subject.org, due.id, {
        newDeliveryId: "dlv_new",
        nowMs: now(),
      });
      expect(again).toMatchObject({
        isNew: false,
        delivery: { id: due.id, nextAttemptAt: new Date(now()).toISOString() },
      });
      expect((await claim(due, 10, "retry")).due).toHaveLength(1);
      expect(await deliveriesOf("e1")).toHaveLength(1);
    });

    test("nothing is resent to a disabled endpoint", async () => {
      const { id } = await create();
      const due = onlyDue(await publish());
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      const resend = subject.store.resendDelivery(subject.org, due.id, {
        newDeliveryId: "dlv_new",
        nowMs: now(),
      });
      expect((await refusal(resend)).code).toBe("endpoint_disabled");
    });

    test("a canceled delivery is not sent, and cannot be canceled twice", async () => {
      await create();
      const due = onlyDue(await publish());
      const { delivery, work } = await subject.store.cancelDelivery(subject.org, due.id, now());
      expect(delivery).toMatchObject({ status: "canceled", reason: "manual", nextAttemptAt: null });
      expect(work.changed).toEqual([due.endpoint]);
      subject.store.release([due.key]);
      expect((await claim(due)).due).toEqual([]);
      expect((await refusal(subject.store.cancelDelivery(subject.org, due.id, now()))).code).toBe(
        "delivery_not_pending",
      );
    });
  });
}
