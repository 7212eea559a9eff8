/** What a sweep goes by. */
export interface Sweep {
  /** Retention's own clock, which is never ahead of the time that has really passed. */
  nowMs: number;
  /** The wall clock: what was made after it was made while it was ahead, and does not stop the sweep. */
  wallMs: number;
  /** For organizations that set none; 0 keeps. */
  retentionDays: number;
}

/** Where a sweep goes on: the store's own business. In memory alone, because a sweep may begin anew at any time. */
export interface SweepPlace {
  stage:
    | "expiry"
    | "deliveries"
    | "events"
    | "tasks"
    | "audit"
    | "statistics"
    | "alerts"
    | "source_keys"
    | "source_requests"
    | "pages";
  /** The numbers of the last row that was looked at, of its organization or endpoint first. */
  after: readonly number[];
}

/** What a step removed. */
export interface Swept {
  expired: number;
  deliveries: number;
  attempts: number;
  events: number;
  /** What the file has become smaller by. */
  givenBackBytes: number;
}

export interface RetentionVerbs {
  /** The clock as it was last stored; null in a new file. */
  readClock(): Promise<number | null>;
  writeClock(nowMs: number): Promise<void>;
  /**
   * One step of a sweep, so small that live traffic does not notice. Deliveries that have been pending for too long
   * fail; then what is older than its organization keeps it is deleted in the order in which it was made: ended
   * deliveries with their attempts, events without deliveries, tasks that have ended, entries of the audit log; then old
   * statistics, and alerts that ended as long ago; what sources received 8 days ago and longer, and their log as long as
   * events are kept; and free space is given back.
   * @param place null for the beginning
   * @returns where to go on, null at the end
   */
  sweep(sweep: Sweep, place: SweepPlace | null): Promise<{ next: SweepPlace | null; swept: Swept }>;
}
