import { chmodSync, readFileSync, statSync } from "node:fs";
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

/** The master key: as given, from the named file, or from the data directory, where it is made if need be. */
export function obtainMasterKey(options: {
  given: Uint8Array | null;
  file: string | null;
  directory: string;
  random: Random;
}): Uint8Array {
  if (options.given) return options.given;
  if (options.file !== null) return readKeyFile(options.file);
  const path = join(options.directory, fileName);
  if (!existsAsFile(path)) {
    // A key of its own for data that was sealed with another one would be found by the store's check value.
    writeNewFile(path, `${Buffer.from(options.random.bytes(masterKeyBytes)).toString("base64")}\n`);
  }
  chmodSync(path, 0o600);
  return readKeyFile(path);
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
