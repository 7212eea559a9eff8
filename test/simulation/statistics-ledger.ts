import type { Database } from "bun:sqlite";
import { demand } from "./ledger.ts";

/** A row of counters, as a text that is the same for the same counts. */
interface CountedRow {
  place: string;
  counts: string;
}

/** Hours and days as the file's counters know them. */
const lengths = [
  [0, 3_600_000],
  [1, 86_400_000],
] as const;
/** As they stand in the tables. */
const [testTrigger, testKind] = [4, 1];

/** Compares the counters with the rows that they count; no row is old enough here to have been deleted. */
export class StatisticsLedger {
  readonly #counted;
  readonly #rows;
  readonly #pending;

  constructor(db: Database) {
    this.#counted = db.prepare<CountedRow, []>(`
      SELECT concat_ws(' ', span, endpoint_seq, start_at, type_seq) AS place,
        concat_ws(' ', created, succeeded, failed, canceled, attempts) AS counts
      FROM statistics WHERE endpoint_seq IN (SELECT seq FROM endpoints WHERE deleted_at IS NULL) ORDER BY place`);
    this.#rows = db.prepare<CountedRow, [number, number, number]>(`
      SELECT concat_ws(' ', ?, d.endpoint_seq, d.created_at / ? * ?, d.type_seq) AS place,
        concat_ws(' ', count(*), sum(d.status = 1), sum(d.status = 2), sum(d.status = 3), sum(attempt_count)) AS counts
      FROM deliveries d JOIN endpoints n ON n.seq = d.endpoint_seq
      WHERE n.deleted_at IS NULL AND d.trigger <> ${testTrigger} GROUP BY place ORDER BY place`);
    this.#pending = db.prepare<
      Record<"pending" | "published" | "waiting" | "events", number | null>,
      [number]
    >(`
      SELECT sum(created - succeeded - failed - canceled) AS pending, sum(published) AS published,
        (SELECT count(*) FROM deliveries WHERE status = 0) AS waiting,
        (SELECT count(*) FROM events WHERE kind <> ${testKind}) AS events
      FROM statistics WHERE endpoint_seq = 0 AND span = ?`);
  }

  /** Holds at every moment. */
  check(): void {
    const rows = lengths.flatMap(([span, ms]) => this.#rows.all(span, ms, ms));
    const counted = this.#counted.all();
    demand(
      asText(counted) === asText(rows),
      `the counters\n${asText(counted)}\nequal the rows\n${asText(rows)}`,
    );
    for (const [span] of lengths) {
      const { pending, waiting, published, events } = this.#pending.get(span) ?? {};
      demand((pending ?? 0) === waiting, `${pending} counted as pending are the ${waiting} that wait`);
      demand((published ?? 0) === events, `${published} counted as published are the ${events} events`);
    }
  }
}

function asText(rows: readonly CountedRow[]): string {
  return rows.map(({ place, counts }) => `${place}: ${counts}`).join("\n");
}
