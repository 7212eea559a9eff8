import type { OrganizationId } from "../../src/domain/id.ts";
import type { SeededRandom } from "../support/seeded-random.ts";
import { demand } from "./ledger.ts";
import type { Life } from "./life.ts";

/** Who does things to whole events, and knows which of them must not be sent any more. */
export class EventKeepers {
  readonly #canceled = new Set<string>();
  readonly #erased = new Set<string>();
  /** How often each was asked for again: a cancel that was asked for before that says nothing of what follows. */
  readonly #askedAgain = new Map<string, number>();

  constructor(
    private readonly options: {
      random: SeededRandom;
      organizationId: OrganizationId;
      life(): Life;
      /** Events whose deliveries a person changed. */
      touched: Set<string>;
    },
  ) {}

  cancel(): void {
    this.#withEvent((id) => {
      const { life, organizationId } = this.#now();
      const askedAgain = this.#askedAgain.get(id);
      life.follow(life.store.cancelEvent(organizationId, id, life.clock.now()), () => {
        if (this.#askedAgain.get(id) === askedAgain) this.#canceled.add(id);
      });
    });
  }

  resend(): void {
    this.#withEvent((id) => {
      const { life, organizationId } = this.#now();
      this.allowSending(id);
      const resend = { endpointReferences: null, nowMs: life.clock.now() };
      life.follow(life.store.resendEvent(organizationId, id, resend));
    });
  }

  /** Somebody asks for it again: allowed from the commit on, which comes before the reply. */
  allowSending(id: string): void {
    this.#canceled.delete(id);
    this.#askedAgain.set(id, (this.#askedAgain.get(id) ?? 0) + 1);
  }

  erase(): void {
    this.#withEvent((id) => {
      const { life, organizationId } = this.#now();
      const verb = life.store.eraseEvent(organizationId, id, life.clock.now());
      life.follow(
        verb.then((work) => ({ work })),
        () => {
          this.#erased.add(id);
        },
      );
    });
  }

  /** Holds whenever something is sent. */
  checkSending(eventId: string): void {
    demand(!this.#erased.has(eventId), `nothing is sent of ${eventId} after it was erased`);
    demand(!this.#canceled.has(eventId), `nothing is sent of ${eventId} after it was canceled`);
  }

  #now() {
    return { life: this.options.life(), organizationId: this.options.organizationId };
  }

  /** Of a recent delivery, so that there is often something pending. */
  #withEvent(act: (eventId: string) => void): void {
    const { life, organizationId } = this.#now();
    const roll = this.options.random.fraction();
    const page = life.store.listDeliveries(organizationId, {}, { limit: 20, cursor: null });
    void page.then(({ data }) => {
      const delivery = data[Math.floor(roll * data.length)];
      if (delivery === undefined || life !== this.options.life()) return;
      this.options.touched.add(delivery.eventId);
      act(delivery.eventId);
    });
  }
}
