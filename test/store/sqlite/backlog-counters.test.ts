import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, spyOn, test } from "bun:test";
import { join } from "node:path";
import { databaseFileName } from "../../../src/store/sqlite/database.ts";
import { anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";

const rows = 100_000;

let opened: TestStore;
let endpointId: string;

/** An endpoint with a hundred thousand deliveries that are due, and as many for the next two hours. */
beforeAll(async () => {
  opened = await aStore();
  const { store, organizationId, clock } = opened;
  const made = anEndpoint({ spec: { eventTypes: ["never.this"] } });
  endpointId = made.id;
  await store.createEndpoint(organizationId, made);
  await store.acceptEvent(organizationId, anEvent());
  const db = new Database(join(opened.directory, databaseFileName));
  db.run(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${2 * rows})
     INSERT INTO deliveries (id, organization_seq, endpoint_seq, event_seq, type_seq, revision_seq, trigger, share,
       status, attempt_count, max_attempts, first_due_at, due_at, created_at)
     SELECT 'd' || n, 1, 1, 1, 1, 1, 0, n % 3, 0, 0, 8, 0,
       iif(n <= ${rows}, ?1 - n, ?1 + (n - ${rows}) * 72), 0 FROM numbers`,
    [clock.now()],
  );
  db.close();
  await opened.reopen();
});
afterAll(() => opened.close());

describe("a backlog of a hundred thousand, and as many for later", () => {
  test("is known after a restart, and as time goes by", async () => {
    const { clock } = opened;
    expect(await opened.store.readBacklog(clock.now())).toEqual({ pending: 2 * rows, due: rows });
    // One becomes due every 72 ms.
    for (const passedMs of [7200, 72_000, 3_600_000, 7_200_000]) {
      expect(await opened.store.readBacklog(clock.now() + passedMs)).toEqual({
        pending: 2 * rows,
        due: rows + passedMs / 72,
      });
    }
    // A wall clock that was set back.
    expect((await opened.store.readBacklog(clock.now())).due).toBe(rows);
  });

  test("is not counted when the endpoint is shown or changed", async () => {
    const { store, organizationId, clock } = opened;
    const counting = spyOn(Database.prototype, "prepare");
    const { endpoint } = await store.pauseEndpoint(organizationId, endpointId, clock.now());
    await store.resumeEndpoint(organizationId, endpointId, clock.now());
    const shown = await store.getEndpoint(organizationId, endpointId, clock.now());
    const listed = await store.listEndpoints(organizationId, {}, { limit: 1, cursor: null }, clock.now());
    const asked = counting.mock.calls.map(([sql]) => sql);
    counting.mockRestore();
    expect(asked.filter((sql) => /count\(/i.test(sql) && /deliveries/.test(sql))).toEqual([]);
    for (const one of [endpoint, shown, listed.data[0]]) {
      expect(one?.health.backlog.due).toBe(rows);
      expect(one?.health.backlog.oldestDueAt).not.toBeNull();
    }
  });

  test("is not looked at when the endpoint is changed: its own number is not written", async () => {
    const { store, organizationId, clock } = opened;
    const preparing = spyOn(Database.prototype, "prepare");
    const change = (description: string) =>
      store.updateEndpoint(organizationId, endpointId, (now) => ({ ...now, description }), clock.now());
    await change("once");
    const updates = preparing.mock.calls
      .map(([sql]) => sql)
      .filter((sql) => /^update "endpoints"/i.test(sql));
    preparing.mockRestore();
    expect(updates).toHaveLength(1);
    expect(updates[0]).not.toMatch(/set.*"seq" = \?.*where/i);
  });

  test("is nothing at once when the endpoint is disabled, and what comes after it is enabled again", async () => {
    const { store, organizationId, clock } = opened;
    const { endpoint, work } = await store.disableEndpoint(organizationId, endpointId, "manual", clock.now());
    expect(work.chores).toBe(true);
    expect(endpoint.health.backlog).toMatchObject({ due: 0, oldestDueAt: null });
    expect(await store.readBacklog(clock.now())).toEqual({ pending: 0, due: 0 });
    await store.enableEndpoint(organizationId, endpointId, clock.now());
    await store.acceptEvent(
      organizationId,
      anEvent({ endpointReferences: [endpointId], nowMs: clock.now() }),
    );
    expect(await store.readBacklog(clock.now())).toEqual({ pending: 1, due: 1 });
    await opened.reopen();
    expect(await opened.store.readBacklog(clock.now())).toEqual({ pending: 1, due: 1 });
  });
});
