import { StartError } from "../../platform/start-error.ts";
import type { BackupOptions, BackupReport } from "./backup.ts";

/** What the worker is told. */
export type BackupRequest = Omit<BackupOptions, "clock" | "onCopied">;

/** What it answers. */
export type BackupReply =
  | { kind: "copied" }
  | { kind: "made"; report: BackupReport }
  | { kind: "refused"; sentence: string }
  | { kind: "broken"; message: string };

/**
 * Makes a backup in a worker: copying and checking do not return before they are done, and the program must be able to
 * end in between, and to take away what is half made.
 * @param script `backup-worker.ts`
 */
export function makeBackupInWorker(
  script: URL,
  request: BackupRequest,
  onCopied: () => void,
): Promise<BackupReport> {
  const { promise, resolve, reject } = Promise.withResolvers<BackupReport>();
  const worker = new Worker(script);
  worker.onmessage = ({ data }: MessageEvent<BackupReply>) => {
    if (data.kind === "copied") onCopied();
    else if (data.kind === "made") resolve(data.report);
    else if (data.kind === "refused") reject(new StartError(data.sentence));
    else reject(new Error(data.message));
  };
  worker.onerror = (event) => reject(new Error(`The worker that makes the backup failed: ${event.message}`));
  worker.postMessage(request);
  return promise.finally(() => worker.terminate());
}
