import { Database } from "bun:sqlite";
import { join } from "node:path";
import { databaseFileName } from "../../src/store/sqlite/database.ts";
import { demand } from "./ledger.ts";

interface Kept {
  seq: number;
  id: string;
  /** When it was published or, of a delivery, when it ended; null: it has not. */
  since: number | null;
}

interface KeptDelivery extends Kept {
  event_seq: number;
  first_due_at: number;
  is_expired: number;
}

/** The rows of a table that were seen last, and the highest number ever seen in it. */
class Seen<Row extends Kept> {
  readonly rows = new Map<number, Row>();
  #newest = 0;

  /** Takes over what is there now, and says what is gone. No number is ever given to another row. */
  update(table: string, present: readonly Row[]): Row[] {
    const seqs = new Set(present.map(({ seq }) => seq));
    const gone = [...this.rows.values()].filter(({ seq }) => !seqs.has(seq));
    for (const { seq } of gone) this.rows.delete(seq);
    const newestBefore = this.#newest;
    for (const row of present) {
      const before = this.rows.get(row.seq);
      const isNew = before === undefined && row.seq > newestBefore;
      demand(isNew || before?.id === row.id, `number ${row.seq} of ${table} means one row for ever`);
      this.rows.set(row.seq, row);
      this.#newest = Math.max(this.#newest, row.seq);
    }
    return gone;
  }
}

/** What has been seen of a world's file. A crash takes back nothing that was on disk. */
export class SeenRows {
  readonly events = new Seen<Kept>();
  readonly deliveries = new Seen<KeptDelivery>();
}

/** Retention's own days. */
const dayMs = 24 * 3600_000;
export const keptDays = 1;
const pendingDays = 30;

/** Watches what goes from the file beside the store. */
export class KeptLedger {
  readonly #db: Database;
  readonly #events;
  readonly #deliveries;
  readonly #orphans;
  readonly #counted;
  readonly #version;
  #last = -1;

  constructor(
    directory: string,
    private readonly seen: SeenRows,
  ) {
    this.#db = new Database(join(directory, databaseFileName), { readonly: true });
    this.#version = this.#db.prepare<{ data_version: number }, []>("PRAGMA data_version");
    this.#events = this.#db.prepare<Kept, []>(
      "SELECT seq, id, created_at AS since FROM events WHERE kind = 0",
    );
    this.#deliveries = this.#db.prepare<KeptDelivery, []>(`
      SELECT seq, id, completed_at AS since, event_seq, first_due_at, status = 2 AND reason = 1 AS is_expired
      FROM deliveries`);
    this.#orphans = this.#db.prepare<{ count: number }, []>(`
      SELECT (SELECT count(*) FROM attempts WHERE delivery_seq NOT IN (SELECT seq FROM deliveries))
        + (SELECT count(*) FROM deliveries WHERE event_seq NOT IN (SELECT seq FROM events)) AS count`);
    this.#counted = this.#db.prepare<{ pending: number | null; waiting: number }, []>(`
      SELECT sum(created - succeeded - failed - canceled) AS pending,
        (SELECT count(*) FROM deliveries WHERE status = 0) AS waiting
      FROM statistics WHERE endpoint_seq = 0 AND span = 0`);
  }

  /** Holds at every moment. `nowMs` is retention's time. */
  check(nowMs: number): void {
    const version = this.#version.get()?.data_version ?? -1;
    if (version === this.#last) return;
    this.#last = version;
    demand(this.#orphans.get()?.count === 0, "no row is left without its parent");
    const keptSinceMs = nowMs - keptDays * dayMs;
    for (const { seq, since } of this.seen.deliveries.update("deliveries", this.#deliveries.all())) {
      demand(since !== null, `delivery ${seq} is not deleted while it is pending`);
      demand(since < keptSinceMs, `delivery ${seq} is kept for ${keptDays} day after its end`);
    }
    const deliveries = [...this.seen.deliveries.rows.values()];
    const needed = new Set(deliveries.map(({ event_seq }) => event_seq));
    for (const { seq, since } of this.seen.events.update("events", this.#events.all())) {
      demand(!needed.has(seq), `event ${seq} is kept while it has deliveries`);
      demand((since ?? nowMs) < keptSinceMs, `event ${seq} is kept for ${keptDays} day`);
    }
    for (const { seq, is_expired, first_due_at } of deliveries) {
      const isOld = first_due_at <= nowMs - pendingDays * dayMs;
      demand(is_expired === 0 || isOld, `delivery ${seq} expires after ${pendingDays} days, and not before`);
    }
  }

  /** What is counted as pending is what waits: until the counters themselves are swept. */
  checkCounters(): void {
    const { pending, waiting } = this.#counted.get() ?? { pending: 0, waiting: 0 };
    demand((pending ?? 0) === waiting, `${pending} counted as pending are the ${waiting} that wait`);
  }

  get pending(): number {
    return this.#counted.get()?.waiting ?? 0;
  }

  /** How many rows of events, deliveries and attempts there are. */
  get rows(): number {
    const count = this.#db.query<{ count: number }, []>(`
      SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM deliveries)
        + (SELECT count(*) FROM attempts) AS count`);
    return count.get()?.count ?? 0;
  }

  close(): void {
    this.#db.close();
  }
}
