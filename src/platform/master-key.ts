import { chmodSync, readFileSync, rmSync, statSync } from "node:fs";
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

/** A master key, and the file that was made for it just now, if one was. */
export interface MasterKey {
  key: Uint8Array;
  madeFile: string | null;
}

/** The master key: as given, from the named file, or from the data directory, where it is made if need be. */
export function obtainMasterKey(options: {
  given: Uint8Array | null;
  file: string | null;
  directory: string;
  random: Random;
}): MasterKey {
  if (options.given) return { key: options.given, madeFile: null };
  if (options.file !== null) return { key: readKeyFile(options.file), madeFile: null };
  const path = join(options.directory, fileName);
  const isMissing = !existsAsFile(path);
  if (isMissing) {
    // Data that was sealed with another key is found out by the store's check value: see `discardMadeKey`.
    writeNewFile(path, `${Buffer.from(options.random.bytes(masterKeyBytes)).toString("base64")}\n`);
  }
  chmodSync(path, 0o600);
  return { key: readKeyFile(path), madeFile: isMissing ? path : null };
}

/**
 * Takes away the file of a key that was made for data that turned out to be sealed with another one: a later start
 * would take it for that one, and a restore could leave it in the right one's place.
 */
export function discardMadeKey(path: string): StartError {
  rmSync(path);
  return new StartError(
    `The master key is missing: this data directory was made with one, and there is no ${path}. Put that file back ` +
      "from a backup, or give the key with POSTHORN_MASTER_KEY or POSTHORN_MASTER_KEY_FILE.",
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

function existsAsFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
