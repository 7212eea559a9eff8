import { existsSync, lstatSync, realpathSync, statSync } from "node:fs";
import { setPriority } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { settingFlags } from "../config/reference.ts";
import { type Config, loadConfig } from "../config.ts";
import { toIso } from "../domain/time.ts";
import { backupScript } from "../open-data.ts";
import { printBytes, roomIn } from "../platform/disk-room.ts";
import { createDraftFile, type DraftFile } from "../platform/draft-file.ts";
import { messageOf } from "../platform/lifecycle.ts";
import { ownKeyFile } from "../platform/master-key.ts";
import type { Output } from "../platform/output.ts";
import { DataInUseError, StartError } from "../platform/start-error.ts";
import type { BackupReport } from "../store/sqlite/backup.ts";
import { databaseFileName } from "../store/sqlite/database.ts";
import { printCounts } from "../store/sqlite/examination.ts";
import { acquireProcessLock, lockFileName, type ProcessLock } from "../store/sqlite/process-lock.ts";
import { makeBackupInWorker } from "../store/sqlite/worker-backup.ts";
import { version } from "../version.ts";
import { type Command, exitCodes, UsageError } from "./command.ts";

/** `posthorn backup`: works beside the server, and without it. */
export const backupCommand: Command = {
  name: "backup",
  summary: "Copy the database into one file, also while the server runs, and check the copy",
  usage: "<file> [--force] [settings]",
  details: [
    "The file is the state of one moment: everything that was acknowledged before the command began is",
    "in it. It has its name only when it is whole, on the disk, and was read from its first page to its",
    "last; whatever goes wrong before then leaves nothing behind.",
    "",
    "  --force  replace the file if it is there",
    "",
    "The server goes on meanwhile. The command needs room for the database twice, for a moment, and gives",
    "up rather than take the last POSTHORN_MIN_FREE_DISK_BYTES of the data directory's disk.",
    "",
    "The master key is not in the backup, and without it the backup has no signing secrets: keep the key",
    'too, apart from the backups. "posthorn restore" puts a backup in place.',
  ].join("\n"),
  options: { ...settingFlags(), force: { type: "boolean" } },
  positionalsMax: 1,
  async run({ flags, positionals, output }) {
    const [file] = positionals;
    if (file === undefined) throw new UsageError('Say where to: "posthorn backup <file>".');
    const { config } = loadConfig(flags);
    const from = join(resolve(config.dataDir), databaseFileName);
    const target = resolve(file);
    requireData(from);
    refuseTarget(target, from, flags.force === true);
    refuseWithoutRoom(target, from, config);
    process.umask(0o077);
    const report = await makeDraft(target, from, config);
    printReport(report, target, config, output);
    return exitCodes.ok;
  },
};

function requireData(from: string): void {
  if (existsSync(from)) return;
  throw new StartError(
    `There is no data in ${dirname(from)}: nothing to back up. Name the data directory with --data-dir or POSTHORN_DATA_DIR.`,
  );
}

function refuseTarget(target: string, from: string, isForced: boolean): void {
  const directory = dirname(target);
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StartError(`There is no directory ${directory}. Make it, or name another file.`);
  }
  if (isOwnFile(target, from)) {
    throw new StartError(
      `${target} is a name of the server's own files. Name another file, best on another disk.`,
    );
  }
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (there.isDirectory()) {
    throw new StartError(`${target} is a directory. Name a file in it, as ${join(target, "posthorn.db")}.`);
  }
  if (!there.isFile()) {
    throw new StartError(`${target} is a device, a pipe or a link, and is not replaced. Name a file.`);
  }
  const { dev, ino } = statSync(from);
  if (there.dev === dev && there.ino === ino) {
    throw new StartError(`${target} is the database itself. Name another file, best on another disk.`);
  }
  if (isForced) return;
  throw new StartError(
    `${target} is there already, and was left as it is. Name another file, or replace it with --force.`,
  );
}

/** Beside the database and what SQLite has beside it. */
const ownFileNames: readonly string[] = [lockFileName, basename(ownKeyFile(".")), "bootstrap-key"];

/** Also where it is not there: SQLite would take what lies beside the database for its log. */
function isOwnFile(target: string, from: string): boolean {
  const name = basename(target);
  const isOwnName = ownFileNames.includes(name) || name.startsWith(`${databaseFileName}-`);
  return isOwnName && realpathSync(dirname(target)) === realpathSync(dirname(from));
}

/** The copy, and its log beside it until they are one; on the data's own disk the server keeps its floor. */
function refuseWithoutRoom(target: string, from: string, { minFreeDiskBytes }: Config): void {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false });
  const logBytes = sizeOf(`${from}-wal`)?.size ?? 0;
  const isSameDisk = sizeOf(dirname(target))?.dev === sizeOf(from)?.dev;
  const neededBytes = (sizeOf(from)?.size ?? 0) + 2 * logBytes + (isSameDisk ? minFreeDiskBytes : 0);
  const room = roomIn(dirname(target));
  if (room >= neededBytes) return;
  throw new StartError(
    `The disk of ${dirname(target)} has ${printBytes(room)} free, and the backup needs ${printBytes(neededBytes)}` +
      `${isSameDisk ? `, with the ${printBytes(minFreeDiskBytes)} that the server keeps free (POSTHORN_MIN_FREE_DISK_BYTES)` : ""}. ` +
      "Make room, or put the backup on another disk.",
  );
}

async function makeDraft(target: string, from: string, config: Config): Promise<BackupReport> {
  const draft = createDraftOrSay(target);
  const forgetSignals = discardOnSignal(draft);
  let lock = lockIfFree(dirname(from));
  // As soon as the copy is made: checking it takes longer, and a server may be waiting to start.
  const release = (): void => {
    lock?.release();
    lock = null;
  };
  yieldToServer();
  try {
    const isInUse = lock === null;
    const request = { from, to: draft.path, isInUse, version, floorBytes: config.minFreeDiskBytes };
    const report = await makeBackupInWorker(backupScript, request, release);
    draft.publish();
    return report;
  } catch (error) {
    draft.discard();
    throw error;
  } finally {
    release();
    forgetSignals();
  }
}

function createDraftOrSay(target: string): DraftFile {
  try {
    return createDraftFile(target);
  } catch (error) {
    throw new StartError(`${dirname(target)} cannot be written: ${messageOf(error)}.`);
  }
}

/** Null while a server has the data. Without one nothing else may open the files: they are copied as they lie. */
function lockIfFree(directory: string): ProcessLock | null {
  try {
    return acquireProcessLock(directory);
  } catch (error) {
    if (error instanceof DataInUseError) return null;
    throw error;
  }
}

/** The server comes first on a busy machine. Where that may not be said, it works all the same. */
function yieldToServer(): void {
  try {
    setPriority(10);
  } catch {
    // Nothing depends on it.
  }
}

function discardOnSignal(draft: DraftFile): () => void {
  const end = (signal: NodeJS.Signals): void => {
    draft.discard();
    process.exit(signal === "SIGINT" ? 130 : signal === "SIGHUP" ? 129 : 143);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

function printReport(report: BackupReport, target: string, config: Config, output: Output): void {
  const { bytes, masterKeyId, counts, copyMs, checkMs } = report;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  output.write(`${target} is a backup of ${resolve(config.dataDir)}, as of ${toIso(report.at)}.`);
  output.write(`It holds ${printCounts(counts)}.`);
  output.write(
    `Its ${printBytes(bytes)} were copied in ${seconds(copyMs)}, and read and found sound in ${seconds(checkMs)}.`,
  );
  if (masterKeyId !== null) output.write(masterKeySentence(masterKeyId, config));
}

function masterKeySentence(keyId: string, { masterKey, masterKeyFile, dataDir }: Config): string {
  const place =
    masterKey !== null ? "the value of POSTHORN_MASTER_KEY" : (masterKeyFile ?? ownKeyFile(resolve(dataDir)));
  return `The master key is not in it, and without that key (its id is ${keyId}) it has no signing secrets. Keep it too, apart from the backup: ${place}.`;
}
