import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { databaseFileName } from "../../src/store/sqlite/database.ts";

/** A statement with its values. */
export interface Query {
  sql: string;
  params: readonly unknown[];
}

/** How SQLite runs a statement, and how many rows it looks at for it. */
export interface Reading {
  plan: string[];
  visited: number;
}

/**
 * Explains statements and counts the rows that they visit: a condition of our own, which is true for every row, is
 * put in front of the others, where SQLite asks it about each row that the chosen index offers, before any condition
 * that the index does not serve.
 */
export function openRowCounter(directory: string) {
  const db = new DatabaseSync(join(directory, databaseFileName), { readOnly: true });
  let visited = 0;
  db.function("visited", (_row) => {
    visited++;
    return 1;
  });
  return {
    /** @param row the visited row's number, as the statement calls it: `d.seq` */
    read({ sql, params }: Query, row: string): Reading {
      const counting = sql.replace(/\bwhere\b/i, `WHERE visited(${row}) = 1 AND`);
      const values = params.map(asValue);
      visited = 0;
      db.prepare(counting).all(...values);
      return { plan: explain(sql, values), visited };
    },
    explain: (sql: string) => explain(sql, []),
    close: () => db.close(),
  };

  function explain(sql: string, values: SQLInputValue[]): string[] {
    return db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => String(detail));
  }
}

export type RowCounter = ReturnType<typeof openRowCounter>;

function asValue(value: unknown): SQLInputValue {
  return typeof value === "boolean" ? Number(value) : (value as SQLInputValue);
}
