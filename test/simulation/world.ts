import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OrganizationId } from "../../src/domain/id.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import type { SentRequest } from "../support/a-network.ts";
import { aKey } from "../support/a-store.ts";
import { type SeededRandom, seededRandom } from "../support/seeded-random.ts";
import { Acknowledgements } from "./acknowledgements.ts";
import { demand } from "./ledger.ts";
import { Life } from "./life.ts";
import { checkStart } from "./pace.ts";
import { People } from "./people.ts";
import { becomesHealthy } from "./receivers.ts";
import type { SimulatedEndpoint } from "./simulated-endpoint.ts";
import { settlePromises } from "./stepped-clock.ts";

const startMs = Date.parse("2026-05-13T12:00:00.000Z");
const chaosMs = 300_000;
const stepsMax = 60_000;
const organizationId = "org_simulated" as OrganizationId;

/** One seed's world: endpoints, receivers, and people who work on them, with crashes between any two steps. */
export class World {
  readonly #random: SeededRandom;
  readonly #endpoints: SimulatedEndpoint[] = [];
  readonly #acknowledgements = new Acknowledgements(this.#endpoints);
  readonly #people: People;
  readonly #limits;
  #directory = newDirectory();
  #life: Life;
  #broken: Error | null = null;
  readonly #notAttemptedAtMs = new Map<string, number>();

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#limits = {
      maxInFlight: this.#random.between(2, 16),
      maxInFlightPerEndpoint: this.#random.between(1, 6),
    };
    this.#life = this.#live(startMs);
    this.#people = new People({
      random: this.#random,
      organizationId,
      life: () => this.#life,
      endpoints: this.#endpoints,
      acknowledgements: this.#acknowledgements,
    });
  }

  /** Runs the chaos, lets the world heal, and checks that everything promised was kept. */
  async run(): Promise<void> {
    const { newId, store } = this.#life;
    void store.initialize({
      organizationId,
      key: aKey({ id: newId("apiKey"), role: "operator" }),
    });
    await this.#life.clock.finishTurns();
    this.#life.start();
    for (let count = this.#random.between(2, 5); count > 0; count--) this.#people.createEndpoint();
    await this.#chaos();
    await this.#heal();
    this.#life.ledger.checkCounters();
    this.#acknowledgements.checkKept(this.#life.ledger.deliveries(), this.#people.touched);
    if (this.#people.canRecover) await this.#sendEverythingAgain();
  }

  async close(): Promise<void> {
    await this.#life.bury();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #sendEverythingAgain(): Promise<void> {
    const able = this.#endpoints.filter(({ receiver }) => becomesHealthy(receiver.kind));
    this.#people.recoverers.sendEverythingAgain(able);
    await this.#heal();
    this.#life.sentAgain.checkComplete((id) => able.some((endpoint) => endpoint.id === id));
  }

  async #chaos(): Promise<void> {
    let nextOperationAtMs = startMs;
    let steps = 0;
    while (this.#life.clock.now() < startMs + chaosMs) {
      const { clock } = this.#life;
      if (clock.now() >= nextOperationAtMs) {
        this.#people.operate();
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
    this.#people.resumeAll();
    const endMs = this.#life.clock.now() + 4 * 3600_000;
    for (let steps = 0; this.#life.clock.now() < endMs; steps++) {
      await this.#life.clock.step(endMs);
      this.#check();
      if (this.#life.clock.isQuiet && !this.#hasWork()) return;
      demand(steps < stepsMax, "the world comes to rest");
    }
  }

  #hasWork(): boolean {
    if (this.#life.sentAgain.isUnderWay) return true;
    return this.#life.ledger.deliveries().some(({ due_at }) => due_at !== null);
  }

  #receive(request: SentRequest) {
    const endpoint = this.#endpoints.find(({ url }) => url === request.url);
    demand(endpoint !== undefined, `${request.url} is an endpoint`);
    demand(!endpoint.isDisabled, `nothing is sent to ${endpoint.id} after it was disabled`);
    checkStart(endpoint, request, this.#life, this.#people.touched);
    this.#people.events.checkSending(request.eventId);
    this.#checkBody(endpoint, request);
    if (this.#random.chance(0.01)) {
      this.#notAttemptedAtMs.set(request.url, request.atMs + 1);
      return { kind: "not_attempted", error: "No file descriptor is free." } as const;
    }
    return endpoint.receiver.answer(request);
  }

  #checkBody({ id, takesAll, bodies }: SimulatedEndpoint, { eventId, body }: SentRequest): void {
    demand(takesAll || /wanted"?: ?true/.test(body), `${id} gets only what its filter lets through`);
    const first = bodies.get(eventId);
    demand(first === undefined || first === body, `${eventId} reaches ${id} in the same bytes each time`);
    bodies.set(eventId, body);
  }

  #check(): void {
    if (this.#broken !== null) throw this.#broken;
    if (this.#life.clock.isQuiet) this.#checkNobodyWaits();
    const { ledger, news } = this.#life;
    if (!ledger.hasChanged()) return;
    const delaysOf = new Map(this.#endpoints.map(({ id, delays }) => [id, delays]));
    const rows = ledger.deliveries();
    ledger.check(rows, (id) => delaysOf.get(id) ?? [], this.#people.touched);
    this.#checkBacklog();
    this.#acknowledgements.check(rows);
    if (this.#people.canRecover) this.#life.sentAgain.check();
    news.check();
  }

  /** What is kept of the backlog equals the rows: both are read before anything else happens. */
  #checkBacklog(): void {
    const { store, ledger, clock } = this.#life;
    const kept = store.readBacklog(clock.now());
    const { pending, due } = ledger.backlog(clock.now());
    void kept.then((told) => {
      const isEqual = told.pending === pending && told.due === due;
      const rule = `the ${told.pending} waiting, ${told.due} due, are the rows: ${pending} and ${due}`;
      if (!isEqual) this.#broken ??= new Error(`Broken: ${rule}`);
    });
  }

  /** Whoever has work that is due, and is not held, gets an attempt while there are slots. */
  #checkNobodyWaits(): void {
    const { engine, ledger, network, clock, isDiskFull, isLookingUp } = this.#life;
    const slotsForSlow = Math.max(1, this.#limits.maxInFlight >> 1);
    if (isDiskFull || isLookingUp || engine.stats().isPaused || network.open >= slotsForSlow) return;
    const waiting = ledger.endpointsWithDueWork(clock.now());
    const idle = waiting.find((one) => network.openTo(one.url) === 0 && !this.#mayRest(one))?.url;
    demand(idle === undefined, `${idle} gets an attempt, for its work is due`);
  }

  /** After trouble of its own; for its rate limit; and for what may have started just before the process. */
  #mayRest({ url, isLimited }: { url: string; isLimited: boolean }): boolean {
    const { clock } = this.#life;
    if (clock.now() - (this.#notAttemptedAtMs.get(url) ?? 0) <= 1000) return true;
    if (!isLimited) return false;
    const endpoint = this.#endpoints.find((one) => one.url === url);
    return clock.monotonic() < 1000 || endpoint?.pace.hasStartedWithin(1000, clock.now()) === true;
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
            if (endpoint.id !== fields?.endpointId) continue;
            endpoint.isDisabled = true;
            endpoint.pace.isPaused = false;
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
    this.#life.start();
    await settlePromises();
  }
}

/** In memory where the system has it: a power cut is a copy of the files, not a lost page. */
function newDirectory(): string {
  const root = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  return mkdtempSync(join(root, "posthorn-simulation-"));
}
