/** How long something took, over all of it. */
export interface Distribution {
  p50: number;
  p99: number;
  max: number;
}

export function distributionOf(values: Float64Array | readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), max: sorted.at(-1) ?? Number.NaN };
}

/** The smallest value that at least this share of all does not exceed; NaN of nothing, which reaches no goal. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How far apart the runs of one measurement were: (largest − smallest) ÷ mean, in per cent. */
export function spreadPercent(values: readonly number[]): number {
  return ((Math.max(...values) - Math.min(...values)) / mean(values)) * 100;
}

/** From the moment an event was due until it arrived, for each that was accepted and arrived. */
export function waitsOf(
  dueAtMs: Float64Array,
  acceptedAtMs: Float64Array,
  arrivedAtMs: Float64Array,
): Float64Array {
  const waits = new Float64Array(dueAtMs.length);
  let count = 0;
  for (const [n, due] of dueAtMs.entries()) {
    const arrived = arrivedAtMs[n] ?? 0;
    if ((acceptedAtMs[n] ?? 0) > 0 && arrived > 0) waits[count++] = arrived - due;
  }
  return waits.subarray(0, count);
}
