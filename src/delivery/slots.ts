import type { Clock, Timer } from "../platform/clock.ts";
import type { DueDelivery } from "../store/new-work.ts";
import type { Lane } from "./lane.ts";

/** An attempt under way. */
export interface Flight {
  lane: Lane;
  delivery: DueDelivery;
  /** Monotonic ms. */
  startedAt: number;
  isSlow: boolean;
}

/** An attempt older than this is slow. */
const slowFromMs = 1000;

/** Who holds the slots: so many attempts at once overall, at most half of them slow. */
export class Slots {
  #inFlight = 0;
  #slow = 0;
  /** Not slow so far, oldest first (a Set keeps the order in which its items came). */
  #young = new Set<Flight>();
  #timer: Timer | null = null;
  readonly #slowMax: number;

  constructor(
    readonly clock: Clock,
    readonly inFlightMax: number,
  ) {
    this.#slowMax = Math.max(1, inFlightMax >> 1);
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get slow(): number {
    return this.#slow;
  }

  get hasFree(): boolean {
    return this.#inFlight < this.inFlightMax;
  }

  get hasFreeForSlow(): boolean {
    return this.hasFree && this.#slow < this.#slowMax;
  }

  take(lane: Lane, delivery: DueDelivery): Flight {
    const flight: Flight = { lane, delivery, startedAt: this.clock.monotonic(), isSlow: lane.isSlow };
    lane.inFlight++;
    this.#inFlight++;
    if (flight.isSlow) {
      this.#slow++;
      lane.slowInFlight++;
    } else {
      this.#young.add(flight);
      this.#timer ??= this.clock.after(slowFromMs, this.#age);
    }
    return flight;
  }

  free(flight: Flight): void {
    flight.lane.inFlight--;
    this.#inFlight--;
    if (!flight.isSlow) {
      this.#young.delete(flight);
      return;
    }
    this.#slow--;
    flight.lane.slowInFlight--;
  }

  /** Ends the timer. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#young.clear();
  }

  #age = (): void => {
    this.#timer = null;
    const oldest = this.clock.monotonic() - slowFromMs;
    for (const flight of this.#young) {
      if (flight.startedAt > oldest) {
        this.#timer = this.clock.after(flight.startedAt - oldest, this.#age);
        return;
      }
      this.#young.delete(flight);
      flight.isSlow = true;
      flight.lane.slowInFlight++;
      this.#slow++;
    }
  };
}
