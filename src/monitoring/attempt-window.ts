import { type AlertMeasures, measure } from "../domain/alert-measures.ts";
import type { AttemptCell } from "../domain/attempt-cell.ts";

/** Two numbers an entry: the second, and the count with the cell. */
const entrySize = 2;
const firstCapacity = 8 * entrySize;

/** The cell's part of a number of 32 bits; the count has the rest. */
const cellBits = 13;
const cellMask = (1 << cellBits) - 1;
const countMax = 2 ** (32 - cellBits) - 1;

/**
 * An endpoint's attempts of the last minutes: 8 bytes for all those that ended in the same second and are alike, so
 * that ten minutes of ten thousand endpoints fit beside everything else.
 */
export class AttemptWindow {
  #entries = new Uint32Array(firstCapacity);
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** What it occupies, in bytes. */
  get size(): number {
    return this.#entries.byteLength;
  }

  add(tally: { endedAtSeconds: number; cell: AttemptCell; count: number }): void {
    if (this.#length === this.#entries.length) this.#resize(entrySize * Math.ceil(this.#length * 0.75));
    this.#entries[this.#length] = tally.endedAtSeconds;
    this.#entries[this.#length + 1] = Math.min(tally.count, countMax) * 2 ** cellBits + tally.cell;
    this.#length += entrySize;
  }

  /** Forgets what ended before the window, and what seems to have ended after it: the wall clock was stepped back. */
  keep({ fromMs, toMs }: { fromMs: number; toMs: number }): void {
    const entries = this.#entries;
    let kept = 0;
    for (let at = 0; at < this.#length; at += entrySize) {
      const endedAtMs = (entries[at] as number) * 1000;
      if (endedAtMs < fromMs || endedAtMs > toMs) continue;
      entries[kept] = entries[at] as number;
      entries[kept + 1] = entries[at + 1] as number;
      kept += entrySize;
    }
    this.#length = kept;
    if (kept * 4 < entries.length && entries.length > firstCapacity) {
      this.#resize(Math.max(firstCapacity, kept * 2));
    }
  }

  measure(): AlertMeasures {
    return measure(this.#counted());
  }

  *#counted(): Iterable<[cell: AttemptCell, count: number]> {
    for (let at = 1; at < this.#length; at += entrySize) {
      const entry = this.#entries[at] as number;
      yield [entry & cellMask, entry >>> cellBits];
    }
  }

  #resize(capacity: number): void {
    const larger = new Uint32Array(capacity);
    larger.set(this.#entries.subarray(0, this.#length));
    this.#entries = larger;
  }
}
