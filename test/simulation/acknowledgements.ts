import { type DeliveryRow, demand } from "./ledger.ts";
import { becomesHealthy } from "./receivers.ts";
import type { SimulatedEndpoint } from "./simulated-endpoint.ts";

/** What publishers were told, and whether it is still true. */
export class Acknowledgements {
  /** How many deliveries the reply named, for each event whose rows have not been looked at yet. */
  readonly #fresh = new Map<string, number>();
  /** Deliveries that an acknowledged event has, as `event endpoint`. */
  readonly #promised = new Set<string>();

  constructor(private readonly endpoints: readonly SimulatedEndpoint[]) {}

  /** The reply to a publisher has come. */
  note(event: string, deliveries: number): void {
    this.#fresh.set(event, deliveries);
  }

  /** Holds at every moment: nothing that was acknowledged is missing. */
  check(rows: readonly DeliveryRow[]): void {
    if (this.#fresh.size > 0) this.#promise(rows);
    this.#checkPresence(rows);
  }

  /** Holds in the end: everything has ended, and who became healthy got everything. */
  checkKept(rows: readonly DeliveryRow[], touched: ReadonlySet<string>): void {
    const byId = new Map(this.endpoints.map((endpoint) => [endpoint.id, endpoint]));
    for (const { event, endpoint: id, due_at } of rows) {
      demand(due_at === null, `the delivery of ${event} to ${id} ends`);
      const endpoint = byId.get(id);
      demand(endpoint !== undefined, `${id} was created`);
      const { receiver, wasInterrupted } = endpoint;
      if (wasInterrupted || !becomesHealthy(receiver.kind) || touched.has(event)) continue;
      demand(
        receiver.acknowledged.has(event),
        `${event} reaches ${id}, a ${receiver.kind} receiver, in the end`,
      );
    }
  }

  /** An acknowledged event has as many deliveries as the reply said, and keeps them. */
  #promise(deliveries: readonly DeliveryRow[]): void {
    const rows = Map.groupBy(deliveries, ({ event }) => event);
    for (const [event, count] of this.#fresh) {
      const endpoints = new Set((rows.get(event) ?? []).map(({ endpoint }) => endpoint));
      const deleted = this.endpoints.filter(({ mayBeDeleted }) => mayBeDeleted).length;
      demand(
        endpoints.size <= count && endpoints.size >= count - deleted,
        `${event} has its ${count} deliveries`,
      );
      for (const endpoint of endpoints) this.#promised.add(`${event} ${endpoint}`);
    }
    this.#fresh.clear();
  }

  #checkPresence(rows: readonly DeliveryRow[]): void {
    const missing = new Set(this.#promised);
    for (const { event, endpoint } of rows) missing.delete(`${event} ${endpoint}`);
    for (const promise of missing) {
      // Deleted with its endpoint, or about to be: the reply may not have come yet.
      const endpoint = this.endpoints.find(({ id }) => promise.endsWith(id));
      demand(endpoint?.mayBeDeleted === true, `the delivery of ${promise} is still there`);
      this.#promised.delete(promise);
    }
  }
}
