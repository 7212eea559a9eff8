import type { Database } from "bun:sqlite";
import { type Clock, systemClock } from "../../platform/clock.ts";

const windowRowsDefault = 20_000;
const walkMsMax = 200;

/** How a task looks for what it takes, oldest first. */
export interface WalkUp<Row extends { seq: number }> {
  /** Begins behind this row. */
  after: number;
  /** Ends with this row. */
  through: number;
  /** How many rows are enough. */
  limit: number;
  /** Rows that one window covers: what is visited before the walk looks at the clock. */
  windowRows?: number;
  /** Up to `limit` rows that fit, with `after < seq <= through`, oldest first. */
  rows(range: { after: number; through: number; limit: number }): Row[];
  /** The seq of the n-th row behind `after` in the index that the walk goes by, whatever else; null: fewer. */
  nthAfter(after: number, n: number): number | null;
}

/** What a walk found and how far it came. */
export interface WalkedUp<Row> {
  found: Row[];
  /** Everything up to here has been looked at. */
  position: number;
  isEnd: boolean;
}

/** Walks windows until there are rows enough, the end is reached, or 200 ms have passed. */
export function walkUp<Row extends { seq: number }>(
  { after, through, limit, windowRows = windowRowsDefault, rows, nthAfter }: WalkUp<Row>,
  clock: Pick<Clock, "monotonic"> = systemClock,
): WalkedUp<Row> {
  const endAt = clock.monotonic() + walkMsMax;
  const found: Row[] = [];
  for (let position = after; position < through; ) {
    const end = Math.min(nthAfter(position, windowRows) ?? through, through);
    found.push(...rows({ after: position, through: end, limit: limit - found.length }));
    const last = found.at(-1);
    if (last !== undefined && found.length >= limit) return { found, position: last.seq, isEnd: false };
    position = end;
    if (position < through && clock.monotonic() > endAt) return { found, position, isEnd: false };
  }
  return { found, position: through, isEnd: true };
}

/** Rows further apart than this are worth another look-up. */
const rowsWorthHalving = 1000;

/** How far a wall clock may have been set back without a row being missed. */
const clockSlackMs = 3_600_000;

/**
 * Narrows a walk to the rows created in a window of time, give or take: times rise with the seq, unless the wall clock
 * was set back, so an hour is added on both sides. No index is needed for it, and a few dozen rows are visited.
 */
export function narrowToWindow(
  db: Database,
  table: "deliveries" | "events",
  range: { after: number; through: number },
  window: { sinceMs: number; untilMs: number | null },
): { after: number; through: number } {
  const next = db.query<{ seq: number; created_at: number }, [number]>(
    `SELECT seq, created_at FROM ${table} WHERE seq > ? ORDER BY seq LIMIT 1`,
  );
  /** Rows up to `low` are older than the time, rows behind `high` are not. */
  const halve = (timeMs: number) => {
    let [low, high] = [range.after, range.through];
    while (high - low > rowsWorthHalving) {
      const middle = Math.floor((low + high) / 2);
      const row = next.get(middle);
      if (row !== null && row.seq < high && row.created_at < timeMs) low = row.seq;
      else high = middle;
    }
    return { low, high };
  };
  const after = halve(window.sinceMs - clockSlackMs).low;
  const through = window.untilMs === null ? range.through : halve(window.untilMs + clockSlackMs).high;
  return { after, through: Math.max(after, through) };
}
