import type { OrganizationId } from "../../src/domain/id.ts";
import type { TaskRequest } from "../../src/domain/task.ts";
import { toIso } from "../../src/domain/time.ts";
import type { SeededRandom } from "../support/seeded-random.ts";
import type { EventKeepers } from "./event-keepers.ts";
import type { Life } from "./life.ts";
import type { SimulatedEndpoint } from "./simulated-endpoint.ts";

const recoverAll: TaskRequest = {
  kind: "recover",
  request: { since: toIso(0), until: null, statuses: ["failed", "canceled"] },
};
const replayMissing: TaskRequest = {
  kind: "replay",
  request: { since: toIso(0), until: null, eventTypes: null, onlyMissing: true },
};

/** Who has endpoints sent again what they missed, and changes their mind. */
export class Recoverers {
  readonly #random: SeededRandom;

  constructor(
    private readonly options: {
      random: SeededRandom;
      organizationId: OrganizationId;
      life(): Life;
      events: EventKeepers;
    },
  ) {
    this.#random = options.random;
  }

  /** Recovers a part of what was lost, or replays what is missing. */
  start(endpoint: SimulatedEndpoint): void {
    if (this.#random.chance(0.3)) this.#begin(endpoint, replayMissing);
    else this.#begin(endpoint, this.#aRecovery());
  }

  #aRecovery(): TaskRequest {
    const since = toIso(this.options.life().clock.now() - this.#random.between(1000, 200_000));
    const statuses = this.#random.pick([["failed"], ["canceled"], ["failed", "canceled"]] as const);
    return { kind: "recover", request: { since, until: null, statuses: [...statuses] } };
  }

  /** Of a task that was begun lately, whether it runs or not. */
  cancel(): void {
    const { life, organizationId } = this.#now();
    void life.store.listTasks(organizationId, {}, { limit: 3, cursor: null }).then(({ data }) => {
      const task = data.at(-1);
      if (task === undefined || life !== this.options.life()) return;
      life.follow(life.store.cancelTask(organizationId, task.id, life.clock.now()));
    });
  }

  /** Enables the endpoint, and has sent again what it missed meanwhile. */
  enable(endpoint: SimulatedEndpoint): void {
    const { life, organizationId } = this.#now();
    this.options.events.allowSendingAny();
    endpoint.isDisabled = false;
    const recovery = { taskId: life.newId("task") };
    const verb = life.store.enableEndpoint(organizationId, endpoint.id, life.clock.now(), recovery);
    life.follow(verb, () => {
      endpoint.isDisabled = false;
    });
  }

  /** In the end: everything to each. */
  sendEverythingAgain(endpoints: readonly SimulatedEndpoint[]): void {
    for (const endpoint of endpoints) {
      this.enable(endpoint);
      this.#begin(endpoint, recoverAll);
      this.#begin(endpoint, replayMissing);
    }
  }

  #begin(endpoint: SimulatedEndpoint, asked: TaskRequest): void {
    const { life, organizationId } = this.#now();
    this.options.events.allowSendingAny();
    const task = { id: life.newId("task"), asked, nowMs: life.clock.now() };
    life.follow(life.store.startTask(organizationId, endpoint.id, task));
  }

  #now() {
    return { life: this.options.life(), organizationId: this.options.organizationId };
  }
}
