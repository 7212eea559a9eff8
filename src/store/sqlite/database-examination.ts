import { type Database, SQLiteError } from "bun:sqlite";
import { type Finding, good } from "../../domain/finding.ts";
import { toIso } from "../../domain/time.ts";
import { printBytes } from "../../platform/disk-room.ts";
import { StartError } from "../../platform/start-error.ts";
import type { Vault } from "../../platform/vault.ts";
import { openLyingStill, openReadOnly, whileOpening } from "./database.ts";
import { bytesOfFiles } from "./database-files.ts";
import {
  countRows,
  examineCounters,
  examineIntegrity,
  examineReferences,
  examineRule,
  examineSecrets,
  fromBackup,
  printCounts,
  rowRules,
} from "./examination.ts";
import { readVault } from "./master-key.ts";
import { knownVersion, refuseForeign } from "./migrations.ts";
import { findStrangeSchema } from "./schema-comparison.ts";

export interface DatabaseExamination {
  path: string;
  /** Whether a server may be writing to it. */
  isInUse: boolean;
  nowMs: number;
  /** The master key that was given; null: there is none, or it is of no interest. */
  vault: Vault | null;
  /** Also what reads the whole file. Each such check holds a snapshot, and the log grows while it does. */
  isFull: boolean;
  report(finding: Finding): void;
}

const strangeShown = 5;
/** A log that is larger has not been brought into the database for some time. */
const logBytesUsual = 256 * 1024 * 1024;
/** How far a clock may be off before it is worth a word. */
const clockToleranceMs = 5 * 60_000;

/** Examines a database, in use or not, and writes nothing. Each finding is reported as soon as it is known. */
export function examineDatabase(examination: DatabaseExamination): void {
  const { path, report } = examination;
  let db: Database | null = null;
  try {
    db = whileOpening(path, () => open(examination));
    // Much of what is read is read in no order.
    db.run("PRAGMA cache_size = -131072");
    for (const part of partsOf(db, examination)) inspect(path, part, report);
  } catch (error) {
    report(unreadable("database.readable", path, error));
  } finally {
    db?.close(true);
  }
}

/** What a crash left in the log is read as well, for which SQLite needs files beside the database. */
function open({ path, isInUse }: DatabaseExamination): Database {
  return isInUse || bytesOfFiles([`${path}-wal`]) > 0 ? openReadOnly(path) : openLyingStill(path);
}

type Part = [check: string, examine: () => Finding | readonly Finding[]];

function partsOf(db: Database, { path, nowMs, vault, isFull }: DatabaseExamination): Part[] {
  const version = whileOpening(path, () => refuseForeign(db, path));
  const parts: Part[] = [
    ["database.version", () => examineVersion(path, version)],
    ["database.size", () => examineSize(db, path)],
  ];
  // A file from elsewhere: what its views and columns work out might never end.
  const strange = version > knownVersion ? [] : findStrangeSchema(db, version);
  if (version <= knownVersion) parts.push(["database.schema", () => examineSchema(path, version, strange)]);
  if (strange.length > 0) return parts;
  if (isFull) parts.push(["database.integrity", () => examineIntegrity(db)]);
  // What the tables of another version mean is for that version's program to say.
  if (version !== knownVersion) return parts;
  if (isFull) {
    parts.push(
      ["database.references", () => examineReferences(db)],
      ...rowRules.map((rule): Part => [rule.check, () => examineRule(db, rule)]),
      ["statistics.counters", () => examineCounters(db, nowMs)],
      ["database.rows", () => good("database.rows", `It holds ${printCounts(countRows(db))}.`)],
    );
  }
  if (vault !== null) parts.push(["secrets.master_key", () => examineKey(db, vault)]);
  parts.push(["clock.wall", () => examineClock(db, nowMs)]);
  return parts;
}

/** Where a damaged page ends one part, the others may still tell something. */
function inspect(path: string, [check, examine]: Part, report: (finding: Finding) => void): void {
  try {
    for (const finding of [examine()].flat()) report(finding);
  } catch (error) {
    if (!(error instanceof SQLiteError)) throw error;
    report(unreadable(check, path, error));
  }
}

function unreadable(check: string, path: string, error: unknown): Finding {
  // A sentence that says what to do already.
  if (error instanceof StartError) return { check, status: "problem", message: error.message, advice: null };
  if (!(error instanceof SQLiteError)) throw error;
  return {
    check,
    status: "problem",
    message: `${path} cannot be read to its end: ${error.message} (${error.code}).`,
    advice: fromBackup,
  };
}

function examineVersion(path: string, version: number): Finding {
  const check = "database.version";
  if (version === knownVersion)
    return good(check, `${path} has version ${version}, which is this program's.`);
  if (version < knownVersion) {
    return {
      check,
      status: "note",
      message: `${path} has version ${version}; this program's is ${knownVersion}.`,
      advice: 'The next start brings it there, or "posthorn migrate", after a copy beside it.',
    };
  }
  return {
    check,
    status: "problem",
    message: `${path} has version ${version}, and this program knows versions up to ${knownVersion}.`,
    advice: "Install the newer program that wrote it.",
  };
}

function examineSchema(path: string, version: number, strange: readonly string[]): Finding {
  const check = "database.schema";
  if (strange.length === 0) return good(check, `Its tables are those of version ${version}.`);
  return {
    check,
    status: "problem",
    message: `${path} is not as version ${version} makes it: ${strange.slice(0, strangeShown).join("; ")}. The rest was not examined.`,
    advice:
      "Do not use a file from elsewhere. In one of your own, undo what was changed, or restore a backup.",
  };
}

function examineSize(db: Database, path: string): Finding {
  const check = "database.size";
  const pragma = (name: string) => db.query<Record<string, number>, []>(`PRAGMA ${name}`).get()?.[name] ?? 0;
  const pageBytes = pragma("page_size");
  const pages = pragma("page_count");
  const freePages = pragma("freelist_count");
  const logBytes = bytesOfFiles([`${path}-wal`]);
  const share = pages === 0 ? 0 : Math.round((100 * freePages) / pages);
  const message = `The database has ${printBytes(pages * pageBytes)}, of which ${printBytes(freePages * pageBytes)} (${share} %) are free to be used again; its log has ${printBytes(logBytes)}.`;
  if (logBytes > logBytesUsual) {
    return {
      check,
      status: "warning",
      message,
      advice:
        "A log that large is being held: by a backup, a shell or an examination that reads for long. It is cut back when they end.",
    };
  }
  return good(check, message);
}

function examineKey(db: Database, given: Vault): Finding[] {
  const check = "secrets.master_key";
  const found = readVault(db, given);
  if (found === null) {
    const message = `The master key (its id is ${given.keyId}) is not the one that this database was made with: the server does not start with it.`;
    const advice =
      "Put the right key's file back, or give it with POSTHORN_MASTER_KEY or POSTHORN_MASTER_KEY_FILE.";
    return [{ check, status: "problem", message, advice }];
  }
  const key: Finding = found.isRotationUnfinished
    ? {
        check,
        status: "warning",
        message: "A change of the master key was begun and broke off: the old and the new key both work.",
        advice: 'Stop the server, and run "posthorn rotate-master-key" again.',
      }
    : good(check, `The master key (its id is ${given.keyId}) is the right one.`);
  return [key, examineSecrets(db, found.vault)];
}

/** The rows tell how late it was: a clock that has gone back behind them is wrong, or was. */
function examineClock(db: Database, nowMs: number): Finding {
  const check = "clock.wall";
  const newest = (sql: string) => db.query<{ at: number | null }, []>(sql).get()?.at ?? 0;
  const newestAt = Math.max(
    newest("SELECT created_at AS at FROM events ORDER BY seq DESC LIMIT 1"),
    newest("SELECT started_at AS at FROM attempts ORDER BY seq DESC LIMIT 1"),
    newest("SELECT value AS at FROM meta WHERE name = 'clock'"),
  );
  if (newestAt <= nowMs + clockToleranceMs) return good(check, `It is ${toIso(nowMs)}.`);
  return {
    check,
    status: "warning",
    message: `This machine's clock says ${toIso(nowMs)}, but the newest rows are of ${toIso(newestAt)}: it is wrong now, or was then.`,
    advice:
      "Set the clock (timedatectl). First attempts are not delayed; retries wait for their time by this clock.",
  };
}
