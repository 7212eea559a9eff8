import { Database } from "bun:sqlite";
import { aStore, type TestStore } from "./a-store.ts";

/** A store whose transactions are measured. */
export interface MeasuredStore {
  opened: TestStore;
  /** The largest transaction since the last call: rows written, and how long its verbs took. */
  largest(): { rows: number; ms: number };
}

/** Opens a store and listens to the statements with which its transactions begin and end. */
export async function aMeasuredStore(): Promise<MeasuredStore> {
  let largest = { rows: 0, ms: 0 };
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function (this: Database, sql: string) {
    const statement = prepare.call(this, sql);
    if (sql !== "BEGIN IMMEDIATE" && sql !== "COMMIT") return statement;
    const total = prepare.call(this, "SELECT total_changes() AS rows");
    const rowsSoFar = () => (total.get() as { rows: number }).rows;
    const run = statement.run.bind(statement);
    statement.run = (...params) => {
      if (sql === "BEGIN IMMEDIATE") {
        begun = { rows: rowsSoFar(), at: performance.now() };
        return run(...params);
      }
      const rows = rowsSoFar() - begun.rows;
      const done = run(...params);
      const ms = performance.now() - begun.at;
      largest = { rows: Math.max(largest.rows, rows), ms: Math.max(largest.ms, ms) };
      return done;
    };
    return statement;
  } as typeof prepare;
  let begun = { rows: 0, at: 0 };
  const opened = await aStore();
  Database.prototype.prepare = prepare;
  return {
    opened,
    largest() {
      const found = largest;
      largest = { rows: 0, ms: 0 };
      return found;
    },
  };
}
