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
  /** The endpoint has answered nothing yet, and the attempt may turn out slow. */
  isUnproven: boolean;
}

/** An attempt older than this is slow. */
const slowFromMs = 1000;

/** Attempts that one endpoint may have in flight where the last quarter of the slots begins. */
const crowdedMax = 8;

/**
 * Who holds the slots: so many attempts at once overall, at most half of them slow. Which attempts will be slow is only
 * known a second later, so two rules keep slots for those that answer, whoever begins to hang at the same moment. A
 * quarter is closed to endpoints that have answered nothing yet. And in the last quarter one endpoint may have few
 * attempts in flight, the fewer the fewer slots are free, but always one.
 */
export class Slots {
  #inFlight = 0;
  #slow = 0;
  #unproven = 0;
  /** Not slow so far, oldest first (a Set keeps the order in which its items came). */
  #young = new Set<Flight>();
  #timer: Timer | null = null;
  readonly #slowMax: number;
  readonly #quarter: number;

  constructor(
    readonly clock: Clock,
    readonly inFlightMax: number,
  ) {
    this.#slowMax = Math.max(1, inFlightMax >> 1);
    this.#quarter = inFlightMax >> 2;
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
    return this.hasFree && this.#doubtful < this.#slowMax;
  }

  /** Slow, or about to be for all that is known. */
  get #doubtful(): number {
    return this.#slow + this.#unproven;
  }

  /** For an endpoint that has answered nothing yet. */
  get hasFreeForUnproven(): boolean {
    return this.hasFree && this.#doubtful < this.inFlightMax - this.#quarter;
  }

  /** For one with any number of attempts in flight. */
  get hasFreeForMany(): boolean {
    return this.inFlightMax - this.#inFlight > this.#quarter;
  }

  /** For one with so many. */
  hasFreeFor({ inFlight }: Pick<Lane, "inFlight">): boolean {
    if (this.hasFreeForMany) return true;
    const free = this.inFlightMax - this.#inFlight;
    return free > 0 && inFlight < Math.max(1, Math.floor((crowdedMax * free) / this.#quarter));
  }

  take(lane: Lane, delivery: DueDelivery): Flight {
    const { isSlow } = lane;
    const isUnproven = !isSlow && !lane.hasSucceeded;
    const flight: Flight = { lane, delivery, startedAt: this.clock.monotonic(), isSlow, isUnproven };
    lane.inFlight++;
    this.#inFlight++;
    if (flight.isSlow) {
      this.#slow++;
      lane.slowInFlight++;
    } else {
      if (isUnproven) this.#unproven++;
      this.#young.add(flight);
      this.#timer ??= this.clock.after(slowFromMs, this.#age);
    }
    return flight;
  }

  free(flight: Flight): void {
    flight.lane.inFlight--;
    this.#inFlight--;
    if (!flight.isSlow) {
      this.#forgetYoung(flight);
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

  #forgetYoung(flight: Flight): void {
    if (this.#young.delete(flight) && flight.isUnproven) this.#unproven--;
  }

  #age = (): void => {
    this.#timer = null;
    const oldest = this.clock.monotonic() - slowFromMs;
    for (const flight of this.#young) {
      if (flight.startedAt > oldest) {
        this.#timer = this.clock.after(flight.startedAt - oldest, this.#age);
        return;
      }
      this.#forgetYoung(flight);
      flight.isSlow = true;
      flight.lane.slowInFlight++;
      this.#slow++;
    }
  };
}
