import type { EndpointKey } from "../new-work.ts";

/**
 * Where the rows begin that a disable has not canceled, by due time, while its steps have yet to come to the others: a
 * claim that went through a million canceled rows each time would hold up everybody. In memory alone: after a restart
 * claims go through them again until the steps are done.
 */
export class CanceledFronts {
  readonly #fronts = new Map<EndpointKey, number>();

  /** Everything that waits by then is canceled. */
  set(endpoint: EndpointKey, disabledAtMs: number): void {
    this.#fronts.set(endpoint, disabledAtMs);
  }

  /** A delivery waits that is due then: a wall clock that stepped back, or a late fan-out, may put it before the front. */
  note(endpoint: EndpointKey, dueAtMs: number): void {
    if (this.#fronts.size === 0) return;
    const front = this.#fronts.get(endpoint);
    if (front !== undefined && dueAtMs < front) this.#fronts.set(endpoint, dueAtMs);
  }

  /** The steps are done, or the endpoint is gone. */
  forget(endpoint: EndpointKey): void {
    this.#fronts.delete(endpoint);
  }

  /** Nothing that waits is due before this time. */
  of(endpoint: EndpointKey): number {
    return this.#fronts.get(endpoint) ?? 0;
  }
}
