import { closeSync, existsSync, openSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { settingFlags } from "../config/reference.ts";
import { loadConfig } from "../config.ts";
import { toIso } from "../domain/time.ts";
import { newId, takeDirectory } from "../open-data.ts";
import { systemClock } from "../platform/clock.ts";
import { copyInPieces } from "../platform/copy-in-pieces.ts";
import { printBytes, roomIn } from "../platform/disk-room.ts";
import { createDraftFile } from "../platform/draft-file.ts";
import { giveToOwnerOf } from "../platform/file-owner.ts";
import { messageOf } from "../platform/lifecycle.ts";
import { silentLogger } from "../platform/logger.ts";
import type { Output } from "../platform/output.ts";
import { DataInUseError, StartError } from "../platform/start-error.ts";
import type { Vault } from "../platform/vault.ts";
import { databaseFileName } from "../store/sqlite/database.ts";
import { bytesOfFiles, findDatabaseFiles, moveAside } from "../store/sqlite/database-files.ts";
import { printCounts } from "../store/sqlite/examination.ts";
import { acquireProcessLock, lockFileName } from "../store/sqlite/process-lock.ts";
import { prepareRestoration, type Restoration } from "../store/sqlite/restoration.ts";
import { type Command, exitCodes, UsageError } from "./command.ts";

/** `posthorn restore`: works on the data directory itself. */
export const restoreCommand: Command = {
  name: "restore",
  summary: "Put a backup in place while the server is stopped, after checking it",
  usage: "<file> [--hold] [--force] [settings]",
  details: [
    "The backup is read from its first page to its last, and the master key must open its secrets: put",
    "the key's file into the data directory first, or give the key by its setting. What is in the way of",
    "a restore is said, and then nothing was changed.",
    "",
    "  --hold   pause every active endpoint, so that nothing goes out until you resume it",
    "           (POST /api/v1/endpoints/:id/resume); each gets an entry in the audit log",
    "  --force  move a database that is in the data directory aside, into a directory beside it",
    "",
    "Without --hold, what was pending when the backup was made is sent at the next start. Receivers have",
    "had some of it; they know it by its webhook-id.",
    "",
    "All is as it was then: API keys that were revoked since are valid again, endpoints that were disabled",
    "or deleted are back, and secrets that were rotated are the old ones. A backup of an older version is",
    "brought to this one at the next start.",
  ].join("\n"),
  options: { ...settingFlags(), hold: { type: "boolean" }, force: { type: "boolean" } },
  positionalsMax: 1,
  async run({ flags, positionals, output }) {
    const [file] = positionals;
    if (file === undefined) throw new UsageError('Say what: "posthorn restore <file>".');
    const { config } = loadConfig(flags);
    // Where a link leads: into a data directory that a server is using, say.
    const source = realPathOf(resolve(file));
    requireBackup(source, realPathOf(resolve(config.dataDir)));
    takeDirectory(config, silentLogger, ({ directory, vault }) => {
      const path = join(directory, databaseFileName);
      if (flags.force !== true) refuseData(path);
      refuseWithoutRoom(source, directory);
      const choice = { source, path, vault, isHeld: flags.hold === true };
      printRestoration(restore(choice), choice, output);
    });
    return exitCodes.ok;
  },
};

interface Choice {
  source: string;
  /** Where the database is to be. */
  path: string;
  vault: Vault;
  isHeld: boolean;
}

interface Restored extends Restoration {
  /** Where what was there before is now; null where there was nothing. */
  aside: string | null;
}

function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function requireBackup(source: string, directory: string): void {
  const there = statSync(source, { throwIfNoEntry: false });
  if (there === undefined) throw new StartError(`There is no file ${source}. Name a backup.`);
  if (!there.isFile()) throw new StartError(`${source} is not a file. Name a backup.`);
  if (dirname(source) === directory) {
    if (source !== join(directory, databaseFileName)) return;
    throw new StartError(`${source} is the database itself. Name a backup of it.`);
  }
  refuseDataInUse(source);
}

/** Somebody may name the database of another data directory: of one that is in use, a plain copy is not sound. */
function refuseDataInUse(source: string): void {
  if (!existsSync(join(dirname(source), lockFileName))) return;
  try {
    acquireProcessLock(dirname(source)).release();
  } catch (error) {
    if (!(error instanceof DataInUseError)) throw error;
    throw new StartError(
      `${source} is in a data directory that a server is using. Make a backup of it with "posthorn backup", and restore that.`,
    );
  }
}

function refuseData(path: string): void {
  const files = findDatabaseFiles(path);
  if (files.length === 0) return;
  throw new StartError(
    `There is data in ${dirname(path)} already, and it was left as it is. Add --force to move it aside, or name another data directory with --data-dir.`,
  );
}

function refuseWithoutRoom(source: string, directory: string): void {
  const neededBytes = bytesOfFiles(findDatabaseFiles(source));
  const room = roomIn(directory);
  if (room >= neededBytes) return;
  throw new StartError(
    `The disk of ${directory} has ${printBytes(room)} free, and ${source} needs ${printBytes(neededBytes)}. Make room.`,
  );
}

/** The copy takes the place of the old data in its last step; until then they are as they were. */
function restore({ source, path, vault, isHeld }: Choice): Restored {
  const directory = dirname(path);
  const draft = createDraftFile(path);
  try {
    copy(source, draft.path);
    // A copy of a data directory after a crash: its newest commits are in the log.
    if (statSync(`${source}-wal`, { throwIfNoEntry: false })?.isFile())
      copy(`${source}-wal`, `${draft.path}-wal`);
    const nowMs = systemClock.now();
    const restoration = prepareRestoration({ path: draft.path, source, vault, isHeld, nowMs, newId });
    draft.sync();
    giveToOwnerOf(directory, [draft.path, join(directory, lockFileName)]);
    const isThere = findDatabaseFiles(path).length > 0;
    const aside = isThere ? moveAside(path, `replaced-${toIso(nowMs).replaceAll(":", "-")}`) : null;
    draft.publish();
    return { ...restoration, aside };
  } catch (error) {
    draft.discard();
    throw error;
  }
}

function copy(from: string, to: string): void {
  try {
    const file = openSync(from, "r");
    try {
      copyInPieces(file, to, () => {});
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new StartError(`${from} cannot be copied to ${to}: ${messageOf(error)}.`);
  }
}

function printRestoration(restored: Restored, { source, path, isHeld }: Choice, output: Output): void {
  const { backup, version, counts, heldEndpoints, aside } = restored;
  const made = backup === null ? "" : `, made at ${toIso(backup.at)} by version ${backup.version}`;
  output.write(`${path} was restored from ${source}${made}.`);
  output.write(`It holds ${printCounts(counts)}.`);
  if (version.ofFile < version.ofProgram) {
    output.write(
      `It has version ${version.ofFile}; the next start brings it to version ${version.ofProgram}.`,
    );
  }
  if (isHeld) {
    output.write(
      `${heldEndpoints} endpoints were paused: POST /api/v1/endpoints/:id/resume lets each go on with what is pending for it.`,
    );
  } else if (counts.pending > 0) {
    output.write(
      `The next start sends the ${counts.pending} that are pending, unless you restore with --hold.`,
    );
  }
  output.write("API keys, endpoints and secrets are as they were: revoke again what was revoked since.");
  if (aside !== null) output.write(`What was there before is in ${aside}: delete it when all is well.`);
}
