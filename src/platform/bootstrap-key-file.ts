import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeNewFile } from "./new-file.ts";

/** The first operator key where nobody watches the start: a file that is deleted when the key is first used. */
export interface BootstrapKeyFile {
  path: string;
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
      rmSync(path, { force: true });
      writeNewFile(path, `${token}\n`);
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
