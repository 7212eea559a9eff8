import type { Database } from "bun:sqlite";
import { WrongMasterKeyError } from "../../platform/start-error.ts";
import type { Vault } from "../../platform/vault.ts";

const name = "master_key_check";
const identity = "meta master_key_check";
const text = "posthorn";

/** Finds a wrong master key at the start, by a value sealed when the file was new, rather than at the first delivery. */
export function checkMasterKey(db: Database, vault: Vault): void {
  const row = db.query<{ value: Uint8Array }, [string]>("SELECT value FROM meta WHERE name = ?").get(name);
  if (!row) {
    db.run("INSERT INTO meta (name, value) VALUES (?, ?)", [name, vault.seal(text, identity)]);
    return;
  }
  if (opens(vault, row.value)) return;
  throw new WrongMasterKeyError(
    `The master key is not the one this data directory was made with (this one's id is ${vault.keyId}). Give the right one with POSTHORN_MASTER_KEY or POSTHORN_MASTER_KEY_FILE, or put its file back into the data directory.`,
  );
}

function opens(vault: Vault, sealed: Uint8Array): boolean {
  try {
    return vault.open(sealed, identity) === text;
  } catch {
    return false;
  }
}
