import type { Lane } from "./lane.ts";
import { Rotation } from "./rotation.ts";
import type { Slots } from "./slots.ts";

/**
 * Lanes in line for a slot, in two lines: those that are slow may hold half of the slots, so that hanging receivers
 * leave the other half to the rest.
 */
export class LaneLines {
  #normal = new Rotation();
  #slow = new Rotation();
  #isSlowsTurn = false;

  constructor(private readonly slots: Slots) {}

  add(lane: Lane): void {
    (lane.isSlow ? this.#slow : this.#normal).add(lane);
  }

  /** Moves a lane that is in line and has recovered: it must not stay behind those that hang. */
  reconsider(lane: Lane): void {
    if (lane.line === this.#slow && !lane.isSlow) this.#normal.add(lane);
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
    for (let lane = this.#normal.next(); lane !== null; lane = this.#normal.next()) {
      if (!lane.isSlow) return lane;
      this.#slow.add(lane);
    }
    return null;
  }
}
