import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "./lifecycle.ts";
import { writeNewFile } from "./new-file.ts";
import { StartError } from "./start-error.ts";

/** The first operator key where nobody watches the start: a file that is deleted when the key is first used. */
export interface BootstrapKeyFile {
  path: string;
  /** Throws a `StartError` that says why not. */
  write(token: string): void;
  /** The token of a file that is still there, or null. */
  read(): string | null;
  remove(): void;
}

export function createBootstrapKeyFile(directory: string): BootstrapKeyFile {
  const path = join(directory, "bootstrap-key");
  return {
    path,
    write(token) {
      try {
        writeNewFile(path, `${token}\n`);
      } catch (error) {
        throw new StartError(
          `The first operator key cannot be written to ${path}: ${messageOf(error)}. ` +
            "Make that possible and start again, or set POSTHORN_BOOTSTRAP_KEY.",
        );
      }
    },
    read() {
      try {
        return readFileSync(path, "utf8").trim();
      } catch {
        return null;
      }
    },
    remove: () => rmSync(path, { force: true }),
  };
}
