import type { DeliveryKey, EndpointKey } from "../new-work.ts";

/**
 * Deliveries that the engine has in hand. In memory only: the data directory belongs to one process, so a crash
 * ends all claims at once, and every pending delivery whose time has come is due at the next start.
 */
export class Claims {
  readonly #byEndpoint = new Map<EndpointKey, Set<DeliveryKey>>();
  readonly #endpointOf = new Map<DeliveryKey, EndpointKey>();

  add(endpoint: EndpointKey, delivery: DeliveryKey): void {
    this.#endpointOf.set(delivery, endpoint);
    const held = this.#byEndpoint.get(endpoint);
    if (held) held.add(delivery);
    else this.#byEndpoint.set(endpoint, new Set([delivery]));
  }

  end(delivery: DeliveryKey): void {
    const endpoint = this.#endpointOf.get(delivery);
    if (endpoint === undefined) return;
    this.#endpointOf.delete(delivery);
    const held = this.#byEndpoint.get(endpoint);
    held?.delete(delivery);
    if (held?.size === 0) this.#byEndpoint.delete(endpoint);
  }

  has(delivery: DeliveryKey): boolean {
    return this.#endpointOf.has(delivery);
  }

  countOf(endpoint: EndpointKey): number {
    return this.#byEndpoint.get(endpoint)?.size ?? 0;
  }
}
