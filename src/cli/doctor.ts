import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { settingFlags } from "../config/reference.ts";
import { type Config, type LoadedConfig, loadConfig } from "../config.ts";
import { type Finding, good } from "../domain/finding.ts";
import { systemClock } from "../platform/clock.ts";
import { examineDirectory, examineDisk, examineLeftovers } from "../platform/directory-examination.ts";
import { printBytes } from "../platform/disk-room.ts";
import { giveToOwnerOf } from "../platform/file-owner.ts";
import { readMasterKey } from "../platform/master-key.ts";
import type { Output } from "../platform/output.ts";
import { examineLimits, findLockHolder, readLimits } from "../platform/process-limits.ts";
import { systemRandom } from "../platform/random.ts";
import { DataInUseError, StartError } from "../platform/start-error.ts";
import { createVault, type Vault } from "../platform/vault.ts";
import { databaseFileName } from "../store/sqlite/database.ts";
import { examineDatabase } from "../store/sqlite/database-examination.ts";
import { bytesOfFiles } from "../store/sqlite/database-files.ts";
import { acquireProcessLock, lockFileName } from "../store/sqlite/process-lock.ts";
import { version } from "../version.ts";
import { askServer } from "./ask-server.ts";
import { type Command, exitCodes } from "./command.ts";

/** `posthorn doctor`: works beside the server, and without it, and changes nothing. */
export const doctorCommand: Command = {
  name: "doctor",
  summary: "Examine the data, the machine and the running server, and say what to do",
  usage: "[backup file] [--full] [--json] [settings]",
  details: [
    "Looks at the data directory and who may read it, the disk, the limits of the process, the database",
    "(every page and index, rows that refer to missing ones, counters, secrets, versions), the master key,",
    "the clock, and what the running server says of itself. Give it the server's settings.",
    "",
    "  --full  read all of a database beside a running server even where that takes long: meanwhile the",
    "          server's log grows. Without it a database of more than 1 GB is not read to its end while",
    '          the server runs; "posthorn backup" reads its copy to the end.',
    "  --json  one JSON document",
    "",
    "With the name of a backup it examines that instead of the data directory.",
    "",
    "Exit code 0: no problem, though there may be warnings; 1: a problem.",
  ].join("\n"),
  options: { ...settingFlags(), full: { type: "boolean" }, json: { type: "boolean" } },
  positionalsMax: 1,
  async run({ flags, positionals, output }) {
    const findings: Finding[] = [];
    const report = (finding: Finding): void => {
      findings.push(finding);
      if (flags.json !== true) printFinding(finding, output);
    };
    const loaded = loadConfig(flags);
    const [file] = positionals;
    const examination = { config: loaded.config, isFull: flags.full === true, report };
    if (file === undefined) await examineAll(loaded, examination);
    else examineBackup(resolve(file), examination);
    const isHealthy = findings.every(({ status }) => status !== "problem");
    if (flags.json === true) output.write(JSON.stringify({ healthy: isHealthy, version, findings }, null, 2));
    else printSum(findings, output);
    return isHealthy ? exitCodes.ok : exitCodes.failed;
  },
};

interface Examination {
  config: Config;
  isFull: boolean;
  report(finding: Finding): void;
}

/** A larger database is not read to its end beside a running server, unless that is asked for. */
const quickBytesMax = 1_000_000_000;

async function examineAll({ config, warnings }: LoadedConfig, examination: Examination): Promise<void> {
  const { report } = examination;
  report(good("program.version", `Posthorn ${version} on ${process.platform} ${process.arch}.`));
  for (const message of warnings) {
    report({ check: "settings.unknown", status: "warning", message, advice: null });
  }
  const directory = resolve(config.dataDir);
  const path = join(directory, databaseFileName);
  if (!existsSync(path)) {
    report({
      check: "directory.data",
      status: "problem",
      message: `There is no ${databaseFileName} in ${directory}.`,
      advice:
        "Name the data directory with --data-dir or POSTHORN_DATA_DIR; a first start makes an empty database.",
    });
    return;
  }
  const owned = [
    databaseFileName,
    `${databaseFileName}-wal`,
    `${databaseFileName}-shm`,
    "master-key",
    "lock",
  ];
  for (const finding of examineDirectory(directory, owned)) report(finding);
  report(examineDisk(directory, config.minFreeDiskBytes));
  report(examineLeftovers(directory, isLeftover));
  const isRunning = isInUse(directory);
  await examineServer(directory, isRunning, examination);
  const isRead = examination.isFull || !isRunning || bytesOfFiles([path]) <= quickBytesMax;
  if (!isRead) report(notRead(path));
  const nowMs = systemClock.now();
  examineDatabase({
    path,
    isInUse: isRunning,
    nowMs,
    vault: vaultOrNull(examination),
    isFull: isRead,
    report,
  });
  if (!isRunning) leaveToOwner(directory);
}

function notRead(path: string): Finding {
  return {
    check: "database.integrity",
    status: "note",
    message: `The database has ${printBytes(bytesOfFiles([path]))} and was not read to its end, because the server is using it.`,
    advice: '"posthorn backup" makes a copy and reads it to its end; --full reads the database itself.',
  };
}

function isLeftover(name: string): boolean {
  return /^posthorn\.db\.(version-\d+\.backup|partial-)/.test(name) || name.startsWith("replaced-");
}

/** No lock is held for longer than the question takes: a server may be about to start. */
function isInUse(directory: string): boolean {
  if (!existsSync(join(directory, lockFileName))) return false;
  try {
    acquireProcessLock(directory).release();
    return false;
  } catch (error) {
    if (error instanceof DataInUseError) return true;
    throw error;
  }
}

async function examineServer(
  directory: string,
  isRunning: boolean,
  { config, report }: Examination,
): Promise<void> {
  const pid = isRunning ? findLockHolder(join(directory, lockFileName)) : null;
  if (isRunning) {
    const who = pid === null ? "A server is" : `Process ${pid} is`;
    report(good("server.process", `${who} using the data directory.`));
    for (const finding of await askServer(config)) report(finding);
  } else {
    report({
      check: "server.process",
      status: "note",
      message: "No server is using the data directory.",
      advice: null,
    });
  }
  const limits = readLimits(pid ?? process.pid);
  if (limits === null) return;
  const whose = pid === null ? "This shell" : "The server";
  const databaseBytes = bytesOfFiles([join(directory, databaseFileName)]);
  const needs = { whose, maxInFlight: config.maxInFlight, databaseBytes };
  for (const finding of examineLimits(limits, needs)) report(finding);
}

/** Null where there is no key to examine with, which is reported. */
function vaultOrNull({ config, report }: Examination): Vault | null {
  try {
    const key = readMasterKey({
      given: config.masterKey,
      file: config.masterKeyFile,
      directory: resolve(config.dataDir),
    });
    return createVault(key, systemRandom);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    report({ check: "secrets.master_key", status: "problem", message: error.message, advice: null });
    return null;
  }
}

function examineBackup(path: string, examination: Examination): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new StartError(
      `There is no file ${path}. Name a backup, or nothing to examine the data directory.`,
    );
  }
  const { report } = examination;
  examineDatabase({
    path,
    isInUse: false,
    nowMs: systemClock.now(),
    vault: vaultOrNull(examination),
    isFull: true,
    report,
  });
}

/** SQLite leaves an index of the log where it has read without a server: the server must be able to open it. */
function leaveToOwner(directory: string): void {
  const made = [`${databaseFileName}-wal`, `${databaseFileName}-shm`].map((name) => join(directory, name));
  giveToOwnerOf(
    directory,
    made.filter((path) => existsSync(path)),
  );
}

const marks = { ok: "ok", note: "note", warning: "WARNING", problem: "PROBLEM" } as const;

function printFinding({ check, status, message, advice }: Finding, output: Output): void {
  output.write(`${marks[status].padEnd(8)}${check.padEnd(22)}${message}`);
  if (advice !== null) output.write(`${" ".repeat(30)}${advice}`);
}

function printSum(findings: readonly Finding[], output: Output): void {
  const count = (status: Finding["status"]) => findings.filter((one) => one.status === status).length;
  const problems = count("problem");
  const warnings = count("warning");
  output.write("");
  output.write(problems + warnings === 0 ? "All is well." : `Problems: ${problems}. Warnings: ${warnings}.`);
}
