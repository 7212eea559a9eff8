import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { OrganizationId } from "../../../src/domain/id.ts";
import type { DueDelivery } from "../../../src/store/new-work.ts";
import { databaseFileName } from "../../../src/store/sqlite/database.ts";
import { aSource, aSourceEvent, aSourceRequest, received } from "../../support/a-source.ts";
import { aFailure, aKey, anEndpoint, anEvent, aStore, type TestStore } from "../../support/a-store.ts";
import { anAlertChange } from "../../support/an-alert.ts";

const rowsPerStepMax = 2000;

let opened: TestStore;
let file: Database;
beforeEach(async () => {
  opened = await aStore();
  file = new Database(join(opened.directory, databaseFileName), { readonly: true });
});
afterEach(async () => {
  file.close();
  await opened.close();
});

/** Which rows are an organization's, by the column that says so. */
const theirs = {
  organization_seq: "organization_seq = ?1",
  endpoint_seq: "endpoint_seq IN (SELECT seq FROM endpoints WHERE organization_seq = ?1)",
  source_seq: "source_seq IN (SELECT seq FROM sources WHERE organization_seq = ?1)",
};

/** Every table whose rows belong to an organization, an endpoint or a source: a new one is found by its columns. */
function ownedTables(): { name: string; owner: keyof typeof theirs }[] {
  const tables = file
    .query<{ name: string }, []>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'chores'")
    .all();
  return tables.flatMap(({ name }) => {
    const columns = file.query<{ name: string }, []>(`SELECT name FROM pragma_table_info('${name}')`).all();
    const owner = (["organization_seq", "endpoint_seq", "source_seq"] as const).find((column) =>
      columns.some((one) => one.name === column),
    );
    return owner === undefined ? [] : [{ name, owner }];
  });
}

function rowsLeft(organizationSeq: number): Record<string, number> {
  const counts = ownedTables().map(({ name, owner }) => {
    const row = file
      .query<{ n: number }, [number]>(`SELECT count(*) AS n FROM ${name} WHERE ${theirs[owner]}`)
      .get(organizationSeq);
    return [name, row?.n ?? 0] as const;
  });
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

const totalRows = (organizationSeq: number) =>
  Object.values(rowsLeft(organizationSeq)).reduce((sum, n) => sum + n, 0);

/** A tenant with rows in every table; `events` of them, each with a delivery and every tenth with an attempt. */
async function aTenant(events: number): Promise<{ id: OrganizationId; seq: number }> {
  const { store, clock } = opened;
  const id = await opened.addOrganization({ uid: "acme" });
  const nowMs = clock.now();
  await store.createKey(id, aKey({ id: "key_acme" }));
  const { endpoint } = await store.createEndpoint(id, anEndpoint({ nowMs }));
  await store.updateEndpoint(id, endpoint.id, (spec) => ({ ...spec, url: "https://new.example/" }), nowMs);
  const accepted = await Promise.all(
    Array.from({ length: events }, () => store.acceptEvent(id, anEvent({ nowMs }))),
  );
  const due = accepted.flatMap(({ work }) => work.due).filter((_, n) => n % 10 === 0);
  await Promise.all(due.map((one) => store.recordAttempt(failed(one, nowMs))));
  for (const one of due.slice(0, 1)) {
    await store.changeAlerts(one.endpoint, [anAlertChange(endpoint.id)], nowMs);
    await store.beginCongestion(one.endpoint, nowMs);
  }
  const source = await store.createSource(id, aSource());
  const state = { name: "a", value: "", dueAtMs: 1 };
  const rule = { names: [], decide: () => ({ events: [], put: [state], remove: [] }) };
  const request = aSourceRequest();
  for (let n = 0; n < 3; n++) {
    const some = Array.from({ length: 250 }, () => aSourceEvent({ type: "nobody.wants", rule }));
    await store.receiveEvents(source.id, received(some, { request, nowMs }));
  }
  const row = file.query<{ seq: number }, [string]>("SELECT seq FROM organizations WHERE id = ?").get(id);
  return { id, seq: row?.seq ?? 0 };
}

function failed(due: DueDelivery, nowMs: number) {
  const { key: delivery, endpoint } = due;
  return { delivery, endpoint, attempt: aFailure(), nowMs, jitter: 0, networkSuspect: false };
}

describe("the rows of a deleted organization", () => {
  test("go in bounded steps, and none is left, although the program is restarted after each step", async () => {
    const { id, seq } = await aTenant(2300);
    const tables = Object.keys(rowsLeft(seq));
    expect(tables).toEqual(
      expect.arrayContaining([
        "events",
        "deliveries",
        "attempts",
        "endpoints",
        "endpoint_secrets",
        "api_keys",
        "alerts",
        "congested_endpoints",
        "sources",
        "source_keys",
        "source_requests",
        "source_states",
      ]),
    );
    await opened.store.deleteOrganization(id, opened.clock.now());
    for (let left = totalRows(seq), done = false; !done; ) {
      ({ done } = await opened.store.continueChores(opened.clock.now()));
      await opened.reopen();
      const now = totalRows(seq);
      expect(left - now).toBeLessThanOrEqual(rowsPerStepMax);
      left = now;
    }
    expect(rowsLeft(seq)).toEqual({});
    expect(file.query("SELECT * FROM organizations WHERE seq = ?").all(seq)).toEqual([]);
    expect(file.query("SELECT * FROM chores").all()).toEqual([]);
    expect(file.query("PRAGMA foreign_key_check").all()).toEqual([]);
    expect(await opened.store.findOrganization("default")).not.toBeNull();
  });

  test("a few large events make a step of their own", async () => {
    const id = await opened.addOrganization();
    const data = JSON.stringify({ text: "x".repeat(1_000_000) });
    for (let n = 0; n < 10; n++) await opened.store.acceptEvent(id, anEvent({ data }));
    await opened.store.deleteOrganization(id, opened.clock.now());
    const counts = new Set<number>();
    for (let done = false; !done; ) {
      ({ done } = await opened.store.continueChores(opened.clock.now()));
      counts.add(file.query<{ n: number }, []>("SELECT count(*) AS n FROM events").get()?.n ?? -1);
    }
    expect([...counts]).toEqual([6, 2, 0]);
  });

  test("do not hold up another tenant's large fan-out", async () => {
    const { store, organizationId, clock } = opened;
    const { id } = await aTenant(20);
    const endpoints = Array.from({ length: 601 }, () => anEndpoint({ endpointsMax: 5000 }));
    await Promise.all(endpoints.map((one) => store.createEndpoint(organizationId, one)));
    await store.deleteOrganization(id, clock.now());
    await store.acceptEvent(organizationId, anEvent({ nowMs: clock.now() }));
    const { work } = await store.continueChores(clock.now());
    expect(work.due).toHaveLength(1);
  });
});

describe("the numbers of deliveries", () => {
  test("are not given out again after a restart where a disable names them", async () => {
    const { store, organizationId, clock } = opened;
    const make = (uid: string, type: string) =>
      store.createEndpoint(organizationId, anEndpoint({ spec: { uid, eventTypes: [type] } }));
    await make("kept", "a");
    await make("gone", "b");
    for (let n = 0; n < 5; n++) await store.acceptEvent(organizationId, anEvent({ type: "b" }));
    await store.disableEndpoint(organizationId, "kept", "manual", clock.now());
    await store.enableEndpoint(organizationId, "kept", clock.now());
    await store.deleteEndpoint(organizationId, "gone", clock.now());
    for (let done = false; !done; ) ({ done } = await store.continueChores(clock.now()));
    const reopened = await opened.reopen();
    const { work } = await reopened.acceptEvent(organizationId, anEvent({ type: "a" }));
    const recorded = await reopened.recordAttempt(failed(work.due[0] as DueDelivery, clock.now()));
    expect(recorded.status).toBe("pending");
  });
});
