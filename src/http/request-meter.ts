/** Counts requests. Called for every one: it must neither throw nor wait. */
export interface RequestMeter {
  /** @param path the route's, with the names of its parts; null where there is no such route */
  handled(method: string, path: string | null, status: number, durationMs: number): void;
  /** A request got the reply that its `Idempotency-Key` had got before. */
  replayed(): void;
}
