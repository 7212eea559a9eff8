import { describe, expect, test } from "bun:test";
import { aFailure, anAttemptResult } from "../a-store.ts";
import { firstPage, onlyDue, type StoreUnderTest } from "./store-under-test.ts";

/** Endpoints that do not keep up. */
export function describeTellingOfCongestion(subject: StoreUnderTest): void {
  const { create, publish, record, now } = subject;

  const changes = () => subject.store.findCongestionChanges(now());
  const stateOf = async (id: string) =>
    (await subject.store.getEndpoint(subject.org, id, now())).health.state;
  const told = async () => {
    const { data } = await subject.store.listEvents(
      subject.org,
      { type: "posthorn.endpoint.congested" },
      firstPage,
    );
    return Promise.all(data.map(({ id }) => subject.store.getEvent(subject.org, id)));
  };

  describe("telling of congestion", () => {
    test("begins when the oldest due delivery has waited 60 s, and is told once, also across a restart", async () => {
      await create({ spec: { eventTypes: ["posthorn.*"] } });
      const { id, url } = await create();
      const { endpoint } = onlyDue(await publish());
      subject.clock.stepWall(59_999);
      expect([await stateOf(id), await changes()]).toEqual(["healthy", { begun: [], ended: [] }]);
      subject.clock.stepWall(1);
      expect([await stateOf(id), await changes()]).toEqual(["congested", { begun: [endpoint], ended: [] }]);
      const begun = await subject.store.beginCongestion(endpoint, now());
      expect(begun).toMatchObject({
        endpointId: id,
        work: { due: [{ event: { type: "posthorn.endpoint.congested" } }] },
      });
      const at = new Date(now()).toISOString();
      expect(await told()).toMatchObject([{ data: { endpointId: id, url, reason: null, at } }]);
      await subject.reopen();
      expect(await changes()).toEqual({ begun: [], ended: [] });
      expect(await subject.store.beginCongestion(endpoint, now())).toBeNull();
      expect(await told()).toHaveLength(1);
    });

    test("is over when nothing has waited so long, and may begin again", async () => {
      await create();
      const due = onlyDue(await publish());
      subject.clock.stepWall(60_000);
      await subject.store.beginCongestion(due.endpoint, now());
      await record(due, anAttemptResult());
      expect(await changes()).toEqual({ begun: [], ended: [due.endpoint] });
      await subject.store.endCongestion(due.endpoint);
      expect(await changes()).toEqual({ begun: [], ended: [] });
      await publish();
      subject.clock.stepWall(60_000);
      expect(await changes()).toEqual({ begun: [due.endpoint], ended: [] });
    });

    test("is not what a retry's wait, a hold, a failing or a disabled endpoint makes wait", async () => {
      const { id } = await create({ spec: { eventTypes: ["a"] } });
      const due = onlyDue(await publish({ type: "a" }));
      await record(due, aFailure(429, { retryAfterMs: 600_000 }));
      await publish({ type: "a" });
      subject.clock.stepWall(300_000);
      expect([await stateOf(id), await changes()]).toEqual(["healthy", { begun: [], ended: [] }]);
      await create({ spec: { eventTypes: ["b"] } });
      const failing = onlyDue(await publish({ type: "b" }));
      for (let n = 0; n < 4; n++) await record(failing, aFailure());
      await publish({ type: "b" });
      const disabled = await create({ spec: { eventTypes: ["c"] } });
      const { endpoint } = onlyDue(await publish({ type: "c" }));
      subject.clock.stepWall(60_000);
      await subject.store.disableEndpoint(subject.org, disabled.id, "manual", now());
      expect(await changes()).toEqual({ begun: [], ended: [] });
      expect(await subject.store.beginCongestion(endpoint, now())).toBeNull();
    });

    test("is not what a pause does, nor the order behind a retry", async () => {
      const { id } = await create({ spec: { eventTypes: ["a"] } });
      const paused = onlyDue(await publish({ type: "a" }));
      await subject.store.pauseEndpoint(subject.org, id, now());
      await create({
        spec: { eventTypes: ["b"], ordered: true, retry: { preset: "custom", delaysSeconds: [600] } },
      });
      await publish({ type: "b" });
      const endpoint = paused.endpoint + 1;
      const { due } = await subject.store.claimNext({ endpoint, nowMs: now() });
      if (due) await record(due, aFailure());
      await publish({ type: "b" });
      subject.clock.stepWall(300_000);
      expect(await changes()).toEqual({ begun: [], ended: [] });
      await subject.store.resumeEndpoint(subject.org, id, now());
      subject.clock.stepWall(59_999);
      expect(await changes()).toEqual({ begun: [], ended: [] });
      subject.clock.stepWall(1);
      expect(await changes()).toEqual({ begun: [paused.endpoint], ended: [] });
      subject.clock.stepWall(300_000);
      expect((await changes()).begun).toEqual([paused.endpoint, endpoint]);
    });

    test("is not told of what waits of operational events alone", async () => {
      await create({ spec: { eventTypes: ["posthorn.*"] } });
      const { id } = await create({ spec: { eventTypes: ["a"] } });
      await subject.store.disableEndpoint(subject.org, id, "manual", now());
      subject.clock.stepWall(60_000);
      expect(await changes()).toEqual({ begun: [], ended: [] });
    });

    test("is forgotten with its endpoint", async () => {
      const { id } = await create();
      const { endpoint } = onlyDue(await publish());
      subject.clock.stepWall(60_000);
      await subject.store.beginCongestion(endpoint, now());
      await subject.store.deleteEndpoint(subject.org, id, now());
      await subject.finishChores();
      expect(await changes()).toEqual({ begun: [], ended: [] });
      expect(await subject.store.beginCongestion(endpoint, now())).toBeNull();
    });
  });
}
