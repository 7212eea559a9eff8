import type { Clock } from "../platform/clock.ts";

/** Tells what is old. A wall clock that is a year ahead must not make everything so. */
export interface RetentionClock {
  /** The smaller of the wall clock and the stored clock plus the time since the start. */
  now(): number;
  /**
   * What to store for the next start. While the program was down no time was counted: a run makes up for as much as
   * it lasted itself. So a machine that is off every night falls behind by a night at most, and one whose clock is
   * wrong at every start gains no more than it runs.
   */
  toStore(): number;
}

/** @param storedMs what was stored last; null in a new file */
export function createRetentionClock(clock: Clock, storedMs: number | null): RetentionClock {
  const baseMs = storedMs ?? clock.now();
  const startedAt = clock.monotonic();
  const uptimeMs = () => clock.monotonic() - startedAt;
  return {
    now: () => Math.min(clock.now(), baseMs + uptimeMs()),
    toStore: () => Math.floor(Math.min(clock.now(), baseMs + 2 * uptimeMs())),
  };
}
