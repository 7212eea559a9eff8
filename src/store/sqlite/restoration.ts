import { Database, SQLiteError } from "bun:sqlite";
import type { AuditAction } from "../../domain/audit-entry.ts";
import type { NewId } from "../../domain/id.ts";
import { StartError } from "../../platform/start-error.ts";
import { keyIdOf, type Vault } from "../../platform/vault.ts";
import { type BackupStamp, backupStamp, backupStampName } from "./backup.ts";
import { codeOf, endpointStatusCodes } from "./codes.ts";
import { countRows, findDamage, type RowCounts } from "./examination.ts";
import { sealedCheck, unlock } from "./master-key.ts";
import { knownVersion, refuseForeign, refuseNewer } from "./migrations.ts";
import { findStrangeSchema } from "./schema-comparison.ts";

export interface RestorationOptions {
  /** The copy of the backup that is to become the database. */
  path: string;
  /** What the sentences call it: the file that the operator named. */
  source: string;
  vault: Vault;
  /** Pauses every active endpoint, with an entry in the audit log. */
  isHeld: boolean;
  nowMs: number;
  newId: NewId;
}

/** A database that is ready to be put in place. */
export interface Restoration {
  /** When it was backed up, and by which version; null for a copy that was made by other means. */
  backup: BackupStamp | null;
  version: { ofFile: number; ofProgram: number };
  counts: RowCounts;
  heldEndpoints: number;
}

/** What the next start tells of it, once: a row of `meta`. */
export interface RestorationNote {
  restoredAt: number;
  backedUpAt: number | null;
  heldEndpoints: number;
}

const noteName = "restoration";

const strangeShown = 5;

/** Who the audit log says has paused the endpoints. */
const holder = { keyId: "posthorn restore", keyName: "posthorn restore --hold" };
const pauseAction: AuditAction = "endpoint.pause";

/** Checks a copy of a backup and makes it ready to be the database. Throws a `StartError` that says what is wrong. */
export function prepareRestoration(options: RestorationOptions): Restoration {
  const { path, source } = options;
  let db: Database | null = null;
  try {
    db = new Database(path, { readwrite: true, strict: true });
    return prepare(db, options);
  } catch (error) {
    throw error instanceof SQLiteError ? new StartError(sentenceFor(source, error)) : error;
  } finally {
    db?.close(true);
  }
}

function sentenceFor(source: string, { code = "", message }: SQLiteError): string {
  if (code === "SQLITE_NOTADB") {
    return `${source} is not a database, or it is damaged at its beginning. Name a backup that "posthorn backup" made.`;
  }
  if (code.startsWith("SQLITE_CORRUPT")) return damagedSentence(source, [message]);
  return `${source} was not restored, because it cannot be read or its copy not be written: ${message} (${code}).`;
}

function prepare(db: Database, { source, vault, isHeld, nowMs, newId }: RestorationOptions): Restoration {
  // Checking the indexes reads much of the file in no order.
  db.run("PRAGMA cache_size = -131072");
  // One file, whatever the copy was: an own log beside it would have to be put in place with it.
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  db.run("PRAGMA journal_mode = DELETE");
  const ofFile = refuseForeign(db, source, "Name a backup of Posthorn.");
  if (ofFile === 0) throw new StartError(`${source} is empty: there is nothing to restore. Name a backup.`);
  refuseNewer(source, ofFile, knownVersion);
  refuseStrange(db, source, ofFile);
  refuseDamaged(db, source);
  refuseOtherKey(db, source, vault);
  const backup = readStamp(db);
  const heldEndpoints = db.transaction(() => {
    const held = isHeld ? holdEndpoints(db, nowMs, newId) : 0;
    db.run("DELETE FROM meta WHERE name = ?", [backupStampName]);
    const note: RestorationNote = {
      restoredAt: nowMs,
      backedUpAt: backup?.at ?? null,
      heldEndpoints: held,
    };
    db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", [noteName, JSON.stringify(note)]);
    return held;
  })();
  return { backup, version: { ofFile, ofProgram: knownVersion }, counts: countRows(db), heldEndpoints };
}

/** Before anything is read from a table, which might be a view, or have a column that is worked out at every read. */
function refuseStrange(db: Database, source: string, version: number): void {
  const strange = findStrangeSchema(db, version);
  if (strange.length === 0) return;
  throw new StartError(
    `${source} is not as version ${version} makes it, and was not restored: ${strange.slice(0, strangeShown).join("; ")}. Take a backup that "posthorn backup" made.`,
  );
}

function refuseDamaged(db: Database, source: string): void {
  const damage = findDamage(db);
  if (damage.length > 0) throw new StartError(damagedSentence(source, damage));
}

function damagedSentence(source: string, damage: readonly string[]): string {
  return `${source} is damaged and was not restored: ${damage.join("; ")}. Take an earlier backup, or another copy of this one.`;
}

/** Better now than at the next start, when what was there before is out of the way. */
function refuseOtherKey(db: Database, source: string, vault: Vault): void {
  const check = sealedCheck(db);
  try {
    unlock(db, vault);
  } catch (error) {
    if (!(error instanceof StartError) || check === null) throw error;
    throw new StartError(
      `The master key (its id is ${vault.keyId}) does not open the secrets in ${source}: they were sealed with another one (its id is ${keyIdOf(check)}). ` +
        "Put that key's file into the data directory as master-key, or give the key with POSTHORN_MASTER_KEY or POSTHORN_MASTER_KEY_FILE.",
    );
  }
}

/** As somebody's pausing each of them: what is pending stays so until they are resumed, one by one. */
function holdEndpoints(db: Database, nowMs: number, newId: NewId): number {
  const active = codeOf(endpointStatusCodes, "active");
  const paused = codeOf(endpointStatusCodes, "paused");
  const held = db
    .query<{ id: string; organization_seq: number }, [number]>(
      `UPDATE endpoints SET status = ${paused}, updated_at = ? WHERE status = ${active} AND deleted_at IS NULL
       RETURNING id, organization_seq`,
    )
    .all(nowMs);
  // The numbers of rows that were deleted are not used again (`sequences.ts`).
  let seq = db
    .query<{ last: number }, []>(
      `SELECT max(coalesce((SELECT max(seq) FROM audit_log), 0), coalesce(
         (SELECT json_extract(value, '$.audit_log') FROM meta WHERE name = 'sequences'), 0)) AS last`,
    )
    .get()?.last;
  if (seq === undefined) throw new Error("Invariant broken: a query without FROM has one row");
  const addEntry = db.prepare(`
    INSERT INTO audit_log (seq, id, organization_seq, at, key_id, key_name, action, object_id, address, changes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)`);
  const changes = JSON.stringify({ status: { from: "active", to: "paused" } });
  for (const { id, organization_seq } of held) {
    addEntry.run(
      ++seq,
      newId("auditEntry"),
      organization_seq,
      nowMs,
      holder.keyId,
      holder.keyName,
      pauseAction,
      id,
      changes,
    );
  }
  addEntry.finalize();
  return held.length;
}

/** What was restored into this database and not yet told; null where nothing was. Told once: it is gone then. */
export function takeRestorationNote(db: Database): RestorationNote | null {
  const note = readMeta<RestorationNote>(db, noteName);
  if (note !== null) db.run("DELETE FROM meta WHERE name = ?", [noteName]);
  return note;
}

/** A file from elsewhere may say anything there: what is no stamp is none. */
function readStamp(db: Database): BackupStamp | null {
  const text = db
    .query<{ value: string }, [string]>("SELECT value FROM meta WHERE name = ?")
    .get(backupStampName);
  try {
    return backupStamp.safeParse(JSON.parse(text?.value ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

function readMeta<T>(db: Database, name: string): T | null {
  const row = db.query<{ value: string }, [string]>("SELECT value FROM meta WHERE name = ?").get(name);
  return row ? (JSON.parse(row.value) as T) : null;
}
