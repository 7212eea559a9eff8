import type { Database } from "bun:sqlite";

const numbered = [
  "organizations",
  "payload_settings",
  "api_keys",
  "endpoints",
  "endpoint_secrets",
  "endpoint_revisions",
  "type_names",
  "event_types",
  "events",
  "deliveries",
  "attempts",
  "chores",
  "tasks",
  "audit_log",
  "idempotency_keys",
  "alerts",
  "sources",
  "source_keys",
  "source_requests",
  "source_states",
] as const;

export type NumberedTable = (typeof numbered)[number];

/**
 * Hands out each table's `seq`. Counted in memory, so that a number is never used again: SQLite itself would give the
 * number of a deleted newest row to the next one, and a claim or a cursor that still names it would mean another row.
 */
export class Sequences {
  readonly #last = new Map<NumberedTable, number>();
  readonly #remember;

  constructor(db: Database) {
    const stored = db.query<{ value: string }, []>("SELECT value FROM meta WHERE name = 'sequences'").get();
    const remembered: Partial<Record<NumberedTable, number>> = stored ? JSON.parse(stored.value) : {};
    for (const table of numbered) {
      const row = db.query<{ last: number | null }, []>(`SELECT max(seq) AS last FROM ${table}`).get();
      this.#last.set(table, Math.max(row?.last ?? 0, remembered[table] ?? 0));
    }
    this.#remember = db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('sequences', ?)");
  }

  /**
   * Writes how far all have counted. Called in the transaction that deletes events, deliveries or attempts, the newest
   * of which may be among them, and in one that writes `last` down: were those numbers given out again after a restart,
   * a cursor would mean another row, and new deliveries would count as canceled by a disable of long ago.
   */
  remember(): void {
    this.#remember.run(JSON.stringify(Object.fromEntries(this.#last)));
  }

  next(table: NumberedTable): number {
    const seq = (this.#last.get(table) ?? 0) + 1;
    this.#last.set(table, seq);
    return seq;
  }

  /** The highest number given out so far. */
  last(table: NumberedTable): number {
    return this.#last.get(table) ?? 0;
  }
}
