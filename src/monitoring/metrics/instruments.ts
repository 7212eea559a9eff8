/** A number that only grows until the process ends. */
export class Counter {
  value = 0;

  add(count = 1): void {
    this.value += count;
  }
}

/**
 * How many values were at most as large as each bound, and their sum. A value costs one addition to one number:
 * nothing is allocated, and no label is put together.
 */
export class Histogram {
  readonly #counts: Float64Array;
  sum = 0;

  /** @param bounds ascending; what is larger than the last counts in a range without end */
  constructor(readonly bounds: readonly number[]) {
    this.#counts = new Float64Array(bounds.length + 1);
  }

  observe(value: number): void {
    const { bounds } = this;
    let at = 0;
    while (at < bounds.length && value > (bounds[at] as number)) at++;
    this.#counts[at] = (this.#counts[at] as number) + 1;
    this.sum += value;
  }

  /** For each bound how many values were at most as large, and at the end how many there were. */
  cumulative(): number[] {
    let sum = 0;
    return Array.from(this.#counts, (count) => {
      sum += count;
      return sum;
    });
  }
}

/** A counter for each of a closed list of names. */
export function countersFor<Name extends string>(names: readonly Name[]): Record<Name, Counter> {
  return Object.fromEntries(names.map((name) => [name, new Counter()])) as Record<Name, Counter>;
}

/** From a millisecond to ten seconds: what a request or an attempt may take. */
export const secondsBounds = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
] as const;
