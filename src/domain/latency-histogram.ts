/**
 * How long attempts took, in buckets so narrow that the one figure which stands for a bucket is within 5 % of every
 * whole number of milliseconds in it. A count for each bucket; counts of different hours add up.
 */
export type LatencyHistogram = Float64Array;

/** The first number of milliseconds of a bucket, and the one that stands for all of them. */
interface Bucket {
  from: number;
  standsFor: number;
}

/** Longer than any attempt: the last bucket takes whatever is above. */
const latencyMsMax = 600_000;

/** Their limits are in the files that have been written: they must not change. */
const buckets: readonly Bucket[] = makeBuckets();

function makeBuckets(): Bucket[] {
  const made: Bucket[] = [];
  for (let from = 0; from <= latencyMsMax; ) {
    const standsFor = Math.floor((from * 105) / 100);
    made.push({ from, standsFor });
    from = Math.floor((standsFor * 100) / 95) + 1;
  }
  return made;
}

export function emptyHistogram(): LatencyHistogram {
  return new Float64Array(buckets.length);
}

/** Counts an attempt in its bucket (`latencyBucketOf`). */
export function addLatency(histogram: LatencyHistogram, bucket: number): void {
  histogram[bucket] = (histogram[bucket] ?? 0) + 1;
}

/**
 * The duration that this share of the attempts did not exceed, within 5 %; null where there were none.
 * @param share from 0 to 1: 0.9 for the 90th percentile
 */
export function latencyAt(histogram: LatencyHistogram, share: number): number | null {
  const count = histogram.reduce((sum, n) => sum + n, 0);
  let left = Math.max(1, Math.ceil(count * share));
  for (const [bucket, n] of histogram.entries()) {
    left -= n;
    if (left <= 0) return buckets[bucket]?.standsFor ?? null;
  }
  return null;
}

/** Pairs of varints, of the buckets that were met: how many buckets further, and the count. Some 2 bytes for each. */
export function encodeHistogram(histogram: LatencyHistogram): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (let bucket = 0; bucket < histogram.length; bucket++) {
    const count = histogram[bucket] ?? 0;
    if (count === 0) continue;
    pushVarint(bytes, bucket - last);
    pushVarint(bytes, count);
    last = bucket;
  }
  return Uint8Array.from(bytes);
}

/** Adds the counts of a histogram as it was encoded. */
export function addEncodedHistogram(histogram: LatencyHistogram, bytes: Uint8Array): void {
  const reader = { bytes, at: 0 };
  let bucket = 0;
  while (reader.at < bytes.length) {
    bucket += readVarint(reader);
    histogram[bucket] = (histogram[bucket] ?? 0) + readVarint(reader);
  }
}

/** The number of the bucket that a duration falls into. */
export function latencyBucketOf(durationMs: number): number {
  const whole = Math.round(durationMs);
  let low = 0;
  let high = buckets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((buckets[middle]?.from ?? 0) <= whole) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Seven bits a byte, the lowest first; by division, because counts may outgrow 32 bits. */
function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

function readVarint(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let weight = 1; ; weight *= 128) {
    const byte = reader.bytes[reader.at++] ?? 0;
    value += (byte % 128) * weight;
    if (byte < 128) return value;
  }
}
