import type { Database } from "bun:sqlite";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../../platform/start-error.ts";
import { joinVaults, type Vault } from "../../platform/vault.ts";
import { databaseFileName, openDatabase } from "./database.ts";

/**
 * Rows of `meta`. The check value is sealed with the key in force. The other two are there while the key is being
 * changed: each key, sealed with the other, so that whoever has one of them has both.
 */
const checkName = "master_key_check";
const nextName = "master_key_next";
const previousName = "master_key_previous";
const checkText = "posthorn";

/** Whether secrets in the data directory are sealed with a master key; false where there is no data yet. */
export function isSealed(directory: string): boolean {
  const path = join(directory, databaseFileName);
  if (!existsSync(path)) return false;
  const db = openDatabase(path);
  try {
    const hasMeta = db.query("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() !== null;
    return hasMeta && readValue(db, checkName) !== null;
  } finally {
    db.close();
  }
}

/** The check value as it is sealed; null where nothing is sealed yet. */
export function sealedCheck(db: Database): Uint8Array | null {
  return readValue(db, checkName);
}

/** A change of the master key that was begun and is not finished. */
export interface UnfinishedRotation {
  from: Vault;
  to: Vault;
  toKey: Uint8Array;
}

/**
 * The vault that opens what is in the file. Finds a wrong master key at the start, by a value sealed when the file was
 * new, rather than at the first delivery.
 * @param given with the master key that the program was given
 */
export function unlock(db: Database, given: Vault): { vault: Vault; rotation: UnfinishedRotation | null } {
  const check = readValue(db, checkName);
  if (check === null) {
    writeValue(db, checkName, checkText, given);
    return { vault: given, rotation: null };
  }
  const rotation = findRotation(db, given);
  const inForce = rotation?.from ?? given;
  if (openOrNull(inForce, checkName, check) !== checkText) {
    throw new StartError(
      `The master key is not the one this data directory was made with (this one's id is ${given.keyId}). Give the right one with POSTHORN_MASTER_KEY or POSTHORN_MASTER_KEY_FILE, or put its file back into the data directory.`,
    );
  }
  if (rotation === null) return { vault: given, rotation };
  return { vault: joinVaults({ sealing: rotation.to, other: rotation.from }), rotation };
}

function findRotation(db: Database, given: Vault): UnfinishedRotation | null {
  const next = readValue(db, nextName);
  const previous = readValue(db, previousName);
  if (next === null || previous === null) return null;
  const toKey = keyIn(openOrNull(given, nextName, next));
  if (toKey !== null) return { from: given, to: given.withKey(toKey), toKey };
  const fromKey = keyIn(openOrNull(given, previousName, previous));
  if (fromKey === null) return null;
  const from = given.withKey(fromKey);
  return { from, to: given, toKey: Buffer.from(from.open(next, identityOf(nextName)), "base64") };
}

/** The vault that opens what is in the file, which is not written to; null: that master key does not. */
export function readVault(
  db: Database,
  given: Vault,
): { vault: Vault; isRotationUnfinished: boolean } | null {
  if (readValue(db, checkName) === null) return { vault: given, isRotationUnfinished: false };
  try {
    const { vault, rotation } = unlock(db, given);
    return { vault, isRotationUnfinished: rotation !== null };
  } catch (error) {
    if (error instanceof StartError) return null;
    throw error;
  }
}

/** Makes both keys findable by either, before the first value goes over. */
export function beginRotation(
  db: Database,
  { from, fromKey, toKey }: { from: Vault; fromKey: Uint8Array; toKey: Uint8Array },
): UnfinishedRotation {
  const to = from.withKey(toKey);
  db.transaction(() => {
    writeValue(db, nextName, Buffer.from(toKey).toString("base64"), from);
    writeValue(db, previousName, Buffer.from(fromKey).toString("base64"), to);
  })();
  return { from, to, toKey };
}

/** From here on the old key opens nothing. Every value must have gone over. */
export function endRotation(db: Database, { to }: UnfinishedRotation): void {
  db.transaction(() => {
    writeValue(db, checkName, checkText, to);
    db.run("DELETE FROM meta WHERE name IN (?, ?)", [nextName, previousName]);
  })();
}

const identityOf = (name: string) => `meta ${name}`;

function readValue(db: Database, name: string): Uint8Array | null {
  return (
    db.query<{ value: Uint8Array }, [string]>("SELECT value FROM meta WHERE name = ?").get(name)?.value ??
    null
  );
}

function writeValue(db: Database, name: string, text: string, vault: Vault): void {
  db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", [
    name,
    vault.seal(text, identityOf(name)),
  ]);
}

function openOrNull(vault: Vault, name: string, sealed: Uint8Array): string | null {
  try {
    return vault.open(sealed, identityOf(name));
  } catch {
    return null;
  }
}

function keyIn(text: string | null): Uint8Array | null {
  return text === null ? null : Buffer.from(text, "base64");
}
