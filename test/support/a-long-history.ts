import { Database } from "bun:sqlite";
import { join } from "node:path";
import { databaseFileName } from "../../src/store/sqlite/database.ts";
import { anEndpoint, anEvent, aStore, type TestStore } from "./a-store.ts";

/** The numbers of what a long history is about. */
export interface LongHistory {
  opened: TestStore;
  organization: number;
  /** Has next to nothing among the other one's rows. */
  smallOrganization: number;
  busyEndpoint: number;
  quietEndpoint: number;
}

/** Events, each with a delivery and an attempt: more than two windows of a walk. */
export const historyRows = 45_000;
/** The newest ones, all the busy endpoint's, wait. */
export const waitingRows = 2000;
/** Of the older ones: one in so many failed. */
export const failedEvery = 1000;
export const quietEvery = 450;
export const smallEvery = 900;

/**
 * A file as after a long time: one endpoint has nearly everything, another one little, a second tenant less. Written
 * in one statement a table, because a store would take minutes.
 */
export async function aLongHistory(): Promise<LongHistory> {
  const opened = await aStore();
  const other = await opened.addOrganization();
  const { store, organizationId } = opened;
  for (const owner of [organizationId, organizationId, other]) {
    await store.createEndpoint(owner, anEndpoint({ spec: { eventTypes: ["order.created"] } }));
  }
  // The type gets its number here.
  await store.acceptEvent(organizationId, anEvent({ type: "message.delivered" }));
  const db = new Database(join(opened.directory, databaseFileName));
  db.run("PRAGMA busy_timeout = 5000");
  for (const sql of fill) db.run(sql);
  db.close();
  await opened.reopen();
  return { opened, organization: 1, smallOrganization: 2, busyEndpoint: 1, quietEndpoint: 2 };
}

const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n <= ${historyRows})`;
const organization = `iif(n % ${smallEvery} = 0, 2, 1)`;
const endpoint = `CASE WHEN n % ${smallEvery} = 0 THEN 3 WHEN n % ${quietEvery} = 0 THEN 2 ELSE 1 END`;
const isWaiting = `n > ${historyRows - waitingRows}`;
const hasFailed = `n % ${failedEvery} = 0`;
const fill = [
  `INSERT INTO events (seq, organization_seq, id, type_seq, kind, data, timestamp, is_targeted, delivery_count,
     canceled_count, created_at)
   ${numbers} SELECT n, ${organization}, 'e' || n, 1, 0, '{}', n, 0, 1, 0, n FROM numbers`,
  `INSERT INTO deliveries (seq, id, organization_seq, endpoint_seq, event_seq, type_seq, revision_seq, trigger, share,
     status, reason, attempt_count, max_attempts, first_due_at, due_at, created_at)
   ${numbers} SELECT n, 'd' || n, iif(${isWaiting}, 1, ${organization}), iif(${isWaiting}, 1, ${endpoint}), n, 1, 1, 0, 0,
     CASE WHEN ${isWaiting} THEN 0 WHEN ${hasFailed} THEN 2 ELSE 1 END, NULL, 1, 8, n, iif(${isWaiting}, n, NULL), n
   FROM numbers`,
  `INSERT INTO attempts (seq, id, organization_seq, endpoint_seq, delivery_seq, revision_seq, number, started_at,
     duration_ms, outcome, response_status, response_body_truncated, signature)
   ${numbers} SELECT n, 'a' || n, ${organization}, ${endpoint}, n, 1, 1, n, 1, iif(${hasFailed}, 1, 0),
     iif(${hasFailed}, 500, 200), 0, '' FROM numbers`,
];
