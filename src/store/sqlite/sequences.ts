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
  "alerts",
] as const;

/**
 * Rows that name deliveries up to a seq, or from one on. Those deliveries may be deleted by now: were their numbers
 * given out again, new deliveries would count as canceled by a disable of long ago.
 */
const deliverySeqsNamedElsewhere = `
  SELECT max(last) AS last FROM (
    SELECT max(canceled_through) AS last FROM endpoints
    UNION ALL SELECT max(from_delivery_seq) - 1 FROM payload_settings)`;

export type NumberedTable = (typeof numbered)[number];

/**
 * Hands out each table's `seq`. Counted in memory, so that a number is never used again while the process runs:
 * SQLite itself would give the number of a deleted newest row to the next one, and a claim or a cursor that still
 * names it would mean another row.
 */
export class Sequences {
  readonly #last = new Map<NumberedTable, number>();

  constructor(db: Database) {
    for (const table of numbered) {
      const row = db.query<{ last: number | null }, []>(`SELECT max(seq) AS last FROM ${table}`).get();
      this.#last.set(table, row?.last ?? 0);
    }
    const named = db.query<{ last: number | null }, []>(deliverySeqsNamedElsewhere).get();
    this.#last.set("deliveries", Math.max(this.last("deliveries"), named?.last ?? 0));
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
