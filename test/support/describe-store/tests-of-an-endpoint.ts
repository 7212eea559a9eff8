import { describe, expect, test } from "bun:test";
import { aFailure, anEventContent } from "../a-store.ts";
import { firstPage, type StoreUnderTest } from "./store-under-test.ts";

/** How a test of an endpoint is recorded. */
export function describeTestsOfAnEndpoint(subject: StoreUnderTest): void {
  const { create, now } = subject;

  describe("tests of an endpoint", () => {
    test("a test is kept in the history, out of the log, and counts nowhere", async () => {
      const { id } = await create({
        spec: { autoDisableAfter: 1, retry: { preset: "none", delaysSeconds: [] } },
      });
      const target = await subject.store.findTarget(subject.org, id);
      const attempt = await subject.store.recordTest({
        deliveryId: "dlv_test",
        event: anEventContent({ id: "evt_test", type: "webhook.test" }),
        attempt: aFailure(410, { revision: target.revision }),
        endpoint: target.endpoint,
        nowMs: now(),
      });
      expect(attempt).toMatchObject({
        deliveryId: "dlv_test",
        trigger: "test",
        outcome: "http_error",
        number: 1,
      });
      expect((await subject.store.listEvents(subject.org, {}, firstPage)).data).toEqual([]);
      expect((await subject.store.listAttempts(subject.org, { trigger: "test" }, firstPage)).data).toEqual([
        attempt,
      ]);
      expect(await subject.store.getEndpoint(subject.org, id, now())).toMatchObject({
        status: "active",
        health: {
          state: "healthy",
          consecutiveFailures: 0,
          consecutiveFailedAttempts: 0,
          lastFailureAt: null,
        },
      });
    });
  });
}
