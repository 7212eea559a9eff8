import type { Database } from "bun:sqlite";
import { join } from "node:path";
import { startOfInterval } from "../../src/domain/statistics.ts";
import { databaseFileName, openDatabase } from "../../src/store/sqlite/database.ts";
import { eventIdSql } from "./ledger.ts";

/** Which rows are written. */
export interface SeedOrder {
  /** Events, each with one delivery; with an attempt, where the example has one. */
  count: number;
  /** The number of the first event's id. */
  firstEvent: number;
}

/** At most so much of the past is made up, ms. It stays within the present hour, so that hourly counters are right. */
const pastMsMax = 600_000;

/**
 * Multiplies what a file has: the one event in it, published to one or more endpoints while the program ran, becomes
 * the example of `count` more, which go to these endpoints in turn. Rows are copied by SQL with all their columns,
 * whatever these are, because publishing millions of events would take half an hour. The program must not be running.
 */
export function multiplyEvent(dataDirectory: string, order: SeedOrder): void {
  const db = openDatabase(join(dataDirectory, databaseFileName));
  try {
    hurry(db);
    const example = findExample(db);
    db.transaction(() => {
      copyEvents(db, example, order);
      copyDeliveries(db, example, order);
      if (example.attempts > 0) copyAttempts(db, example, order);
      countStatistics(db, example, order);
    })();
    settle(db);
  } finally {
    db.close();
  }
}

/** The rows that are there before. Seqs of the copies follow them. */
interface Example {
  event: number;
  /** How many, one for each endpoint. */
  deliveries: number;
  attempts: number;
  lastEvent: number;
  lastDelivery: number;
  lastAttempt: number;
  atMs: number;
}

function findExample(db: Database): Example {
  const one = (sql: string): number => db.query<{ n: number | null }, []>(sql).get()?.n ?? 0;
  const event = one("SELECT max(seq) AS n FROM events");
  const deliveries = one("SELECT count(*) AS n FROM deliveries");
  const attempts = one("SELECT count(*) AS n FROM attempts");
  const attempted = one("SELECT count(DISTINCT delivery_seq) AS n FROM attempts");
  const ofEvent = one(`SELECT count(*) AS n FROM deliveries WHERE event_seq = ${event}`);
  if (
    deliveries === 0 ||
    deliveries !== ofEvent ||
    attempts !== attempted ||
    (attempts > 0 && attempts !== deliveries)
  ) {
    throw new Error("a file to be multiplied has one event, and each of its deliveries one attempt or none");
  }
  return {
    event,
    deliveries,
    attempts,
    lastEvent: event,
    lastDelivery: one("SELECT max(seq) AS n FROM deliveries"),
    lastAttempt: one("SELECT max(seq) AS n FROM attempts"),
    atMs: one(`SELECT created_at AS n FROM events WHERE seq = ${event}`),
  };
}

/** What is thrown away anyway needs to survive no crash; a large cache keeps the ends of the indexes in memory. */
function hurry(db: Database): void {
  for (const pragma of [
    "journal_mode = MEMORY",
    "synchronous = OFF",
    "foreign_keys = OFF",
    "cache_size = -1000000",
  ]) {
    db.run(`PRAGMA ${pragma}`);
  }
}

/** As the program leaves a file. */
function settle(db: Database): void {
  db.run("PRAGMA synchronous = FULL");
  db.run("PRAGMA journal_mode = WAL");
}

function copyEvents(db: Database, example: Example, order: SeedOrder): void {
  copyRows(db, "events", `WHERE t.seq = ${example.event}`, order.count, {
    seq: `${example.lastEvent} + n`,
    id: eventIdSql(`${order.firstEvent - 1} + n`),
    timestamp: timeOf(example, order, "timestamp"),
    created_at: timeOf(example, order, "created_at"),
    delivery_count: "1",
  });
}

/** The n-th event goes to the example's (n mod k)-th endpoint. */
function copyDeliveries(db: Database, example: Example, order: SeedOrder): void {
  const first = example.lastDelivery - example.deliveries + 1;
  copyRows(db, "deliveries", `WHERE t.seq = ${first} + n % ${example.deliveries}`, order.count, {
    seq: `${example.lastDelivery} + n`,
    id: nextId("id"),
    event_seq: `${example.lastEvent} + n`,
    first_due_at: timeOf(example, order, "first_due_at"),
    due_at: timeOf(example, order, "due_at"),
    created_at: timeOf(example, order, "created_at"),
    completed_at: timeOf(example, order, "completed_at"),
  });
}

function copyAttempts(db: Database, example: Example, order: SeedOrder): void {
  const first = example.lastDelivery - example.deliveries + 1;
  copyRows(db, "attempts", `WHERE t.delivery_seq = ${first} + n % ${example.deliveries}`, order.count, {
    seq: `${example.lastAttempt} + n`,
    id: nextId("id"),
    delivery_seq: `${example.lastDelivery} + n`,
    started_at: timeOf(example, order, "started_at"),
  });
}

function copyRows(
  db: Database,
  table: string,
  where: string,
  count: number,
  changed: Record<string, string>,
): void {
  const columns = db.query<{ name: string }, []>(`SELECT name FROM pragma_table_info('${table}')`).all();
  const names = columns.map(({ name }) => name);
  for (const name of Object.keys(changed)) {
    if (!names.includes(name)) throw new Error(`the table "${table}" has no column "${name}"`);
  }
  db.run(`
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
    INSERT INTO ${table} (${names.join(", ")})
    SELECT ${names.map((name) => changed[name] ?? `t.${name}`).join(", ")}
    FROM numbers CROSS JOIN ${table} t ${where}`);
}

/** Spread evenly over the past, oldest first; what is null stays so. */
function timeOf(example: Example, { count }: SeedOrder, column: string): string {
  const pastMs = Math.min(pastMsMax, example.atMs - startOfInterval(example.atMs, "hour"));
  return `t.${column} - ${pastMs} + ${pastMs} * n / ${count}`;
}

/** As long as the example's, other at its end, and in the order of the rows. */
function nextId(column: string): string {
  const digits = 10;
  return `substr(t.${column}, 1, length(t.${column}) - ${digits}) || printf('%0${digits}d', n)`;
}

/** The counters that the program would have written. Their latencies stay those of the example. */
function countStatistics(db: Database, example: Example, { count }: SeedOrder): void {
  const perDelivery = (column: string): string =>
    `${column} = ${column} + (${column} * ${count}) / ${example.deliveries}`;
  db.run(`
    UPDATE statistics SET published = published + published * ${count},
      ${["created", "succeeded", "failed", "canceled", "attempts"].map(perDelivery).join(", ")}`);
}
