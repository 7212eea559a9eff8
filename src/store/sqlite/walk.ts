import { and, desc, lt, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Page, PageRequest } from "../../domain/page.ts";
import { type Clock, systemClock } from "../../platform/clock.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Drizzle } from "./drizzle.ts";

/** Rows that one window covers: what a filter without an index visits before it looks at the clock. */
const windowRows = 20_000;
const walkMsMax = 200;

/** How a list is read, newest first. */
export interface Walk<Row extends { seq: number }> {
  /** The list's name in its cursors. */
  list: string;
  page: PageRequest;
  /** Up to `limit` rows that pass the filter, with `floor <= seq < before`, newest first. */
  rows(range: { before: number; floor: number; limit: number }): Row[];
  /** The seq of the n-th row below `before` in the index that the list walks, whatever the filter; null: fewer. */
  nthBelow(before: number, n: number): number | null;
}

/**
 * Walks windows until the page is full, the list ends, or 200 ms have passed: then the page is short, and the
 * cursor goes on from there. So a rare filter over millions of rows never holds a reader for long.
 */
export function walk<Row extends { seq: number }>(
  { list, page, rows, nthBelow }: Walk<Row>,
  clock: Pick<Clock, "monotonic"> = systemClock,
): Page<Row> {
  const endAt = clock.monotonic() + walkMsMax;
  const found: Row[] = [];
  let before = decodeCursor(list, page.cursor) ?? Number.MAX_SAFE_INTEGER;
  for (;;) {
    const end = nthBelow(before, windowRows);
    found.push(...rows({ before, floor: end ?? 0, limit: page.limit + 1 - found.length }));
    if (found.length > page.limit) {
      const data = found.slice(0, page.limit);
      return { data, nextCursor: encodeCursor(list, data.at(-1)?.seq ?? 0) };
    }
    if (end === null) return { data: found, nextCursor: null };
    before = end;
    if (clock.monotonic() > endAt) return { data: found, nextCursor: encodeCursor(list, before) };
  }
}

/**
 * Measures a list's windows.
 * @param walked what chooses the index that the list walks; nothing else of its filter, or a window costs a whole walk
 */
export function nthBelowIn(
  orm: Drizzle,
  table: SQLiteTable & { seq: AnySQLiteColumn<{ data: number; notNull: true }> },
  walked: SQL | undefined,
): Walk<{ seq: number }>["nthBelow"] {
  return (before, n) =>
    orm
      .select({ seq: table.seq })
      .from(table)
      .where(and(walked, lt(table.seq, before)))
      .orderBy(desc(table.seq))
      .limit(1)
      .offset(n - 1)
      .get()?.seq ?? null;
}

/** The page without the seq, which is nobody's business outside. */
export function withoutSeq<Row extends { seq: number }>({
  data,
  nextCursor,
}: Page<Row>): Page<Omit<Row, "seq">> {
  return { data: data.map(({ seq: _, ...row }) => row), nextCursor };
}
