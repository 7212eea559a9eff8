import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OrganizationId } from "../../src/domain/id.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import type { SentRequest } from "../support/a-network.ts";
import { aKey, anEndpoint, anEvent } from "../support/a-store.ts";
import { type SeededRandom, seededRandom } from "../support/seeded-random.ts";
import { type DeliveryRow, demand } from "./ledger.ts";
import { Life } from "./life.ts";
import { becomesHealthy, Receiver, receiverKinds } from "./receivers.ts";
import { settlePromises } from "./stepped-clock.ts";

const startMs = Date.parse("2026-05-13T12:00:00.000Z");
const chaosMs = 300_000;
const endpointsMax = 8;
const stepsMax = 60_000;

/** Long enough that who becomes healthy in the end gets everything. */
const patientDelays = [1, 5, 10, 30, ...Array<number>(16).fill(120)];
const impatientDelays = [1, 2, 4];

interface SimulatedEndpoint {
  id: string;
  url: string;
  receiver: Receiver;
  delays: readonly number[];
  /** Known to the engine: from here on nothing may be sent. */
  isDisabled: boolean;
  /** It missed something, or will: what it gets in the end is not known. */
  wasInterrupted: boolean;
  isDeleted: boolean;
  /** Asked for; whether it happened is known when the reply comes. */
  mayBeDeleted: boolean;
}

/** One seed's world: endpoints, receivers and the operations of people, with crashes between any two steps. */
export class World {
  readonly #random: SeededRandom;
  readonly #endpoints: SimulatedEndpoint[] = [];
  /** Deliveries that an acknowledged event has, as `event endpoint`. */
  readonly #promised = new Set<string>();
  readonly #acknowledged = new Map<string, number>();
  /** Events of which a delivery was canceled or made due by a person. */
  readonly #touched = new Set<string>();
  readonly #limits;
  #organizationId: OrganizationId = "org_simulated" as OrganizationId;
  #directory = newDirectory();
  #life: Life;
  #eventCount = 0;
  #broken: Error | null = null;
  readonly #notAttemptedAtMs = new Map<string, number>();

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#limits = {
      maxInFlight: this.#random.between(2, 16),
      maxInFlightPerEndpoint: this.#random.between(1, 6),
    };
    this.#life = this.#live(startMs);
  }

  /** Runs the chaos, lets the world heal, and checks that everything promised was kept. */
  async run(): Promise<void> {
    const { newId, store } = this.#life;
    void store.initialize({
      organizationId: this.#organizationId,
      key: aKey({ id: newId("apiKey"), role: "operator" }),
    });
    await this.#life.clock.finishTurns();
    void this.#life.engine.start();
    for (let count = this.#random.between(2, 5); count > 0; count--) this.#createEndpoint();
    await this.#chaos();
    await this.#heal();
    this.#checkPromises();
  }

  async close(): Promise<void> {
    await this.#life.bury();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #chaos(): Promise<void> {
    let nextOperationAtMs = startMs;
    let steps = 0;
    while (this.#life.clock.now() < startMs + chaosMs) {
      const { clock } = this.#life;
      if (clock.now() >= nextOperationAtMs) {
        this.#operate();
        await settlePromises();
        nextOperationAtMs = clock.now() + (this.#random.chance(0.6) ? 0 : this.#random.between(1, 25_000));
      }
      await clock.step(nextOperationAtMs);
      this.#check();
      if (this.#random.chance(0.003)) await this.#crash();
      demand(++steps < stepsMax, "the world gets on");
    }
  }

  async #heal(): Promise<void> {
    this.#life.isDiskFull = false;
    for (const { receiver } of this.#endpoints) receiver.isHealed = true;
    const endMs = this.#life.clock.now() + 4 * 3600_000;
    for (let steps = 0; this.#life.clock.now() < endMs; steps++) {
      await this.#life.clock.step(endMs);
      this.#check();
      if (this.#life.clock.isQuiet && !this.#hasPending()) return;
      demand(steps < stepsMax, "the world comes to rest");
    }
  }

  #hasPending(): boolean {
    return this.#life.ledger.deliveries().some(({ due_at }) => due_at !== null);
  }

  #operate(): void {
    const dice = this.#random.fraction();
    if (dice < 0.6) this.#publish();
    else if (dice < 0.66) this.#createEndpoint();
    else if (dice < 0.72) this.#disableOne();
    else if (dice < 0.8) this.#enableOne();
    else if (dice < 0.83) this.#deleteOne();
    else if (dice < 0.88) this.#cancelOne();
    else if (dice < 0.94) this.#resendOne();
    else if (dice < 0.97) this.#rotateOne();
    else this.#life.isDiskFull = !this.#life.isDiskFull && this.#random.chance(0.5);
  }

  #publish(): void {
    const life = this.#life;
    const nowMs = life.clock.now();
    const event = anEvent({
      id: `evt_${this.#eventCount++}`,
      nowMs,
      timestampMs: nowMs,
      deliverAtMs: this.#random.chance(0.1) ? nowMs + this.#random.between(1000, 60_000) : null,
      data: JSON.stringify({ text: "x".repeat(this.#random.between(0, 300)) }),
    });
    life.follow(life.store.acceptEvent(this.#organizationId, event), ({ published }) => {
      this.#acknowledged.set(event.id, published.deliveries + published.canceled);
    });
  }

  #createEndpoint(): void {
    const life = this.#life;
    if (this.#endpoints.length >= endpointsMax) return;
    const kind = this.#random.pick(receiverKinds);
    const isPatient = becomesHealthy(kind);
    const delays = isPatient ? patientDelays : impatientDelays;
    const url = `https://receiver${this.#endpoints.length}.example/in`;
    const made = anEndpoint({
      id: life.newId("endpoint"),
      nowMs: life.clock.now(),
      spec: {
        url,
        retry: { preset: "custom", delaysSeconds: [...delays] },
        autoDisableAfter: isPatient ? null : 3,
      },
    });
    const receiver = new Receiver(kind, this.#random);
    const state = { isDisabled: false, wasInterrupted: false, isDeleted: false, mayBeDeleted: false };
    this.#endpoints.push({ id: made.id, url, receiver, delays, ...state });
    life.follow(life.store.createEndpoint(this.#organizationId, made));
  }

  #disableOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const { store, clock } = this.#life;
    endpoint.wasInterrupted = true;
    const verb = store.disableEndpoint(this.#organizationId, endpoint.id, "manual", clock.now());
    this.#life.follow(verb, () => {
      endpoint.isDisabled = true;
    });
  }

  #enableOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const { store, clock } = this.#life;
    // Allowed from the commit on, which comes before the reply.
    endpoint.isDisabled = false;
    this.#life.follow(store.enableEndpoint(this.#organizationId, endpoint.id, clock.now()), () => {
      endpoint.isDisabled = false;
    });
  }

  #deleteOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null || this.#endpoints.length < 3) return;
    const { store, clock } = this.#life;
    endpoint.wasInterrupted = true;
    endpoint.mayBeDeleted = true;
    const verb = store.deleteEndpoint(this.#organizationId, endpoint.id, clock.now());
    this.#life.follow(
      verb.then((work) => ({ work })),
      () => {
        endpoint.isDisabled = true;
        endpoint.isDeleted = true;
      },
    );
  }

  #cancelOne(): void {
    this.#withDelivery((deliveryId) => {
      const { store, clock } = this.#life;
      this.#life.follow(store.cancelDelivery(this.#organizationId, deliveryId, clock.now()));
    });
  }

  #resendOne(): void {
    this.#withDelivery((deliveryId) => {
      const { store, clock, newId } = this.#life;
      const resend = { newDeliveryId: newId("delivery"), nowMs: clock.now() };
      this.#life.follow(store.resendDelivery(this.#organizationId, deliveryId, resend));
    });
  }

  #rotateOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const secret = `whsec_${Buffer.from(this.#random.bytes(32)).toString("base64")}`;
    const rotation = { secret, gracePeriodSeconds: 60, nowMs: this.#life.clock.now() };
    this.#life.follow(this.#life.store.rotateSecret(this.#organizationId, endpoint.id, rotation));
  }

  /** Lists are read at once, so that the choice is the seed's alone. */
  #withDelivery(act: (deliveryId: string) => void): void {
    const life = this.#life;
    const roll = this.#random.fraction();
    void life.store.listDeliveries(this.#organizationId, {}, { limit: 20, cursor: null }).then(({ data }) => {
      const delivery = data[Math.floor(roll * data.length)];
      if (delivery === undefined || life !== this.#life) return;
      this.#touched.add(delivery.eventId);
      act(delivery.id);
    });
  }

  #anyEndpoint(): SimulatedEndpoint | null {
    const present = this.#endpoints.filter(({ isDeleted }) => !isDeleted);
    return present.length === 0 ? null : this.#random.pick(present);
  }

  #receive(request: SentRequest) {
    const endpoint = this.#endpoints.find(({ url }) => url === request.url);
    demand(endpoint !== undefined, `${request.url} is an endpoint`);
    demand(!endpoint.isDisabled, `nothing is sent to ${endpoint.id} after it was disabled`);
    if (this.#random.chance(0.01)) {
      this.#notAttemptedAtMs.set(request.url, request.atMs + 1);
      return { kind: "not_attempted", error: "No file descriptor is free." } as const;
    }
    return endpoint.receiver.answer(request);
  }

  #check(): void {
    if (this.#broken !== null) throw this.#broken;
    if (this.#life.clock.isQuiet) this.#checkNobodyWaits();
    const { ledger } = this.#life;
    if (!ledger.hasChanged()) return;
    const delaysOf = new Map(this.#endpoints.map(({ id, delays }) => [id, delays]));
    const rows = ledger.deliveries();
    ledger.check(rows, (id) => delaysOf.get(id) ?? [], this.#touched);
    if (this.#acknowledged.size > 0) this.#notePromises(rows);
    this.#checkPresence(rows);
  }

  /** An acknowledged event has as many deliveries as the reply said, and keeps them. */
  #notePromises(deliveries: readonly DeliveryRow[]): void {
    const rows = Map.groupBy(deliveries, ({ event }) => event);
    for (const [event, count] of this.#acknowledged) {
      const endpoints = new Set((rows.get(event) ?? []).map(({ endpoint }) => endpoint));
      const deleted = this.#endpoints.filter(({ mayBeDeleted }) => mayBeDeleted).length;
      demand(
        endpoints.size <= count && endpoints.size >= count - deleted,
        `${event} has its ${count} deliveries`,
      );
      for (const endpoint of endpoints) this.#promised.add(`${event} ${endpoint}`);
    }
    this.#acknowledged.clear();
  }

  /** Whoever has work that is due, and is not held, gets an attempt while there are slots. */
  #checkNobodyWaits(): void {
    const { engine, ledger, network, clock, isDiskFull, isLookingUp } = this.#life;
    const slotsForSlow = Math.max(1, this.#limits.maxInFlight >> 1);
    if (isDiskFull || isLookingUp || engine.stats().isPaused || network.open >= slotsForSlow) return;
    const waiting = ledger.urlsWithDueWork(clock.now());
    const idle = waiting.find((url) => network.openTo(url) === 0 && !this.#isResting(url));
    demand(idle === undefined, `${idle} gets an attempt, for its work is due`);
  }

  #isResting(url: string): boolean {
    return this.#life.clock.now() - (this.#notAttemptedAtMs.get(url) ?? 0) <= 1000;
  }

  #checkPresence(rows: readonly DeliveryRow[]): void {
    const missing = new Set(this.#promised);
    for (const { event, endpoint } of rows) missing.delete(`${event} ${endpoint}`);
    for (const promise of missing) {
      // Deleted with its endpoint, or about to be: the reply may not have come yet.
      const endpoint = this.#endpoints.find(({ id }) => promise.endsWith(id));
      demand(endpoint?.mayBeDeleted === true, `the delivery of ${promise} is still there`);
      this.#promised.delete(promise);
    }
  }

  /** Everything has ended, and who became healthy got everything. */
  #checkPromises(): void {
    const rows = this.#life.ledger.deliveries();
    const byId = new Map(this.#endpoints.map((endpoint) => [endpoint.id, endpoint]));
    for (const { event, endpoint: id, due_at } of rows) {
      demand(due_at === null, `the delivery of ${event} to ${id} ends`);
      const endpoint = byId.get(id);
      demand(endpoint !== undefined, `${id} was created`);
      const { receiver, wasInterrupted } = endpoint;
      if (wasInterrupted || !becomesHealthy(receiver.kind) || this.#touched.has(event)) continue;
      demand(
        receiver.acknowledged.has(event),
        `${event} reaches ${id}, a ${receiver.kind} receiver, in the end`,
      );
    }
  }

  #live(fromMs: number): Life {
    return new Life({
      directory: this.#directory,
      startMs: fromMs,
      random: this.#random,
      ...this.#limits,
      logger: {
        ...silentLogger,
        warn: (event, fields) => {
          if (event !== "endpoint.disabled") return;
          for (const endpoint of this.#endpoints) {
            if (endpoint.id === fields?.endpointId) endpoint.isDisabled = true;
          }
        },
        error: (event, fields) => {
          if (event !== "delivery.not_attempted") this.#break(`the engine logs ${event} ${fields?.error}`);
        },
      },
      receive: (request) => this.#receive(request),
      onBroken: (error) => this.#break(error),
    });
  }

  /** Thrown after the step: where it happens the engine might take it for trouble of its own. */
  #break(error: unknown): void {
    this.#broken ??= error instanceof Error ? error : new Error(`Broken: ${error}`);
  }

  /** The power goes: what is in the files is all that is left. */
  async #crash(): Promise<void> {
    const [dead, deadDirectory] = [this.#life, this.#directory];
    this.#directory = newDirectory();
    for (const file of readdirSync(deadDirectory)) {
      copyFileSync(join(deadDirectory, file), join(this.#directory, file));
    }
    this.#life = this.#live(dead.clock.now() + this.#random.between(1, 5000));
    await dead.bury();
    rmSync(deadDirectory, { recursive: true, force: true });
    void this.#life.engine.start();
    await settlePromises();
  }
}

/** In memory where the system has it: a power cut is a copy of the files, not a lost page. */
function newDirectory(): string {
  const root = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  return mkdtempSync(join(root, "posthorn-simulation-"));
}
