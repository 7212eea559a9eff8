import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { settingFlags } from "../config/reference.ts";
import { type Config, loadConfig } from "../config.ts";
import { type TakenData, takeData } from "../open-data.ts";
import { messageOf } from "../platform/lifecycle.ts";
import { silentLogger } from "../platform/logger.ts";
import { decodeMasterKey, newMasterKey, ownKeyFile, writeKeyFile } from "../platform/master-key.ts";
import type { Output } from "../platform/output.ts";
import { systemRandom } from "../platform/random.ts";
import { StartError } from "../platform/start-error.ts";
import { databaseFileName } from "../store/sqlite/database.ts";
import { type MasterKeyRotation, openMasterKeyRotation } from "../store/sqlite/master-key-rotation.ts";
import { type Command, exitCodes, UsageError } from "./command.ts";

/** `posthorn rotate-master-key`: works on the data directory itself. */
export const rotateMasterKeyCommand: Command = {
  name: "rotate-master-key",
  summary: "Encrypt all stored secrets with a new master key while the server is stopped",
  usage: "[--new-key-file <path>] [settings]",
  details: [
    "The old key is the one that the server has: from POSTHORN_MASTER_KEY, from the file that",
    "POSTHORN_MASTER_KEY_FILE names, or from the data directory.",
    "",
    "  --new-key-file <path>  take the new key from this file (32 bytes, base64), or, where there is no",
    "                         such file, generate the key into it",
    "",
    "Without it a new key is generated. A key in the data directory is replaced there; where the old key",
    "comes from a setting, --new-key-file is needed, and the setting must name the new key before the",
    "next start.",
    "",
    "If it breaks off, at whatever moment, the server starts with the old key and with the new one: run",
    "the command again to finish. Backups made before need the old key, so keep it as long as those.",
    "",
    "Where the old key may have become known together with a copy of the data, rotate the endpoints'",
    "signing secrets as well: they are in that copy.",
  ].join("\n"),
  options: { ...settingFlags(), "new-key-file": { type: "string" } },
  positionalsMax: 0,
  async run({ flags, output }) {
    const { config } = loadConfig(flags);
    const newKeyFile = typeof flags["new-key-file"] === "string" ? resolve(flags["new-key-file"]) : null;
    if (hasKeySetting(config) && newKeyFile === null) {
      throw new UsageError(
        "The master key comes from a setting, so say with --new-key-file where the new one is, or is to be written.",
      );
    }
    requireData(config);
    if (!hasKeySetting(config)) requireOwnFile(config);
    takeData(config, silentLogger, (taken) => {
      rotate(taken, { config, newKeyFile, output });
      taken.release();
    });
    return exitCodes.ok;
  },
};

function hasKeySetting({ masterKey, masterKeyFile }: Config): boolean {
  return masterKey !== null || masterKeyFile !== null;
}

function requireData({ dataDir }: Config): void {
  const directory = resolve(dataDir);
  if (existsSync(join(directory, databaseFileName))) return;
  throw new StartError(`There is no data in ${directory} yet, so there is nothing to encrypt anew.`);
}

/** A link leads to a place that somebody else looks after: replacing it would leave the old key there. */
function requireOwnFile({ dataDir }: Config): void {
  const path = ownKeyFile(resolve(dataDir));
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new StartError(
    `${path} is a link. Name the file that it leads to with POSTHORN_MASTER_KEY_FILE, and the new one with --new-key-file.`,
  );
}

interface Choice {
  config: Config;
  newKeyFile: string | null;
  output: Output;
}

function rotate(taken: TakenData, { config, newKeyFile, output }: Choice): void {
  const rotation = openMasterKeyRotation({
    directory: taken.directory,
    given: taken,
    chosenKey: newKeyFile === null ? null : readNewKey(newKeyFile),
    makeKey() {
      const key = newMasterKey(systemRandom);
      // Before anything is begun with it.
      if (newKeyFile !== null) writeKeyFile(newKeyFile, key);
      return key;
    },
  });
  try {
    // That of an earlier try, which broke off.
    if (newKeyFile !== null && !existsSync(newKeyFile)) writeKeyFile(newKeyFile, rotation.toKey);
    const resealed = resealAll(rotation);
    const ownFile = ownKeyFile(taken.directory);
    if (!hasKeySetting(config)) writeKeyFile(ownFile, rotation.toKey);
    rotation.finish();
    output.write(
      `${resealed} stored secrets were encrypted anew. The master key's id is now ${rotation.toKeyId}.`,
    );
    output.write(
      hasKeySetting(config)
        ? `Before the next start, give the key that is in ${newKeyFile}, by POSTHORN_MASTER_KEY_FILE or POSTHORN_MASTER_KEY: the old one (${rotation.fromKeyId}) opens nothing any more.`
        : `The new key is in ${ownFile}: the next start finds it there.`,
    );
  } finally {
    rotation.close();
  }
}

function resealAll(rotation: MasterKeyRotation): number {
  let resealed = 0;
  for (;;) {
    const step = rotation.step();
    resealed += step.resealed;
    if (step.done) return resealed;
  }
}

/** Null where there is no such file. */
function readNewKey(path: string): Uint8Array | null {
  if (!existsSync(path)) return null;
  const key = decodeMasterKey(readOrSay(path).trim());
  if (key) return key;
  throw new StartError(
    `${path} does not hold the base64 of 32 bytes. Make one with "openssl rand -base64 32", or name a file that does not exist yet.`,
  );
}

function readOrSay(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new StartError(`The new master key cannot be read from ${path}: ${messageOf(error)}.`);
  }
}
