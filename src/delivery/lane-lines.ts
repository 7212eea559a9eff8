import type { Lane } from "./lane.ts";
import { Rotation } from "./rotation.ts";
import type { Slots } from "./slots.ts";

/**
 * Lanes in line for a slot. Those that are slow have a line of their own, because they may hold half of the slots; so
 * have those that have to wait although others may start: see `Slots`.
 */
export class LaneLines {
  #normal = new Rotation();
  #slow = new Rotation();
  /** Have answered nothing yet. */
  #unproven = new Rotation();
  /** Have many in flight. */
  #crowding = new Rotation();
  #isSlowsTurn = false;

  constructor(private readonly slots: Slots) {}

  add(lane: Lane): void {
    (lane.isSlow ? this.#slow : this.#normal).add(lane);
  }

  /** Moves a lane that is in line and has recovered, or has fewer in flight: it must not stay behind those that hang. */
  reconsider(lane: Lane): void {
    const isSlowNoMore = lane.line === this.#slow && !lane.isSlow;
    const isCrowdingNoMore = lane.line === this.#crowding && this.slots.hasFreeFor(lane);
    const isProven = lane.line === this.#unproven && lane.hasSucceeded;
    if (isSlowNoMore || isCrowdingNoMore || isProven) this.#normal.add(lane);
  }

  /** Takes the next lane that may have a slot. The lines take turns, so that neither starves the other. */
  next(): Lane | null {
    if (!this.slots.hasFree) return null;
    this.#isSlowsTurn = !this.#isSlowsTurn;
    if (this.#isSlowsTurn && this.slots.hasFreeForSlow) {
      return this.#slow.next() ?? this.#nextNormal() ?? this.#slow.next();
    }
    return this.#nextNormal() ?? (this.slots.hasFreeForSlow ? this.#slow.next() : null);
  }

  #nextNormal(): Lane | null {
    for (let lane = this.#firstInLine(); lane !== null; lane = this.#firstInLine()) {
      if (lane.isSlow) this.#slow.add(lane);
      else if (!lane.hasSucceeded && !this.slots.hasFreeForUnproven) this.#unproven.add(lane);
      else if (!this.slots.hasFreeFor(lane)) this.#crowding.add(lane);
      else return lane;
    }
    return null;
  }

  /** Who had to wait comes first, as soon as it may start. */
  #firstInLine(): Lane | null {
    const unproven = this.slots.hasFreeForUnproven ? this.#unproven.next() : null;
    if (unproven !== null) return unproven;
    return (this.slots.hasFreeForMany ? this.#crowding.next() : null) ?? this.#normal.next();
  }
}
