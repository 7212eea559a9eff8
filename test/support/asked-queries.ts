import { join } from "node:path";
import { drizzle } from "drizzle-orm/bun-sqlite";
import { databaseFileName, openReadOnly } from "../../src/store/sqlite/database.ts";
import type { Drizzle } from "../../src/store/sqlite/drizzle.ts";
import type { Query } from "./visited-rows.ts";

/** A connection that only reads, as the reading worker's, and tells what is asked through it. */
export interface ListeningConnection {
  orm: Drizzle;
  /** What a reading asks, in order. */
  askedBy(run: () => unknown): Query[];
  close(): void;
}

export function openListening(directory: string): ListeningConnection {
  const client = openReadOnly(join(directory, databaseFileName));
  let asked: Query[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void asked.push({ sql, params }) };
  return {
    orm: drizzle({ client, logger }),
    askedBy(run) {
      asked = [];
      run();
      return asked;
    },
    close: () => client.close(),
  };
}
