import { Database, SQLiteError } from "bun:sqlite";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Clock } from "../../platform/clock.ts";
import { roomIn } from "../../platform/disk-room.ts";
import { syncToDisk } from "../../platform/draft-file.ts";
import { StartError } from "../../platform/start-error.ts";
import { keyIdOf } from "../../platform/vault.ts";
import { countRows, findDamage, type RowCounts } from "./examination.ts";
import { sealedCheck } from "./master-key.ts";
import { refuseForeign } from "./migrations.ts";
import { copySnapshot } from "./snapshot-copy.ts";

export interface BackupOptions {
  /** The database, which a server may be using. */
  from: string;
  /** The file that is made. It must not be there; what else is written beside it is gone at the end. */
  to: string;
  isInUse: boolean;
  /** The program's version, to be shown by a restore. */
  version: string;
  clock: Clock;
  /** The disk of the data directory keeps so much free: a backup that would take it gives up. */
  floorBytes: number;
  /** Called when the database is not needed any more; the copy is checked after that. */
  onCopied(): void;
}

/** A backup as it was made and checked. */
export interface BackupReport {
  /** Everything that was committed before then is in it. */
  at: number;
  bytes: number;
  /** Names the master key that its secrets are sealed with; null where nothing is sealed. */
  masterKeyId: string | null;
  counts: RowCounts;
  copyMs: number;
  checkMs: number;
}

/** What a backup knows of itself: a row of its `meta`. */
export const backupStamp = z.object({
  at: z.int().min(0).max(8.64e15),
  version: z.string().regex(/^[\x21-\x7e]{1,64}$/),
});

export type BackupStamp = z.infer<typeof backupStamp>;

export const backupStampName = "backup";

/**
 * Makes a backup: the state of one moment, in one file that is on the disk and was read from its first page to its
 * last. Everything that was committed before the call is in it.
 */
export function makeBackup(options: BackupOptions): BackupReport {
  return sayingWhatFailed(options, () => make(options));
}

function make(options: BackupOptions): BackupReport {
  const { from, to, clock, isInUse } = options;
  const at = clock.now();
  const startedAt = clock.monotonic();
  copySnapshot({ from, to, clock, isInUse, beforePiece: () => keepRoom(options) });
  options.onCopied();
  const copiedAt = clock.monotonic();
  const found = finish(to, { at, version: options.version }, from);
  syncToDisk(to);
  const checkMs = clock.monotonic() - copiedAt;
  return { ...found, at, bytes: statSync(to).size, copyMs: copiedAt - startedAt, checkMs };
}

/** The log grows while a backup reads, and the backup may be on the same disk: live work needs the room more. */
function keepRoom({ from, floorBytes }: BackupOptions): void {
  const directory = dirname(from);
  if (roomIn(directory) >= floorBytes) return;
  throw new StartError(
    `The backup was given up: the disk of ${directory} has less than ${floorBytes} bytes free, which are the server's (POSTHORN_MIN_FREE_DISK_BYTES). Make room, or put the backup on another disk.`,
  );
}

/** Trouble of the disks and the files is a sentence, a bug stays what it is. */
function sayingWhatFailed<T>({ from, to }: BackupOptions, part: () => T): T {
  try {
    return part();
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (error instanceof SQLiteError && /^SQLITE_(CORRUPT|NOTADB)/.test(String(code))) {
      throw new StartError(damagedSentence(from, [error.message]));
    }
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG" || code === "SQLITE_FULL") {
      throw new StartError(
        `There is no room for the backup in ${dirname(to)}, or a limit on the size of files is in force: ${(error as Error).message}. Nothing was kept of it.`,
      );
    }
    if (typeof code === "string" && /^(E[A-Z]+|SQLITE_(IOERR|CANTOPEN|READONLY|PERM|BUSY)\w*)$/.test(code)) {
      throw new StartError(
        `The backup of ${from} failed: ${(error as Error).message} (${code}). Nothing was kept of it.`,
      );
    }
    throw error;
  }
}

function finish(path: string, stamp: BackupStamp, from: string) {
  const db = new Database(path, { readwrite: true, strict: true });
  try {
    bringIn(db);
    refuseForeign(db, from);
    stampBackup(db, stamp);
    dropFreePages(db);
    const damage = findDamage(db);
    if (damage.length > 0) throw new StartError(damagedSentence(from, damage));
    const check = sealedCheck(db);
    return { masterKeyId: check === null ? null : keyIdOf(check), counts: countRows(db) };
  } finally {
    db.close(true);
  }
}

/** Makes one file of the copy and its log. What breaks off here is thrown away, so nothing has to survive that. */
function bringIn(db: Database): void {
  db.run("PRAGMA synchronous = OFF");
  db.run("PRAGMA cache_size = -131072");
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  // Also in the file: one in WAL mode cannot be read where nobody may write, as from a backup medium.
  db.run("PRAGMA journal_mode = DELETE");
  db.run("PRAGMA journal_mode = OFF");
}

function stampBackup(db: Database, stamp: BackupStamp): void {
  db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", [backupStampName, JSON.stringify(stamp)]);
}

/** They hold what was deleted and erased. */
function dropFreePages(db: Database): void {
  db.query("PRAGMA incremental_vacuum").all();
}

function damagedSentence(from: string, damage: readonly string[]): string {
  return (
    `The copy is damaged, and so, most likely, is ${from}: ${damage.join("; ")}. Nothing was kept of it. ` +
    '"posthorn doctor" says more; keep the backups that you have.'
  );
}
