import type { Database } from "bun:sqlite";
import { type Finding, good } from "../../domain/finding.ts";
import { statisticsKeptMs } from "../../domain/statistics.ts";
import type { Vault } from "../../platform/vault.ts";
import { codeOf, triggerCodes } from "./codes.ts";
import { sealedColumns } from "./sealed-columns.ts";

/** How many of SQLite's own sentences are shown: a damaged file has thousands. */
const damagesShown = 5;

/** What SQLite finds wrong with the file, as sentences; none in a sound one. */
export function findDamage(db: Database): string[] {
  const rows = db
    .query<{ integrity_check: string }, []>(`PRAGMA integrity_check(${damagesShown})`)
    .all()
    .map((row) => row.integrity_check);
  return rows.length === 1 && rows[0] === "ok" ? [] : rows;
}

/** What helps where rows are missing or pages damaged. */
export const fromBackup =
  'Stop the server and restore the last good backup ("posthorn restore"). Keep the damaged files: what was accepted since may be read from them.';

/** Whether the file itself is sound: every page, and every index against its table. */
export function examineIntegrity(db: Database): Finding {
  const check = "database.integrity";
  const damage = findDamage(db);
  if (damage.length === 0) return good(check, "Every page of the file and every index is sound.");
  return {
    check,
    status: "problem",
    message: `The file is damaged: ${damage.join("; ")}.`,
    advice: fromBackup,
  };
}

/** Whether every row that another one refers to is there. */
export function examineReferences(db: Database): Finding {
  const check = "database.references";
  const broken = db
    .query<{ table: string; parent: string; count: number }, []>(
      'SELECT "table", parent, count(*) AS count FROM pragma_foreign_key_check GROUP BY 1, 2',
    )
    .all();
  if (broken.length === 0) return good(check, "Every row that another one refers to is there.");
  const list = broken.map(
    ({ table, parent, count }) => `${count} of ${table} refer to ${parent} that are missing`,
  );
  return { check, status: "problem", message: `Rows are orphaned: ${list.join(", ")}.`, advice: fromBackup };
}

export interface RowRule {
  check: string;
  /** Counts the rows that break it. */
  sql: string;
  kept: string;
  broken(count: number): string;
}

/** What no foreign key holds. Each counts the rows that break it. */
export const rowRules: readonly RowRule[] = [
  {
    check: "endpoints.complete",
    sql: `SELECT count(*) AS count FROM endpoints e WHERE deleted_at IS NULL AND NOT (
        EXISTS (SELECT 1 FROM endpoint_health WHERE endpoint_seq = e.seq)
        AND EXISTS (SELECT 1 FROM endpoint_secrets WHERE endpoint_seq = e.seq)
        AND EXISTS (SELECT 1 FROM endpoint_revisions WHERE seq = e.revision_seq))`,
    kept: "Every endpoint has its health, its signing secret and its revision.",
    broken: (count) => `${count} endpoints have no health, no signing secret or no revision.`,
  },
  {
    check: "deliveries.complete",
    sql: `SELECT count(*) AS count FROM deliveries d
      WHERE NOT EXISTS (SELECT 1 FROM endpoint_revisions WHERE seq = d.revision_seq)`,
    kept: "Every delivery has the revision that its body is rendered with.",
    broken: (count) => `${count} deliveries name a revision that is missing: they cannot be rendered.`,
  },
  {
    check: "deliveries.due",
    sql: "SELECT count(*) AS count FROM deliveries WHERE (status = 0) <> (due_at IS NOT NULL)",
    kept: "Every pending delivery is due at some time, and no other one is.",
    broken: (count) => `${count} deliveries are pending and never due, or due and not pending.`,
  },
  {
    check: "deliveries.attempts",
    sql: `SELECT count(*) AS count FROM deliveries d
      WHERE attempt_count <> (SELECT count(*) FROM attempts WHERE delivery_seq = d.seq)`,
    kept: "Every delivery counts as many attempts as it has.",
    broken: (count) => `${count} deliveries count another number of attempts than they have.`,
  },
  {
    check: "chores.complete",
    sql: `SELECT count(*) AS count FROM chores c WHERE endpoint_seq IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM endpoints WHERE seq = c.endpoint_seq)`,
    kept: "Every chore has its endpoint.",
    broken: (count) => `${count} chores are about endpoints that are missing.`,
  },
];

/** Whether the rows fit together beyond what the file itself holds. */
export function examineRule(db: Database, { check, sql, kept, broken }: RowRule): Finding {
  const count = db.query<{ count: number }, []>(sql).get()?.count ?? 0;
  if (count === 0) return good(check, kept);
  return { check, status: "problem", message: broken(count), advice: fromBackup };
}

/**
 * Whether the counters of the statistics cover the rows. There may be more counted than there are, because the
 * counters stay when an endpoint is deleted and when rows are past their retention; never fewer.
 */
export function examineCounters(db: Database, nowMs: number): Finding {
  const check = "statistics.counters";
  const hourMs = 3_600_000;
  const sinceMs = Math.ceil((nowMs - statisticsKeptMs) / hourMs + 1) * hourMs;
  const row = db
    .query<{ hours: number; missing: number }, [number]>(`
      WITH made AS (
        SELECT organization_seq, created_at / ${hourMs} * ${hourMs} AS start_at, count(*) AS count
        FROM deliveries WHERE trigger <> ${codeOf(triggerCodes, "test")} AND created_at >= ? GROUP BY 1, 2)
      SELECT count(*) AS hours, total(made.count - coalesce(counted.created, 0)) AS missing
      FROM made LEFT JOIN (
        SELECT organization_seq, start_at, sum(created) AS created FROM statistics
        WHERE span = 0 AND endpoint_seq = 0 GROUP BY 1, 2) counted USING (organization_seq, start_at)
      WHERE made.count > coalesce(counted.created, 0)`)
    .get(sinceMs);
  if (!row || row.hours === 0) return good(check, "The statistics count every delivery.");
  return {
    check,
    status: "warning",
    message: `The statistics lack ${row.missing} deliveries, in ${row.hours} hours.`,
    advice: "Deliveries are not affected; the charts of those hours show too little. Please report it.",
  };
}

/** Whether the master key opens every stored secret. */
export function examineSecrets(db: Database, vault: Vault): Finding {
  const check = "secrets.sealed";
  let opened = 0;
  const closed = new Set<string>();
  for (const { table, column, owner, identityOf } of sealedColumns) {
    const rows = db
      .query<{ owner: string; sealed: Uint8Array }, []>(
        `SELECT ${owner} AS owner, t.${column} AS sealed FROM ${table} t WHERE t.${column} IS NOT NULL`,
      )
      .all();
    for (const row of rows) {
      if (opens(vault, row.sealed, identityOf(row.owner))) opened++;
      else closed.add(row.owner);
    }
  }
  if (closed.size === 0) return good(check, `The master key opens all of ${opened} stored secrets.`);
  return {
    check,
    status: "problem",
    message: `The master key (its id is ${vault.keyId}) does not open secrets of ${closed.size} endpoints, ${[...closed][0]} first.`,
    advice: `Give the key that they were sealed with, or rotate the secrets of these endpoints. ${opened} others open.`,
  };
}

function opens(vault: Vault, sealed: Uint8Array, identity: string): boolean {
  try {
    vault.open(sealed, identity);
    return true;
  } catch {
    return false;
  }
}

/** How many rows there are of what people ask for. */
export interface RowCounts {
  organizations: number;
  endpoints: number;
  events: number;
  deliveries: number;
  pending: number;
  attempts: number;
}

export function countRows(db: Database): RowCounts {
  const count = (sql: string) =>
    db.query<{ count: number }, []>(`SELECT count(*) AS count FROM ${sql}`).get();
  return {
    organizations: count("organizations WHERE deleted_at IS NULL")?.count ?? 0,
    endpoints: count("endpoints WHERE deleted_at IS NULL")?.count ?? 0,
    events: count("events")?.count ?? 0,
    deliveries: count("deliveries")?.count ?? 0,
    pending: count("deliveries WHERE status = 0")?.count ?? 0,
    attempts: count("attempts")?.count ?? 0,
  };
}

/** The counts as a sentence has them. */
export function printCounts(counts: RowCounts): string {
  const { events, deliveries, pending, attempts, endpoints, organizations } = counts;
  return (
    `${events} events, ${deliveries} deliveries (${pending} pending), ${attempts} attempts; ` +
    `${endpoints} endpoints of ${organizations} organizations`
  );
}
