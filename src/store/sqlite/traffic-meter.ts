import type { EndpointKey } from "../new-work.ts";

/** The window over which a rate is smoothed, ms. */
const windowMs = 30_000;

interface Rate {
  perSecond: number;
  atMs: number;
}

/** How fast deliveries arrive for each endpoint and leave it: exponentially smoothed, in memory, shown as a hint. */
export class TrafficMeter {
  readonly #arriving = new Map<EndpointKey, Rate>();
  readonly #leaving = new Map<EndpointKey, Rate>();

  noteArrival(endpoint: EndpointKey, nowMs: number): void {
    note(this.#arriving, endpoint, nowMs);
  }

  noteLeaving(endpoint: EndpointKey, nowMs: number): void {
    note(this.#leaving, endpoint, nowMs);
  }

  forget(endpoint: EndpointKey): void {
    this.#arriving.delete(endpoint);
    this.#leaving.delete(endpoint);
  }

  read(endpoint: EndpointKey, nowMs: number): { arrivingPerSecond: number; leavingPerSecond: number } {
    return {
      arrivingPerSecond: rateAt(this.#arriving.get(endpoint), nowMs),
      leavingPerSecond: rateAt(this.#leaving.get(endpoint), nowMs),
    };
  }
}

function note(rates: Map<EndpointKey, Rate>, endpoint: EndpointKey, nowMs: number): void {
  const rate = rates.get(endpoint);
  const added = 1000 / windowMs;
  if (!rate) {
    rates.set(endpoint, { perSecond: added, atMs: nowMs });
    return;
  }
  rate.perSecond = rate.perSecond * decay(nowMs - rate.atMs) + added;
  rate.atMs = nowMs;
}

function rateAt(rate: Rate | undefined, nowMs: number): number {
  return rate ? Math.round(rate.perSecond * decay(nowMs - rate.atMs) * 100) / 100 : 0;
}

function decay(elapsedMs: number): number {
  return Math.exp(-Math.max(0, elapsedMs) / windowMs);
}
