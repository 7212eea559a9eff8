/** Counts commits. Called once a commit: it must neither throw nor wait. */
export interface CommitMeter {
  /** So many verbs were committed together, in so long, during which nothing else ran. */
  committed(verbs: number, durationMs: number): void;
  /** What had been committed was brought to the disk, in so long. */
  synced(durationMs: number): void;
  /** Nothing of a commit was kept: the disk is full, or failed. */
  failed(): void;
}
