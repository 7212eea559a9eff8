import { sql } from "drizzle-orm";
import { pendingMsMax } from "../../domain/retention.ts";
import type { Drizzle } from "./drizzle.ts";

/** Rows of the waiting index that one reading looks at, and those that one step may write. */
const windowRows = 5000;
const expiredMax = 500;

export interface ExpirableWindow {
  /** Deliveries that have been pending for too long. */
  seqs: number[];
  /** Where the next window begins; null: this was the last one. */
  after: number[] | null;
}

/** A window over everything that waits, in the order of the waiting index. */
export function readExpirable(orm: Drizzle, after: readonly number[], nowMs: number): ExpirableWindow {
  const [endpoint = 0, share = 0, dueAt = 0, seq = 0] = after;
  const rows = orm.values<[number, number, number, number, number]>(sql`
    SELECT endpoint_seq, share, due_at, seq, first_due_at FROM deliveries INDEXED BY deliveries_waiting
    WHERE status = 0 AND (endpoint_seq, share, due_at, seq) > (${endpoint}, ${share}, ${dueAt}, ${seq})
    ORDER BY endpoint_seq, share, due_at, seq LIMIT ${windowRows}`);
  const old = rows.filter(([, , , , firstDueAt]) => firstDueAt <= nowMs - pendingMsMax).slice(0, expiredMax);
  const isCut = old.length === expiredMax;
  const last = isCut ? old.at(-1) : rows.at(-1);
  return {
    seqs: old.map(([, , , one]) => one),
    after: last === undefined || (!isCut && rows.length < windowRows) ? null : last.slice(0, 4),
  };
}
