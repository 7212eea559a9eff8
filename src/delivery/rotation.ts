import type { OrganizationId } from "../domain/id.ts";
import { Fifo } from "./fifo.ts";
import type { Lane } from "./lane.ts";

interface Turn {
  organizationId: OrganizationId;
  lanes: Fifo<Lane>;
}

/**
 * Lanes in line for a slot: round robin over organizations, then over the endpoints of each, so that a tenant with
 * a thousand busy endpoints gets no more turns than one with a single one.
 */
export class Rotation {
  #turns = new Map<OrganizationId, Turn>();
  #order = new Fifo<Turn>();

  /** Puts the lane at the end of its organization's line. In another line it loses its place. */
  add(lane: Lane): void {
    lane.line = this;
    let turn = this.#turns.get(lane.organizationId);
    if (turn === undefined) {
      turn = { organizationId: lane.organizationId, lanes: new Fifo() };
      this.#turns.set(lane.organizationId, turn);
      this.#order.push(turn);
    }
    turn.lanes.push(lane);
  }

  /** Takes the next lane out of line; null when there is none. */
  next(): Lane | null {
    for (let turn = this.#order.shift(); turn !== undefined; turn = this.#order.shift()) {
      const lane = this.#firstOf(turn);
      if (turn.lanes.length > 0) this.#order.push(turn);
      else this.#turns.delete(turn.organizationId);
      if (lane !== null) return lane;
    }
    return null;
  }

  #firstOf(turn: Turn): Lane | null {
    for (let lane = turn.lanes.shift(); lane !== undefined; lane = turn.lanes.shift()) {
      // It has moved to another line since.
      if (lane.line !== this) continue;
      lane.line = null;
      return lane;
    }
    return null;
  }
}
