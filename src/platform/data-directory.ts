import { accessSync, chmodSync, constants, mkdirSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { messageOf } from "./lifecycle.ts";
import type { Logger } from "./logger.ts";
import { StartError } from "./start-error.ts";

const ownerOnly = 0o700;
/** Any permission of the group or of others. */
const othersBits = 0o077;

/**
 * Makes the data directory (0700) if there is none and returns its absolute path. From here on, whatever the
 * process creates is its own user's alone (umask 077).
 */
export function prepareDataDirectory(path: string, logger: Logger): string {
  const directory = resolve(path);
  process.umask(0o077);
  try {
    mkdirSync(directory, { recursive: true, mode: ownerOnly });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data directory ${directory} cannot be used: ${messageOf(error)}. ` +
        "Give one that this user may write to (--data-dir or POSTHORN_DATA_DIR).",
    );
  }
  closeToOthers(directory, logger);
  return directory;
}

/** Only of a directory that is empty or ours: somebody may have named their home or /tmp. */
function closeToOthers(directory: string, logger: Logger): void {
  if ((statSync(directory).mode & othersBits) === 0) return;
  const names = readdirSync(directory);
  const isOurs =
    names.length === 0 || names.some((name) => name.startsWith("posthorn.") || name === "master-key");
  try {
    if (isOurs) {
      chmodSync(directory, ownerOnly);
      return;
    }
  } catch {
    // Not the owner: say so below.
  }
  logger.warn("data_directory.open_to_others", { directory, advice: `chmod 700 ${directory}` });
}
