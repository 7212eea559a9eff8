/** The second in which no more attempts than the limit may start. */
export const rateWindowMs = 1000;

/** Start times before the first that is kept are cut off when they are this many. */
const forgottenMax = 1024;

/**
 * When an endpoint's attempts of the last second started. Exact in any second, not just on average: the next may start
 * when the one that is `limit` starts back is a whole second old. All times are monotonic ms, and rise.
 */
export class RateWindow {
  #starts: number[] = [];
  #head = 0;
  #closedUntil = Number.NEGATIVE_INFINITY;

  /** Notes a start. */
  note(at: number): void {
    this.#forget(at);
    this.#starts.push(at);
  }

  /** Lets nothing start before that time: what started before is not known. */
  closeUntil(at: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, at);
  }

  /** How long until the next attempt may start; 0 for now. The limit may differ from call to call. */
  waitMs(limit: number, now: number): number {
    this.#forget(now);
    const { length } = this.#starts;
    const crowded = length - this.#head < limit ? undefined : this.#starts[length - limit];
    const openAt = crowded === undefined ? this.#closedUntil : crowded + rateWindowMs;
    return Math.max(0, openAt - now, this.#closedUntil - now);
  }

  /** Whether anything in it still counts. */
  isFresh(now: number): boolean {
    this.#forget(now);
    return this.#head < this.#starts.length;
  }

  #forget(now: number): void {
    while ((this.#starts[this.#head] ?? now) + rateWindowMs <= now) this.#head++;
    if (this.#head === this.#starts.length) this.#starts.length = 0;
    else if (this.#head < forgottenMax) return;
    else this.#starts.splice(0, this.#head);
    this.#head = 0;
  }
}
