/** So many refusals within so long, with none accepted between, are told. */
export const refusalsTold = 10;
export const refusalWindowMs = 10 * 60_000;

/** Sources whose refusals are counted at a time. */
const runsMax = 10_000;

interface Run {
  /** The times of the last refusals, `refusalsTold` at most. */
  times: number[];
  isTold: boolean;
}

/** Counts refusals since a source last accepted something. A run is told once; it ends when something is accepted, or with ten quiet minutes. */
export class RefusalRuns {
  readonly #runs = new Map<string, Run>();

  /** Says how many there were in ten minutes, where that is to be told now; else null. */
  refused(sourceId: string, atMs: number): number | null {
    const known = this.#runs.get(sourceId);
    const times = (known?.times ?? [])
      .filter((time) => time > atMs - refusalWindowMs)
      .slice(1 - refusalsTold);
    const run: Run = { times: [...times, atMs], isTold: known?.isTold === true && times.length > 0 };
    this.#runs.delete(sourceId);
    this.#runs.set(sourceId, run);
    if (this.#runs.size > runsMax) this.#forgetOldest();
    if (run.isTold || run.times.length < refusalsTold) return null;
    run.isTold = true;
    return run.times.length;
  }

  accepted(sourceId: string): void {
    this.#runs.delete(sourceId);
  }

  #forgetOldest(): void {
    for (const sourceId of this.#runs.keys()) {
      this.#runs.delete(sourceId);
      return;
    }
  }
}
