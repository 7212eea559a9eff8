import { shares } from "../domain/delivery.ts";
import type { EngineVerbs } from "../store/engine-verbs.ts";
import type { DueDelivery } from "../store/new-work.ts";
import type { Lane } from "./lane.ts";

/** A delivery's weight in memory beside its event's data. */
const rowBytes = 512;

/** The claimed deliveries in all lanes' windows, and how many bytes they hold together. */
export class ClaimWindows {
  #bytes = 0;

  constructor(
    private readonly store: Pick<EngineVerbs, "release">,
    private readonly bytesMax: number,
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  get hasRoom(): boolean {
    return this.#bytes < this.bytesMax;
  }

  fits(delivery: DueDelivery): boolean {
    return this.#bytes + sizeOf(delivery) <= this.bytesMax;
  }

  push(lane: Lane, delivery: DueDelivery): void {
    this.#bytes += sizeOf(delivery);
    lane.shares[delivery.share].window.push(delivery);
  }

  takeNext(lane: Lane): DueDelivery | undefined {
    const delivery = lane.takeNext();
    if (delivery !== undefined) this.#bytes -= sizeOf(delivery);
    return delivery;
  }

  /** Puts a delivery that was not attempted back in front of its window. */
  putBack(lane: Lane, delivery: DueDelivery): void {
    this.#bytes += sizeOf(delivery);
    lane.shares[delivery.share].window.putBack(delivery);
  }

  /** Fills the windows with what was claimed for them, earliest first, as far as there is room; the rest is given back. */
  fill(lane: Lane, due: readonly DueDelivery[]): void {
    const surplus: DueDelivery[] = [];
    for (const delivery of due) {
      lane.noteSize(sizeOf(delivery));
      const hasRoom = this.fits(delivery) || lane.shares[delivery.share].window.length === 0;
      if (!hasRoom || surplus.length > 0) surplus.push(delivery);
      else this.push(lane, delivery);
    }
    this.giveBack(lane, surplus);
  }

  /** Ends the claims: the deliveries wait in the table. */
  giveBack(lane: Lane, deliveries: readonly DueDelivery[]): void {
    if (deliveries.length === 0) return;
    for (const { share, dueAtMs } of deliveries) lane.noteDue(share, dueAtMs);
    this.store.release(deliveries.map(({ key }) => key));
  }

  /** Gives back all that the lane has claimed. */
  empty(lane: Lane): void {
    for (const share of shares) {
      const deliveries = lane.shares[share].window.drain();
      for (const delivery of deliveries) this.#bytes -= sizeOf(delivery);
      this.giveBack(lane, deliveries);
    }
  }
}

function sizeOf(delivery: DueDelivery): number {
  return delivery.event.data.length + rowBytes;
}
