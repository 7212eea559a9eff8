import { expect, test } from "bun:test";
import { aFailure, anEndpoint, anEvent, aStore } from "../../support/a-store.ts";
import { anAlertChange } from "../../support/an-alert.ts";

test("what alerts and congestion are decided by is read in the worker as beside the writer", async () => {
  const { store, organizationId, clock, close } = await aStore({ lists: "worker" });
  try {
    const nowMs = clock.now();
    const { endpoint } = await store.createEndpoint(organizationId, anEndpoint({ nowMs }));
    const [one] = (await store.acceptEvent(organizationId, anEvent({ nowMs }))).work.due;
    const key = one?.endpoint ?? 0;
    const attempt = aFailure(500, { startedAtMs: nowMs });
    const ended = { nowMs, jitter: 0, networkSuspect: false };
    await store.recordAttempt({ delivery: one?.key ?? 0, endpoint: key, attempt, ...ended });
    await store.changeAlerts(key, [anAlertChange(endpoint.id)], nowMs);
    expect(await store.findAttemptPlace(nowMs)).toBe(0);
    expect(await store.tallyAttempts(0)).toMatchObject({ tallies: [{ endpoint: key, count: 1 }], place: 1 });
    expect(await store.findAlertSubjects([])).toMatchObject([{ endpoint: key, active: [{ threshold: 5 }] }]);
    const page = { limit: 10, cursor: null };
    expect((await store.listAlerts(organizationId, {}, page)).data).toHaveLength(1);
    expect(await store.findCongestionChanges(nowMs + 70_000)).toEqual({ begun: [key], ended: [] });
  } finally {
    await close();
  }
});
