import type { Database } from "bun:sqlite";
import { existsSync } from "node:fs";
import { join } from "node:path";
import initial from "../../../migrations/0001_initial.sql" with { type: "text" };
import sources from "../../../migrations/0002_sources.sql" with { type: "text" };
import { StartError } from "../../platform/start-error.ts";
import { applicationId, databaseFileName, openDatabase, whileOpening } from "./database.ts";

/** The numbered migrations, embedded: forward only, frozen once landed. The first brings a file to version 1. */
const embedded: readonly string[] = [initial, sources];

/** The version that this program brings a file to, and the newest that it reads. */
export const knownVersion = embedded.length;

/** What migrating did. */
export interface MigrationReport {
  path: string;
  /** The file's version before: 0 for a new one. */
  from: number;
  to: number;
  /** The copy made before a file with data was changed, or null. */
  backup: string | null;
}

/** Opens the data directory's database, brings it to this program's version, and closes it. */
export function migrateDirectory(directory: string): MigrationReport {
  const path = join(directory, databaseFileName);
  const db = openDatabase(path);
  try {
    return whileOpening(path, () => migrate(db, path, embedded));
  } finally {
    db.close();
  }
}

/** Brings an open database to the version of this program. */
export function migrateOpen(db: Database, path: string): MigrationReport {
  return migrate(db, path, embedded);
}

/**
 * Applies what is missing, each migration in a transaction of its own, after a backup of a file that has data.
 * Refuses a file of a newer program, or of another one.
 */
export function migrate(db: Database, path: string, migrations: readonly string[]): MigrationReport {
  const to = migrations.length;
  const from = refuseForeign(db, path);
  refuseNewer(path, from, to);
  const backup = from > 0 && from < to ? backUp(db, path, from) : null;
  for (const [index, sql] of migrations.entries()) {
    if (index < from) continue;
    apply(db, sql, index + 1);
  }
  return { path, from, to, backup };
}

/** Makes the tables that a file of that version has, in an empty database. */
export function applyUpTo(db: Database, version: number): void {
  for (const [index, sql] of embedded.slice(0, version).entries()) apply(db, sql, index + 1);
}

function apply(db: Database, sql: string, version: number): void {
  db.transaction(() => {
    db.run(sql);
    db.run(`PRAGMA application_id = ${applicationId}`);
    db.run(`PRAGMA user_version = ${version}`);
  })();
}

/** Refuses a file of a newer program. */
export function refuseNewer(path: string, version: number, known: number): void {
  if (version <= known) return;
  throw new StartError(
    `${path} has version ${version}, but this program knows versions up to ${known}. Install the newer program that wrote it, or restore the backup made before it was upgraded.`,
  );
}

/** Refuses a database of another program; an empty file is nobody's. Returns the file's version: 0 for an empty one. */
export function refuseForeign(
  db: Database,
  path: string,
  advice = "Choose another directory with --data-dir.",
): number {
  const version = pragma(db, "user_version");
  const id = pragma(db, "application_id");
  const tables =
    db.query<{ count: number }, []>("SELECT count(*) AS count FROM sqlite_schema").get()?.count ?? 0;
  const isEmpty = tables === 0 && version === 0 && id === 0;
  if (isEmpty || id === applicationId) return version;
  throw new StartError(`${path} is a database of another program. ${advice}`);
}

function backUp(db: Database, path: string, version: number): string {
  const base = `${path}.version-${version}.backup`;
  let backup = base;
  for (let n = 2; existsSync(backup); n++) backup = `${base}-${n}`;
  db.run("VACUUM INTO ?", [backup]);
  return backup;
}

function pragma(db: Database, name: "user_version" | "application_id"): number {
  return db.query<Record<string, number>, []>(`PRAGMA ${name}`).get()?.[name] ?? 0;
}
