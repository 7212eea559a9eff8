import { chownSync, statSync } from "node:fs";

/** Whatever root makes in a directory of the service's user must be that user's, or the service cannot open it. */
export function giveToOwnerOf(directory: string, paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(directory);
  for (const path of paths) chownSync(path, uid, gid);
}
