import {
  type Admission,
  type BucketLimit,
  fullBucket,
  type TokenBucket,
  takeToken,
} from "../domain/token-bucket.ts";
import type { Clock } from "../platform/clock.ts";

/** A token bucket for each key, in bounded memory: beyond `bucketsMax` the longest unused is forgotten. */
export class TokenBuckets<Key> {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #bucketsMax: number;
  /** In the order of their last use. */
  readonly #buckets = new Map<Key, TokenBucket>();

  constructor(clock: Pick<Clock, "monotonic">, bucketsMax: number) {
    this.#clock = clock;
    this.#bucketsMax = bucketsMax;
  }

  /** Takes a token of the key's bucket, if it has one. */
  take(key: Key, limit: BucketLimit): Admission {
    const nowMs = this.#clock.monotonic();
    const bucket = this.#buckets.get(key) ?? fullBucket(limit, nowMs);
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > this.#bucketsMax) this.#forgetOldest();
    return takeToken(bucket, limit, nowMs);
  }

  #forgetOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}
