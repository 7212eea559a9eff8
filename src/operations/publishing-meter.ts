import type { BatchResult } from "../store/event-verbs.ts";

/** Counts what producers publish. Called for every event: it must neither throw nor wait. */
export interface PublishingMeter {
  /** An event is on disk, or was already. */
  published(event: { duplicate: boolean }): void;
  /** Each event of a batch. */
  publishedBatch(results: readonly BatchResult[]): void;
}
