import { Database } from "bun:sqlite";
import { join } from "node:path";
import { databaseFileName } from "../../src/store/sqlite/database.ts";
import { demand } from "./ledger.ts";

/** Codes as they stand in the tables. */
const code = {
  pending: 0,
  succeeded: 1,
  failed: 2,
  canceled: 3,
  disabled: 3,
  recover: 2,
  replay: 3,
  test: 4,
} as const;

interface Miscount {
  endpoint: string;
  counted: number;
  made: number;
}

interface Odd {
  seq: number;
  event: string;
}

/** What recoveries and replays have made, read from the file beside the store. */
export class SentAgain {
  readonly #db: Database;
  readonly #miscounts;
  readonly #recoveredInVain;
  readonly #replayedTwice;
  readonly #running;
  readonly #leftBehind;
  readonly #missing;

  constructor(directory: string) {
    this.#db = new Database(join(directory, databaseFileName), { readonly: true });
    // Deleted ones lose their rows step by step.
    this.#miscounts = this.#db.prepare<Miscount, []>(`
      SELECT n.id AS endpoint, sum(t.queued) AS counted, (
        SELECT count(*) FROM deliveries d WHERE d.endpoint_seq = n.seq AND d.trigger IN (${code.recover}, ${code.replay})
      ) AS made
      FROM tasks t JOIN endpoints n ON n.seq = t.endpoint_seq
      WHERE n.deleted_at IS NULL GROUP BY n.seq HAVING counted <> made`);
    // One that was canceled in flight may have succeeded later.
    this.#recoveredInVain = this.#db.prepare<Odd, []>(`
      SELECT d.seq, e.id AS event FROM deliveries d JOIN events e ON e.seq = d.event_seq
      WHERE d.trigger = ${code.recover} AND NOT EXISTS (
        SELECT 1 FROM deliveries b WHERE b.seq = (
          SELECT max(o.seq) FROM deliveries o
          WHERE o.event_seq = d.event_seq AND o.endpoint_seq = d.endpoint_seq AND o.seq < d.seq)
        AND (b.status = ${code.failed} OR (b.status = ${code.canceled} AND b.reason = ${code.disabled})
          OR (b.status = ${code.succeeded} AND b.completed_at >= d.created_at)))`);
    this.#replayedTwice = this.#db.prepare<Odd, []>(`
      SELECT d.seq, e.id AS event FROM deliveries d JOIN events e ON e.seq = d.event_seq
      WHERE d.trigger = ${code.replay} AND EXISTS (
        SELECT 1 FROM deliveries o
        WHERE o.event_seq = d.event_seq AND o.endpoint_seq = d.endpoint_seq AND o.seq < d.seq)`);
    this.#running = this.#db.prepare("SELECT 1 FROM tasks WHERE status = 0 LIMIT 1");
    this.#leftBehind = this.#db.prepare<Odd & { endpoint: string }, []>(`
      SELECT d.seq, e.id AS event, n.id AS endpoint FROM deliveries d JOIN events e ON e.seq = d.event_seq
      JOIN endpoints n ON n.seq = d.endpoint_seq
      WHERE n.deleted_at IS NULL AND n.status = 0 AND e.data IS NOT NULL AND d.trigger <> ${code.test}
        AND (d.status = ${code.failed} OR (d.status = ${code.canceled} AND d.reason = ${code.disabled}))
        AND NOT EXISTS (
          SELECT 1 FROM deliveries o
          WHERE o.event_seq = d.event_seq AND o.endpoint_seq = d.endpoint_seq AND o.seq > d.seq)`);
    this.#missing = this.#db.prepare<Odd & { endpoint: string }, []>(`
      SELECT e.seq, e.id AS event, n.id AS endpoint FROM events e CROSS JOIN endpoints n
      WHERE n.deleted_at IS NULL AND n.status = 0 AND e.data IS NOT NULL AND e.kind = 0
        AND coalesce(e.deliver_at, 0) <= (SELECT max(created_at) FROM tasks)
        AND (n.filter IS NULL OR e.data LIKE '%"wanted":true%')
        AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_seq = e.seq AND d.endpoint_seq = n.seq)`);
  }

  get isUnderWay(): boolean {
    return this.#running.get() !== null;
  }

  /** Holds at every moment: a step is whole or never was, and nothing is queued that need not be. */
  check({ isRecordLate }: { isRecordLate: boolean }): void {
    const [wrong] = this.#miscounts.all();
    demand(
      wrong === undefined,
      `${wrong?.endpoint} has ${wrong?.made} sent again, counted ${wrong?.counted}`,
    );
    // An answer that found no room may be written long after a disable canceled its delivery: with its own time.
    const [vain] = isRecordLate ? [] : this.#recoveredInVain.all();
    demand(vain === undefined, `${vain?.seq} recovers ${vain?.event}, whose newest delivery was not lost`);
    const [twice] = this.#replayedTwice.all();
    demand(twice === undefined, `${twice?.seq} replays ${twice?.event}, which had a delivery`);
  }

  /** Holds once everything has been recovered and replayed: nobody who can receive has lost or missed anything. */
  checkComplete(canReceive: (endpointId: string) => boolean): void {
    const lost = this.#leftBehind.all().find(({ endpoint }) => canReceive(endpoint));
    demand(lost === undefined, `${lost?.event} is recovered to ${lost?.endpoint}`);
    const missing = this.#missing.all().find(({ endpoint }) => canReceive(endpoint));
    demand(missing === undefined, `${missing?.event} is replayed to ${missing?.endpoint}`);
  }

  close(): void {
    this.#db.close();
  }
}
