import { type Outcome, outcome } from "./outcome.ts";

/**
 * All that alerts need of an attempt in one small number: its outcome, whether it was answered with a 5xx, and how long
 * it took. Attempts with the same cell are counted together, so that ten minutes of an endpoint stay small.
 */
export type AttemptCell = number;

export interface CellContent {
  outcome: Outcome;
  isServerError: boolean;
  /** No less than the attempt took, and at most 5 % more; the thresholds of the alerts are never between the two. */
  durationMs: number;
}

const outcomes = outcome.options;

/** Limits that a bucket must not reach across, or "over 1 s" would also mean 1.02 s. */
const exactMs = [1000, 5000, 7000];
/** Longer than any attempt: the last bucket takes what is above. */
const longestMs = 120_000;

/** The longest duration of each bucket. */
const bucketEndsMs = makeBuckets();

function makeBuckets(): number[] {
  const ends = [0];
  for (let end = 0; end < longestMs; ) {
    const next = Math.max(end + 1, Math.floor(end * 1.05));
    end = Math.min(next, ...exactMs.filter((exact) => exact > end));
    ends.push(end);
  }
  return ends;
}

/** How many cells there are. */
export const cellCount = bucketEndsMs.length * outcomes.length * 2;

const contents: readonly CellContent[] = Array.from({ length: cellCount }, (_, cell) => ({
  outcome: outcomes[(cell >> 1) % outcomes.length] as Outcome,
  isServerError: cell % 2 === 1,
  durationMs: bucketEndsMs[Math.floor(cell / (2 * outcomes.length))] as number,
}));

export function cellOf(attempt: {
  outcome: Outcome;
  responseStatus: number | null;
  durationMs: number;
}): AttemptCell {
  const isServerError = attempt.responseStatus !== null && attempt.responseStatus >= 500;
  const rest = outcomes.indexOf(attempt.outcome) * 2 + (isServerError ? 1 : 0);
  return bucketOf(attempt.durationMs) * outcomes.length * 2 + rest;
}

/** What attempts of the cell have in common. */
export function contentOf(cell: AttemptCell): CellContent {
  return contents[cell] as CellContent;
}

/** The first bucket that ends no earlier; the last one for what is longer than any. */
function bucketOf(durationMs: number): number {
  let low = 0;
  let high = bucketEndsMs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bucketEndsMs[middle] as number) >= durationMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
