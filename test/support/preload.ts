import { join } from "node:path";

/** The environment in which the program loads a file of `preloads/` before its own code. */
export function preloading(name: string): Record<string, string> {
  return { BUN_OPTIONS: `--preload=${join(import.meta.dir, "preloads", name)}` };
}
