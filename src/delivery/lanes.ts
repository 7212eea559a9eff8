import type { OrganizationId } from "../domain/id.ts";
import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { EngineVerbs } from "../store/engine-verbs.ts";
import type { DueDelivery, EndpointKey, NewWork } from "../store/new-work.ts";
import { ClaimWindows } from "./claim-windows.ts";
import { Lane } from "./lane.ts";
import { LaneLines } from "./lane-lines.ts";
import { LaneLookups } from "./lane-lookups.ts";
import type { Slots } from "./slots.ts";
import type { StoreGuard } from "./store-guard.ts";
import { WakeQueue } from "./wake-queue.ts";

export interface LanesOptions {
  store: Pick<EngineVerbs, "readTarget" | "claimDue" | "claimNext" | "release">;
  guard: StoreGuard;
  clock: Clock;
  logger: Logger;
  slots: Slots;
  inFlightPerEndpointMax: number;
  bufferedBytesMax: number;
  /** Called when something came in that may start. */
  onReady: () => void;
}

/** How many lanes without work are kept, so that an endpoint's target need not be read for every single event. */
const idleLanesMax = 2000;

/**
 * Every endpoint that has work, one lane each, and the order in which they get slots. Holds claimed deliveries in
 * bounded windows; what does not fit goes back to the table and is found there when its turn comes.
 */
export class Lanes {
  #lanes = new Map<EndpointKey, Lane>();
  /** Without work, longest first. */
  #idle = new Set<Lane>();
  #sleeping = new WakeQueue<Lane>();
  readonly #lines: LaneLines;
  readonly #windows: ClaimWindows;
  readonly #lookups: LaneLookups;
  #isClosed = false;

  constructor(private readonly options: LanesOptions) {
    this.#lines = new LaneLines(options.slots);
    this.#windows = new ClaimWindows(options.store, options.bufferedBytesMax);
    this.#lookups = new LaneLookups({
      ...options,
      windows: this.#windows,
      settle: (lane) => this.settle(lane),
    });
  }

  get count(): number {
    return this.#lanes.size;
  }

  get bufferedBytes(): number {
    return this.#windows.bytes;
  }

  /** When the next sleeping lane wakes; null for never. */
  get nextWakeAtMs(): number | null {
    return this.#sleeping.first()?.wakeAtMs ?? null;
  }

  /** Takes in what a commit means. */
  absorb(work: NewWork): void {
    for (const endpoint of work.changed) this.#change(endpoint);
    const nowMs = this.options.clock.now();
    for (const delivery of work.due) this.#take(delivery, nowMs);
    for (const { endpoint, organizationId, share, dueAtMs } of work.waiting) {
      const lane = this.#laneOf(endpoint, organizationId);
      if (share === null) lane.noteLook(dueAtMs);
      else if (dueAtMs <= nowMs) lane.noteDue(share, dueAtMs);
      else lane.noteWaiting(share, dueAtMs);
      this.settle(lane);
    }
  }

  /** The next delivery to start, by everybody's turn; null when nothing can start now. */
  next(): { lane: Lane; delivery: DueDelivery } | null {
    if (this.#isClosed) return null;
    for (let lane = this.#lines.next(); lane !== null; lane = this.#lines.next()) {
      const delivery = this.#serve(lane);
      if (delivery !== undefined) return { lane, delivery };
    }
    return null;
  }

  /** Puts a lane where it belongs after something about it changed: in line, asleep, or aside. */
  settle(lane: Lane): void {
    if (lane.line !== null) {
      this.#lines.reconsider(lane);
      return;
    }
    const nowMs = this.options.clock.now();
    this.#idle.delete(lane);
    lane.spreadLook(nowMs);
    const isReady = lane.hasWork(nowMs) && !lane.isAside;
    if (isReady && lane.heldUntilMs <= nowMs) {
      this.#sleeping.delete(lane);
      if (lane.hasSlot && !lane.isReading && !this.#pace(lane)) this.#lines.add(lane);
      return;
    }
    const wakeAtMs = isReady ? lane.heldUntilMs : Math.max(lane.heldUntilMs, lane.nextDueAtMs);
    if (wakeAtMs < Number.POSITIVE_INFINITY && !lane.isAside && !lane.isClaiming) {
      this.#sleeping.set(lane, wakeAtMs);
    } else this.#sleeping.delete(lane);
    if (lane.isIdle) this.#setAside(lane);
  }

  /** Looks at every lane whose time has come. */
  wake(): void {
    const nowMs = this.options.clock.now();
    for (let lane = this.#sleeping.first(); lane !== undefined; lane = this.#sleeping.first()) {
      if (lane.wakeAtMs > nowMs) return;
      this.#sleeping.delete(lane);
      this.settle(lane);
    }
  }

  /** Notes that an attempt has started: after the request has left, so that a second is never counted short. */
  noteStart(lane: Lane): void {
    lane.noteStart(this.options.clock.monotonic());
  }

  /** Leaves the lane alone for a second: the trouble is our own. */
  rest(lane: Lane): void {
    this.#lookups.rest(lane);
  }

  /** Puts a delivery that was not attempted back in front of its window. */
  putBack(lane: Lane, delivery: DueDelivery): void {
    this.#windows.putBack(lane, delivery);
  }

  /** Gives the lane's claims back: they wait in the table. */
  giveBack(lane: Lane): void {
    this.#windows.empty(lane);
  }

  /** Reads the endpoint anew before it gets anything more. */
  outdate(lane: Lane): void {
    lane.target = null;
    lane.version++;
    // The limit may be another one now.
    lane.paceTimer?.cancel();
    lane.paceTimer = null;
    lane.isOutdated = lane.isReading;
    lane.heldUntilMs = 0;
    this.giveBack(lane);
  }

  /** Gives everything back and takes no more. */
  close(): void {
    this.#isClosed = true;
    this.#lookups.close();
    for (const lane of this.#lanes.values()) this.giveBack(lane);
  }

  #change(endpoint: EndpointKey): void {
    const lane = this.#lanes.get(endpoint);
    // Nothing is known of it that could be wrong; where it has work, that is announced as well.
    if (lane === undefined) return;
    this.outdate(lane);
    lane.noteLook(this.options.clock.now());
    this.settle(lane);
  }

  #laneOf(endpoint: EndpointKey, organizationId: OrganizationId): Lane {
    let lane = this.#lanes.get(endpoint);
    if (lane === undefined) {
      lane = new Lane(endpoint, organizationId, this.options.inFlightPerEndpointMax);
      this.#lanes.set(endpoint, lane);
    }
    return lane;
  }

  #serve(lane: Lane): DueDelivery | undefined {
    const nowMs = this.options.clock.now();
    const mayStart = lane.hasSlot && this.#rateWaitMs(lane) === 0;
    if (lane.heldUntilMs > nowMs || lane.isAside || !mayStart) {
      this.settle(lane);
      return undefined;
    }
    const mayLook = !this.#lookups.isFull;
    if (lane.target !== null && mayLook) this.#lookups.refill(lane, nowMs);
    const delivery = lane.target === null ? undefined : this.#windows.takeNext(lane);
    if (delivery !== undefined) return delivery;
    if (!mayLook) this.#lookups.queue(lane);
    else if (lane.target === null) this.#lookups.readTarget(lane);
    return undefined;
  }

  /**
   * Lets the lane wait for its rate limit, if it must. By a timer of its own and not by its wake time, which is the wall
   * clock's: a clock that steps back must not hold it.
   */
  #pace(lane: Lane): boolean {
    const waitMs = this.#rateWaitMs(lane);
    if (waitMs === 0) return false;
    lane.paceTimer = this.options.clock.after(Math.ceil(waitMs), () => {
      lane.paceTimer = null;
      if (this.#isClosed) return;
      this.settle(lane);
      this.options.onReady();
    });
    return true;
  }

  #rateWaitMs(lane: Lane): number {
    return lane.rateWaitMs(this.options.clock.monotonic());
  }

  #take(delivery: DueDelivery, nowMs: number): void {
    const lane = this.#laneOf(delivery.endpoint, delivery.organizationId);
    const isOpen = !this.#isClosed && lane.heldUntilMs <= nowMs;
    const couldStart = lane.buffered === 0 && lane.hasSlot && this.options.slots.hasFree;
    const fits = couldStart || this.#windows.fits(delivery);
    if (isOpen && fits && lane.canTakeNow(delivery.share, nowMs)) this.#windows.push(lane, delivery);
    else this.#windows.giveBack(lane, [delivery]);
    this.settle(lane);
  }

  #setAside(lane: Lane): void {
    const monotonicMs = this.options.clock.monotonic();
    // Forgotten with its starts, it could start as many again within the same second.
    if (lane.target === null && !lane.starts.isFresh(monotonicMs)) {
      this.#lanes.delete(lane.endpoint);
      return;
    }
    this.#idle.add(lane);
    if (this.#idle.size <= idleLanesMax) return;
    for (const longest of this.#idle) {
      if (longest.starts.isFresh(monotonicMs)) return;
      this.#idle.delete(longest);
      this.#lanes.delete(longest.endpoint);
      return;
    }
  }
}
