import type { AttemptResult, RecordedAttempt } from "../store/engine-verbs.ts";
import type { DueDelivery } from "../store/new-work.ts";

/** Counts what the engine does. Called for every attempt: it must neither throw nor wait. */
export interface AttemptMeter {
  /** An attempt was made and is on disk. */
  attempted(delivery: DueDelivery, attempt: AttemptResult, recorded: RecordedAttempt): void;
  /** Our own trouble kept an attempt from being made. */
  notAttempted(): void;
}

export const silentAttemptMeter: AttemptMeter = { attempted() {}, notAttempted() {} };
