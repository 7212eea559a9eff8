/**
 * Events of a run are numbered, and their ids say so (`bench-17`): the publisher's list of what was accepted and the
 * receiver's count of what arrived can be compared exactly.
 */
export const idPrefix = "bench-";

export function numberOf(eventId: string): number {
  return eventId.startsWith(idPrefix) ? Number(eventId.slice(idPrefix.length)) : -1;
}

/** What the receiver knows of the events of a run. */
export interface Arrivals {
  /** How often each numbered event arrived. */
  counts: number[];
  /** When each arrived first, Unix ms with fractions; 0 if it did not. */
  firstAtMs: number[];
}

/** The account of a run. */
export interface Ledger {
  accepted: number;
  arrived: number;
  /** Accepted, never arrived: must be 0, else the run is void. */
  lost: number;
  /** Arrivals beyond the first. */
  duplicates: number;
}

/** @param acceptedAtMs by event number; 0 where it was not accepted */
export function balance(acceptedAtMs: readonly number[], arrivals: Arrivals): Ledger {
  let accepted = 0;
  let arrived = 0;
  let lost = 0;
  let duplicates = 0;
  for (const [n, at] of acceptedAtMs.entries()) {
    const count = arrivals.counts[n] ?? 0;
    if (at > 0) accepted++;
    if (count > 0) arrived++;
    if (at > 0 && count === 0) lost++;
    duplicates += Math.max(0, count - 1);
  }
  return { accepted, arrived, lost, duplicates };
}

/** Milliseconds since the epoch with fractions, comparable between processes of one machine. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
