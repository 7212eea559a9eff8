import type { DeliveryKey } from "../new-work.ts";
import type { Sequences } from "./sequences.ts";

/**
 * Which deliveries are on the disk. The table shows those too that are only committed, and a claim must not take them: a
 * power cut would leave a receiver with an event that never was, whose publisher was told nothing and sends it again
 * under another id. They are in the order of their numbers, so the last one says it all.
 */
export class SyncedDeliveries {
  readonly #sequences: Pick<Sequences, "last">;
  #through: number;

  /** What is in the file when it is opened is on the disk. */
  constructor(sequences: Pick<Sequences, "last">) {
    this.#sequences = sequences;
    this.#through = sequences.last("deliveries");
  }

  has(delivery: DeliveryKey): boolean {
    return delivery <= this.#through;
  }

  /** Everything that is committed now is being brought to the disk; to be called between transactions. */
  syncBegins(): () => void {
    const through = this.#sequences.last("deliveries");
    return () => {
      this.#through = through;
    };
  }
}
