import { systemClock } from "../../platform/clock.ts";
import { messageOf } from "../../platform/lifecycle.ts";
import { StartError } from "../../platform/start-error.ts";
import { makeBackup } from "./backup.ts";
import type { BackupReply, BackupRequest } from "./worker-backup.ts";

/** The worker's side of `worker-backup.ts`: one message, one backup, one answer. */
declare const self: Worker;

self.onmessage = ({ data }: MessageEvent<BackupRequest>) => {
  self.postMessage(answer(data));
};

function onCopied(): void {
  self.postMessage({ kind: "copied" } satisfies BackupReply);
}

function answer(request: BackupRequest): BackupReply {
  try {
    return { kind: "made", report: makeBackup({ ...request, clock: systemClock, onCopied }) };
  } catch (error) {
    if (error instanceof StartError) return { kind: "refused", sentence: error.message };
    return { kind: "broken", message: messageOf(error) };
  }
}
