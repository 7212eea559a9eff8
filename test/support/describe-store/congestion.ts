import { describe, expect, test } from "bun:test";
import type { EndpointFilter } from "../../../src/store/endpoint-verbs.ts";
import { aFailure } from "../a-store.ts";
import { firstPage, onlyDue, type StoreUnderTest } from "./store-under-test.ts";

/** When `health.state` is `congested`: only for a wait for the rate limit or a slot. */
export function describeCongestion(subject: StoreUnderTest): void {
  const { create, publish, record, now } = subject;

  /** As shown alone and in the list, which are read in different threads. */
  async function stateOf(id: string): Promise<string[]> {
    const alone = await subject.store.getEndpoint(subject.org, id, now());
    const { data } = await subject.store.listEndpoints(subject.org, {}, firstPage, now());
    return [alone.health.state, ...data.filter((one) => one.id === id).map(({ health }) => health.state)];
  }

  describe("congestion", () => {
    test("is shown when the oldest due delivery has waited for 60 s", async () => {
      const { id } = await create({ spec: { rateLimitPerSecond: 1 } });
      await publish();
      subject.clock.stepWall(59_999);
      expect(await stateOf(id)).toEqual(["healthy", "healthy"]);
      subject.clock.stepWall(1);
      expect(await stateOf(id)).toEqual(["congested", "congested"]);
    });

    test("and the other states narrow a list to the endpoints that fare so", async () => {
      const spec = { autoDisableAfter: null, retry: { preset: "custom" as const, delaysSeconds: [] } };
      const failing = await create({ spec: { ...spec, uid: "failing" } });
      const { id: endpointId } = failing;
      for (let n = 0; n < 4; n++) {
        const result = await publish({ id: `e${n}`, endpointReferences: [endpointId] });
        await record(onlyDue(result), aFailure());
      }
      await create({ spec: { uid: "congested" } });
      await publish({ endpointReferences: ["congested"] });
      await create({ spec: { uid: "waiting" } });
      subject.clock.stepWall(60_000);
      await publish({ id: "late", endpointReferences: ["waiting"] });
      const disabled = await create({ spec: { uid: "disabled" } });
      await subject.store.disableEndpoint(subject.org, disabled.id, "manual", now());
      await create({ spec: { uid: "healthy" } });
      const those = async (filter: EndpointFilter) =>
        (await subject.store.listEndpoints(subject.org, filter, firstPage, now())).data.map(({ uid }) => uid);
      expect(await those({ health: "failing" })).toEqual(["failing"]);
      expect(await those({ health: "congested" })).toEqual(["congested"]);
      expect(await those({ health: "disabled" })).toEqual(["disabled"]);
      expect(await those({ health: "healthy" })).toEqual(["healthy", "waiting"]);
      expect(await those({ health: "healthy", search: "WAIT" })).toEqual(["waiting"]);
      expect(await those({ health: "congested", status: "paused" })).toEqual([]);
    });

    test("is not what a pause does, nor what waited in it", async () => {
      const { id } = await create();
      await publish();
      await subject.store.pauseEndpoint(subject.org, id, now());
      subject.clock.stepWall(3_600_000);
      expect(await stateOf(id)).toEqual(["healthy", "healthy"]);
      await subject.store.resumeEndpoint(subject.org, id, now());
      await subject.reopen();
      subject.clock.stepWall(59_999);
      expect(await stateOf(id)).toEqual(["healthy", "healthy"]);
      subject.clock.stepWall(1);
      expect(await stateOf(id)).toEqual(["congested", "congested"]);
    });

    test("is not what a receiver's 429 does", async () => {
      const { id } = await create();
      const due = onlyDue(await publish());
      await publish();
      await record(due, aFailure(429, { retryAfterMs: 600_000 }));
      subject.clock.stepWall(599_999);
      expect(await stateOf(id)).toEqual(["healthy", "healthy"]);
    });

    test("is not what the order does: what waits behind a retry", async () => {
      const retry = { preset: "custom" as const, delaysSeconds: [600] };
      const { id } = await create({ spec: { ordered: true, retry } });
      await publish({ id: "e1" });
      await publish({ id: "e2" });
      const { due } = await subject.store.claimNext({ endpoint: 1, nowMs: now() });
      if (due) await record(due, aFailure());
      subject.clock.stepWall(599_000);
      expect(await stateOf(id)).toEqual(["healthy", "healthy"]);
      subject.clock.stepWall(1000);
      expect(await stateOf(id)).toEqual(["congested", "congested"]);
    });
  });
}
