import type { Database } from "bun:sqlite";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../../platform/start-error.ts";
import type { Vault } from "../../platform/vault.ts";
import { databaseFileName, openDatabase } from "./database.ts";

const name = "master_key_check";
const identity = "meta master_key_check";
const text = "posthorn";

/** Whether secrets in the data directory are sealed with a master key; false where there is no data yet. */
export function isSealed(directory: string): boolean {
  const path = join(directory, databaseFileName);
  if (!existsSync(path)) return false;
  const db = openDatabase(path);
  try {
    const hasMeta = db.query("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() !== null;
    return hasMeta && db.query("SELECT 1 FROM meta WHERE name = ?").get(name) !== null;
  } finally {
    db.close();
  }
}

/** Finds a wrong master key at the start, by a value sealed when the file was new, rather than at the first delivery. */
export function checkMasterKey(db: Database, vault: Vault): void {
  const row = db.query<{ value: Uint8Array }, [string]>("SELECT value FROM meta WHERE name = ?").get(name);
  if (!row) {
    db.run("INSERT INTO meta (name, value) VALUES (?, ?)", [name, vault.seal(text, identity)]);
    return;
  }
  if (opens(vault, row.value)) return;
  throw new StartError(
    `The master key is not the one this data directory was made with (this one's id is ${vault.keyId}). Give the right one with POSTHORN_MASTER_KEY or POSTHORN_MASTER_KEY_FILE, or put its file back into the data directory.`,
  );
}

function opens(vault: Vault, sealed: Uint8Array): boolean {
  try {
    return vault.open(sealed, identity) === text;
  } catch {
    return false;
  }
}
