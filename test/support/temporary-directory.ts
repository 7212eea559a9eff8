import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A fresh directory for one test; `remove` deletes it with all that is in it. */
export function temporaryDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "posthorn-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
