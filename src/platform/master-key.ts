import { chmodSync, lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "./lifecycle.ts";
import { writeNewFile } from "./new-file.ts";
import type { Random } from "./random.ts";
import { StartError } from "./start-error.ts";

const masterKeyBytes = 32;
const fileName = "master-key";

/** The bytes of a master key written as base64, or null if the text is none. */
export function decodeMasterKey(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]{43}=?$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64");
  return bytes.length === masterKeyBytes ? bytes : null;
}

/** Where a data directory has its key if it is given nowhere else. */
export function ownKeyFile(directory: string): string {
  return join(directory, fileName);
}

export function newMasterKey(random: Random): Uint8Array {
  return random.bytes(masterKeyBytes);
}

/** In one step: whenever the power goes, the file holds the old key or the new one. Throws a `StartError`. */
export function writeKeyFile(path: string, key: Uint8Array): void {
  try {
    writeNewFile(
      path,
      `${Buffer.from(key).toString("base64")}
`,
    );
  } catch (error) {
    throw new StartError(`The master key cannot be written to ${path}: ${messageOf(error)}.`);
  }
}

/**
 * The master key: as given, from the named file, or from the data directory, where it is made if nothing is sealed
 * there yet. Throws a `StartError` that says why there is none.
 */
export function obtainMasterKey(options: {
  given: Uint8Array | null;
  file: string | null;
  directory: string;
  random: Random;
  /** Whether the data directory holds what a master key has sealed. */
  isSealed(): boolean;
}): Uint8Array {
  if (options.given) return options.given;
  if (options.file !== null) return readKeyFile(options.file);
  const path = ownKeyFile(options.directory);
  // A link to what is not there now (a volume that is not mounted) counts as a file: it must not be replaced.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    if (options.isSealed()) throw new StartError(missingSentence(path));
    writeKeyFile(path, newMasterKey(options.random));
  }
  const key = readKeyFile(path);
  closeToOthers(path);
  return key;
}

/** The master key as it lies, without making one or touching its file. Throws a `StartError` that says why there is none. */
export function readMasterKey(options: {
  given: Uint8Array | null;
  file: string | null;
  directory: string;
}): Uint8Array {
  if (options.given) return options.given;
  const path = ownKeyFile(options.directory);
  if (options.file === null && lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    throw new StartError(missingSentence(path));
  }
  return readKeyFile(options.file ?? path);
}

function closeToOthers(path: string): void {
  if ((statSync(path).mode & 0o077) === 0) return;
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    throw new StartError(
      `Others may read the master key file ${path}, and that cannot be changed: ${messageOf(error)}. ` +
        "Make this user its owner, or name it with POSTHORN_MASTER_KEY_FILE.",
    );
  }
}

/** No new key in its place: that opens nothing, and a backup of the directory would take it for the right one. */
function missingSentence(path: string): string {
  return (
    `There is no master key: the stored secrets were sealed with one, and ${path} is missing. ` +
    "Put the file back, from a backup if need be, or give the key with POSTHORN_MASTER_KEY or POSTHORN_MASTER_KEY_FILE."
  );
}

function readKeyFile(path: string): Uint8Array {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (error) {
    throw new StartError(`The master key file ${path} cannot be read: ${messageOf(error)}.`);
  }
  const key = decodeMasterKey(text);
  if (key) return key;
  throw new StartError(
    `The master key file ${path} does not hold the base64 of ${masterKeyBytes} bytes. ` +
      "Restore it from a backup; without the right key the stored secrets cannot be read.",
  );
}
