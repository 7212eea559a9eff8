import { type Share, shares } from "../domain/delivery.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { EngineVerbs } from "../store/engine-verbs.ts";
import type { DueDelivery, EndpointKey, NewWork } from "../store/new-work.ts";
import { ClaimWindows } from "./claim-windows.ts";
import { Lane } from "./lane.ts";
import { LaneLines } from "./lane-lines.ts";
import { Rotation } from "./rotation.ts";
import type { Slots } from "./slots.ts";
import type { StoreGuard } from "./store-guard.ts";
import { WakeQueue } from "./wake-queue.ts";

export interface LanesOptions {
  store: Pick<EngineVerbs, "readTarget" | "claimDue" | "release">;
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

/** Reads of targets and claims under way at once: each brings rows into memory. */
const lookupsMax = 32;

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
  /** In line for a look-up. */
  #unread = new Rotation();
  #lookups = 0;
  #isClosed = false;

  constructor(private readonly options: LanesOptions) {
    this.#lines = new LaneLines(options.slots);
    this.#windows = new ClaimWindows(options.store, options.bufferedBytesMax);
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
    const isReady = lane.hasWork(nowMs) && !lane.isResting;
    if (isReady && lane.heldUntilMs <= nowMs) {
      this.#sleeping.delete(lane);
      if (lane.inFlight < lane.allowance && !lane.isReading) this.#lines.add(lane);
      return;
    }
    const wakeAtMs = isReady ? lane.heldUntilMs : Math.max(lane.heldUntilMs, lane.nextDueAtMs);
    if (wakeAtMs < Number.POSITIVE_INFINITY && !lane.isResting && !lane.isClaiming) {
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
    lane.isOutdated = lane.isReading;
    lane.heldUntilMs = 0;
    this.giveBack(lane);
  }

  /** Gives everything back and takes no more. */
  close(): void {
    this.#isClosed = true;
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
    if (lane.heldUntilMs > nowMs || lane.isResting || lane.inFlight >= lane.allowance) {
      this.settle(lane);
      return undefined;
    }
    const mayLook = this.#lookups < lookupsMax;
    if (lane.target !== null && mayLook) this.#refill(lane, nowMs);
    const delivery = lane.target === null ? undefined : this.#windows.takeNext(lane);
    if (delivery !== undefined) return delivery;
    if (!mayLook) this.#unread.add(lane);
    else if (lane.target === null) void this.#lookUp(lane, () => this.#readTarget(lane));
    return undefined;
  }

  async #lookUp(lane: Lane, look: () => Promise<void>): Promise<void> {
    this.#lookups++;
    try {
      await look();
    } catch (error) {
      this.options.logger.error("engine.lookup_failed", { error: String(error) });
      this.rest(lane);
    }
    this.#lookups--;
    if (this.#isClosed) return this.giveBack(lane);
    this.settle(lane);
    const unread = this.#unread.next();
    if (unread !== null) this.settle(unread);
    this.options.onReady();
  }

  /** Leaves the lane alone for a second: the trouble is our own. */
  rest(lane: Lane): void {
    lane.isResting = true;
    this.options.clock.after(1000, () => {
      lane.isResting = false;
      if (this.#isClosed) return;
      this.settle(lane);
      this.options.onReady();
    });
  }

  async #readTarget(lane: Lane): Promise<void> {
    const { store, guard } = this.options;
    lane.isReading = true;
    try {
      const target = await guard.run(() => store.readTarget(lane.endpoint));
      if (lane.isOutdated) return;
      if (target?.status === "active") return lane.setTarget(target);
      this.#forgetWork(lane);
    } finally {
      lane.isReading = false;
      lane.isOutdated = false;
    }
  }

  /** The endpoint takes nothing now: what waits stays in the table until it changes again. */
  #forgetWork(lane: Lane): void {
    this.giveBack(lane);
    lane.lookAtMs = Number.POSITIVE_INFINITY;
    for (const share of shares) lane.shares[share].tableDueAtMs = Number.POSITIVE_INFINITY;
  }

  #refill(lane: Lane, nowMs: number): void {
    lane.spreadLook(nowMs);
    for (const share of shares) {
      const limit = lane.claimLimit(share, nowMs);
      if (limit === 0) continue;
      const { hasRoom } = this.#windows;
      if (!hasRoom && lane.buffered > 0) continue;
      void this.#lookUp(lane, () => this.#claim(lane, share, hasRoom ? limit : 1));
    }
  }

  async #claim(lane: Lane, share: Share, limit: number): Promise<void> {
    const { store, guard, clock } = this.options;
    const { target } = lane;
    const queue = lane.shares[share];
    const known = { dueAtMs: queue.tableDueAtMs, horizonMs: queue.horizonMs };
    // From here on both fields tell what came up during the claim.
    queue.isClaiming = true;
    queue.tableDueAtMs = Number.POSITIVE_INFINITY;
    queue.horizonMs = Number.NEGATIVE_INFINITY;
    try {
      const { endpoint } = lane;
      const nowMs = Math.max(clock.now(), known.horizonMs);
      const { due, nextDueAtMs } = await guard.run(() => store.claimDue({ endpoint, share, limit, nowMs }));
      if (nextDueAtMs !== null && nextDueAtMs <= nowMs) lane.noteDue(share, nextDueAtMs);
      else if (nextDueAtMs !== null) lane.noteWaiting(share, nextDueAtMs);
      // It may have changed since, and have been read anew by now.
      if (lane.target === target) this.#fill(lane, share, due);
      else this.#windows.giveBack(lane, due);
    } catch (error) {
      lane.noteDue(share, known.dueAtMs);
      throw error;
    } finally {
      queue.isClaiming = false;
    }
  }

  #fill(lane: Lane, share: Share, due: readonly DueDelivery[]): void {
    const isOutdated = lane.target === null || lane.heldUntilMs > this.options.clock.now() || this.#isClosed;
    if (isOutdated) this.#windows.giveBack(lane, due);
    else this.#windows.fill(lane, share, due);
  }

  #take(delivery: DueDelivery, nowMs: number): void {
    const lane = this.#laneOf(delivery.endpoint, delivery.organizationId);
    const isOpen = !this.#isClosed && lane.heldUntilMs <= nowMs;
    const couldStart = lane.buffered === 0 && lane.inFlight < lane.allowance && this.options.slots.hasFree;
    const fits = couldStart || this.#windows.fits(delivery);
    if (isOpen && fits && lane.canTakeNow(delivery.share, nowMs)) this.#windows.push(lane, delivery);
    else this.#windows.giveBack(lane, [delivery]);
    this.settle(lane);
  }

  #setAside(lane: Lane): void {
    if (lane.target === null) {
      this.#lanes.delete(lane.endpoint);
      return;
    }
    this.#idle.add(lane);
    if (this.#idle.size <= idleLanesMax) return;
    for (const longest of this.#idle) {
      this.#idle.delete(longest);
      this.#lanes.delete(longest.endpoint);
      return;
    }
  }
}
