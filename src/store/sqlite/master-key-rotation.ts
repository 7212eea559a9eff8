import type { Database } from "bun:sqlite";
import { join } from "node:path";
import { StartError } from "../../platform/start-error.ts";
import { keyIdOf, type Vault } from "../../platform/vault.ts";
import { databaseFileName, openDatabase } from "./database.ts";
import { beginRotation, endRotation, type UnfinishedRotation, unlock } from "./master-key.ts";
import { migrateOpen } from "./migrations.ts";
import { type SealedColumn, sealedColumns } from "./sealed-columns.ts";

/** Values that one transaction seals anew. */
const valuesPerStep = 500;

/**
 * A change of the master key on data that no server uses. It may break off between any two calls: the data opens with
 * either key until `finish`, and opening it anew goes on with the same new key.
 */
export interface MasterKeyRotation {
  readonly toKey: Uint8Array;
  readonly fromKeyId: string;
  readonly toKeyId: string;
  /** Seals one bounded part anew. Says how many values that were. */
  step(): { resealed: number; done: boolean };
  /** Ends the old key, after the last step, and once the new key is where the next start finds it. */
  finish(): void;
  close(): void;
}

export interface RotationOptions {
  /** The data directory; its process lock must be held. */
  directory: string;
  /** The master key that the data is opened with, and its vault. */
  given: { key: Uint8Array; vault: Vault };
  /** The new key, or the one that an earlier try began with. Null leaves the choice to `makeKey`. */
  chosenKey: Uint8Array | null;
  makeKey(): Uint8Array;
}

interface SealedRow {
  seq: number;
  owner: string;
  sealed: Uint8Array;
}

/** Begins a rotation, or goes on with the one that broke off. */
export function openMasterKeyRotation(options: RotationOptions): MasterKeyRotation {
  const path = join(options.directory, databaseFileName);
  const db = openDatabase(path);
  try {
    // The new key, sealed with the old one, must not stay behind in the file's free space.
    db.run("PRAGMA secure_delete = ON");
    migrateOpen(db, path);
    const { rotation } = unlock(db, options.given.vault);
    if (rotation) refuseOtherKey(rotation, options.chosenKey);
    return rotationOn(db, rotation ?? begin(db, options));
  } catch (error) {
    db.close();
    throw error;
  }
}

function begin(db: Database, { given, chosenKey, makeKey }: RotationOptions): UnfinishedRotation {
  const toKey = chosenKey ?? makeKey();
  // Values tell by the id which key opens them. Two keys share one by a chance of one to four thousand million.
  if (given.vault.withKey(toKey).keyId === given.vault.keyId) {
    throw new StartError(
      "The new master key is the one that the data is encrypted with already. Give another one.",
    );
  }
  return beginRotation(db, { from: given.vault, fromKey: given.key, toKey });
}

function refuseOtherKey({ to, toKey }: UnfinishedRotation, chosenKey: Uint8Array | null): void {
  if (chosenKey === null || Buffer.from(chosenKey).equals(toKey)) return;
  throw new StartError(
    `A change to another new master key (its id is ${to.keyId}) was begun and broke off. Finish that one first: leave --new-key-file out, or name a file that does not exist yet, where that key is then written.`,
  );
}

function rotationOn(db: Database, rotation: UnfinishedRotation): MasterKeyRotation {
  const { from, to, toKey } = rotation;
  const left = sealedColumns.map((column) => resealing(db, column, rotation));
  return {
    toKey,
    fromKeyId: from.keyId,
    toKeyId: to.keyId,
    step() {
      const [reseal] = left;
      if (!reseal) return { resealed: 0, done: true };
      const { resealed, done } = reseal();
      if (done) left.shift();
      return { resealed, done: left.length === 0 };
    },
    finish() {
      endRotation(db, rotation);
      db.run("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    close: () => db.close(),
  };
}

/** Walks over one column; what an earlier try has sealed anew is passed over. */
function resealing(
  db: Database,
  { table, column, owner, identityOf }: SealedColumn,
  { from, to }: UnfinishedRotation,
): () => { resealed: number; done: boolean } {
  const next = db.prepare<SealedRow, [number]>(
    `SELECT t.seq, ${owner} AS owner, t.${column} AS sealed FROM ${table} t
     WHERE t.seq > ? AND t.${column} IS NOT NULL ORDER BY t.seq LIMIT ${valuesPerStep}`,
  );
  const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE seq = ?`);
  let last = 0;
  return () => {
    const rows = next.all(last);
    const old = rows.filter(({ sealed }) => keyIdOf(sealed) !== to.keyId);
    db.transaction(() => {
      for (const { seq, owner: id, sealed } of old) {
        const identity = identityOf(id);
        update.run(to.seal(openOrSay(from, sealed, identity), identity), seq);
      }
    })();
    last = rows.at(-1)?.seq ?? last;
    return { resealed: old.length, done: rows.length < valuesPerStep };
  };
}

function openOrSay(vault: Vault, sealed: Uint8Array, identity: string): string {
  try {
    return vault.open(sealed, identity);
  } catch {
    throw new StartError(
      `The stored ${identity} cannot be decrypted: it is damaged. Nothing is lost by that which was not lost before; the server starts, with the old key or the new one. Delete that endpoint, then run this command again.`,
    );
  }
}
