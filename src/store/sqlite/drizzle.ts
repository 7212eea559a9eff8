import type { Database } from "bun:sqlite";
import { drizzle } from "drizzle-orm/bun-sqlite";

/** Drizzle over an open database. Its calls are synchronous: nothing may be awaited inside a transaction. */
export function drizzleOver(db: Database) {
  return drizzle({ client: db });
}

export type Drizzle = ReturnType<typeof drizzleOver>;
