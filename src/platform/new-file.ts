import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { syncToDisk } from "./draft-file.ts";

/**
 * Writes a file (0600) that is there whole or not at all, whenever the power goes: half a master key would keep the
 * program from starting. It is on disk when this returns, so that no secret is ever sealed with a key that is lost.
 */
export function writeNewFile(path: string, text: string): void {
  const draft = `${path}.new`;
  // What an interrupted try left.
  rmSync(draft, { force: true });
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncToDisk(dirname(path));
}
