import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";

let opened: TestStore;
beforeEach(async () => {
  opened = await aStore({ syncs: "background" });
});
afterEach(() => opened.close());

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Not handed to the engine with the acceptance, but found in the table when its time has come. */
const laterMs = 1000;

describe("a delivery that is committed, but not on the disk yet", () => {
  const claims = {
    "in order": async (nowMs: number) => (await opened.store.claimNext({ endpoint: 1, nowMs })).due,
    "in no order": async (nowMs: number) =>
      (await opened.store.claimDue({ endpoint: 1, share: "first", limit: 1, nowMs })).due[0] ?? null,
  };
  for (const [order, claim] of Object.entries(claims)) {
    test(`is not handed out ${order}: a power cut may take it`, async () => {
      const { store, organizationId, clock } = opened;
      const spec = { ordered: order === "in order", eventTypes: ["*"] };
      await store.createEndpoint(organizationId, anEndpoint({ spec }));
      const deliverAtMs = clock.now() + laterMs;
      const early: string[] = [];
      for (let n = 0; n < 8; n++) {
        let isStored = false;
        const accepting = store.acceptEvent(organizationId, anEvent({ deliverAtMs })).then(() => {
          isStored = true;
        });
        let due: DueDelivery | null = null;
        while (due === null) {
          await turn();
          due = await claim(deliverAtMs);
        }
        if (!isStored) early.push(due.id);
        await accepting;
        store.release([due.key]);
        await store.cancelDelivery(organizationId, due.id, clock.now());
      }
      expect(early).toEqual([]);
    });
  }
});
