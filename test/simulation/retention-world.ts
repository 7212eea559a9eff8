import type { OrganizationId } from "../../src/domain/id.ts";
import { createRetention } from "../../src/monitoring/retention.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { anAnswer, aTimeout, type SentRequest } from "../support/a-network.ts";
import { aKey, anEndpoint, anEvent } from "../support/a-store.ts";
import { type SeededRandom, seededRandom } from "../support/seeded-random.ts";
import { hastenedClock } from "./hastened-clock.ts";
import { KeptLedger, keptDays, SeenRows } from "./kept-ledger.ts";
import { demand } from "./ledger.ts";
import { Life } from "./life.ts";
import { settlePromises } from "./stepped-clock.ts";
import { copyWorldDirectory, newWorldDirectory, removeWorldDirectory } from "./world-directory.ts";

const startMs = Date.parse("2026-05-13T12:00:00.000Z");
const chaosMs = 60_000;
const stepsMax = 40_000;
const endpointCount = 4;
/** With this factor nothing has been pending for 30 days before it is sent. */
const slowest = 3000;

/** One seed's world in which months pass: what is old goes, step by step, under live work and crashes. */
export class RetentionWorld {
  readonly #random: SeededRandom;
  readonly #organizationId = "org_simulated" as OrganizationId;
  readonly #endpoints: string[] = [];
  readonly #published = new Set<string>();
  readonly #received = new Set<string>();
  readonly #seen = new SeenRows();
  /** How much faster retention's time is: with the slowest nothing expires, with the fastest counters go as well. */
  readonly #factor: number;
  readonly #commitTrouble: number;
  #directory = newWorldDirectory();
  #life: Life;
  #ledger: KeptLedger;
  #isHealed = false;
  #broken: Error | null = null;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#factor = this.#random.pick([slowest, 30_000, 120_000, 1_000_000]);
    this.#commitTrouble = this.#random.pick([0, 0.01]);
    this.#isHealed = true;
    this.#life = this.#live(startMs);
    this.#ledger = new KeptLedger(this.#directory, this.#seen);
  }

  async run(): Promise<void> {
    const { store, newId, clock } = this.#life;
    void store.initialize({
      organizationId: this.#organizationId,
      key: aKey({ id: newId("apiKey"), role: "operator" }),
    });
    await clock.finishTurns();
    for (let n = 0; n < endpointCount; n++) this.#createEndpoint(n);
    await clock.finishTurns();
    demand(this.#endpoints.length === endpointCount, "each endpoint is there before anything happens");
    this.#start();
    this.#isHealed = false;
    for (let steps = 0; this.#life.clock.trueNow() < startMs + chaosMs; steps++) {
      if (this.#random.chance(0.2)) this.#operate();
      await this.#step(this.#life.clock.trueNow() + this.#random.between(0, 500));
      if (this.#random.chance(0.004)) await this.#crash();
      demand(steps < stepsMax, "the world gets on");
    }
    await this.#heal();
  }

  async close(): Promise<void> {
    this.#ledger.close();
    await this.#life.bury();
    removeWorldDirectory(this.#directory);
  }

  #createEndpoint(n: number): void {
    const { store, newId, clock } = this.#life;
    // Two of them are patient enough for what expires.
    const delaysSeconds = n % 2 === 0 ? [1, 1, 1] : Array<number>(20).fill(20);
    const made = anEndpoint({
      id: newId("endpoint"),
      nowMs: clock.now(),
      spec: {
        url: `https://receiver${n}.example/in`,
        ordered: this.#random.chance(0.3),
        autoDisableAfter: null,
        retry: { preset: "custom", delaysSeconds },
      },
    });
    this.#life.follow(store.createEndpoint(this.#organizationId, made), () => this.#endpoints.push(made.id));
  }

  #operate(): void {
    const dice = this.#random.fraction();
    const { store, clock } = this.#life;
    const endpoint = this.#random.pick(this.#endpoints);
    if (dice < 0.85) this.#publish();
    else if (dice < 0.9) this.#life.follow(store.pauseEndpoint(this.#organizationId, endpoint, clock.now()));
    else if (dice < 0.98)
      this.#life.follow(store.resumeEndpoint(this.#organizationId, endpoint, clock.now()));
    else this.#life.isDiskFull = !this.#life.isDiskFull;
  }

  #publish(): void {
    const { store, clock, newId } = this.#life;
    const nowMs = clock.now();
    const deliverAtMs = this.#random.chance(0.1) ? nowMs + this.#random.between(1000, 20_000) : null;
    const event = anEvent({ id: newId("event"), nowMs, timestampMs: nowMs, deliverAtMs });
    this.#life.follow(store.acceptEvent(this.#organizationId, event), () => this.#published.add(event.id));
  }

  #receive(request: SentRequest) {
    const isPublished = this.#random.chance(this.#isHealed ? 1 : 0.6);
    if (isPublished) this.#received.add(request.eventId);
    if (isPublished) return anAnswer();
    return this.#random.chance(0.5) ? anAnswer(500) : aTimeout();
  }

  async #step(untilMs: number): Promise<void> {
    await this.#life.clock.step(untilMs);
    if (this.#broken !== null) throw this.#broken;
    this.#ledger.check(this.#retentionNowMs);
    // The first ones to be swept are 400 days old.
    if (this.#factor < 120_000) this.#ledger.checkCounters();
  }

  get #retentionNowMs(): number {
    return hastenedClock(this.#life.clock, { startMs, factor: this.#factor }).now();
  }

  /** Everything ends, nobody lost what did not expire, and a while later nothing is left. */
  async #heal(): Promise<void> {
    this.#isHealed = true;
    this.#life.isDiskFull = false;
    const { store, clock } = this.#life;
    for (const id of this.#endpoints) {
      this.#life.follow(store.resumeEndpoint(this.#organizationId, id, clock.now()));
    }
    for (let steps = 0; this.#ledger.rows > 0; steps++) {
      await this.#step(this.#life.clock.trueNow() + 1000);
      demand(steps < stepsMax, "what is old goes in the end, and all that is pending ends");
    }
    if (this.#factor > slowest) return;
    for (const id of this.#published) {
      demand(this.#received.has(id), `${id} reached somebody before it went`);
    }
  }

  #start(): void {
    const { engine, store, clock } = this.#life;
    void engine.start();
    const retention = createRetention({
      store,
      clock: hastenedClock(clock, { startMs, factor: this.#factor }),
      logger: silentLogger,
      retentionDays: keptDays,
    });
    void retention.start().catch((error: unknown) => this.#break(error));
  }

  #live(fromMs: number): Life {
    return new Life({
      directory: this.#directory,
      startMs: fromMs,
      random: this.#random,
      maxInFlight: 8,
      maxInFlightPerEndpoint: 4,
      findsNoRoom: () =>
        !this.#isHealed && (this.#life.isDiskFull || this.#random.chance(this.#commitTrouble)),
      logger: { ...silentLogger, error: (event, fields) => this.#break(`${event} ${fields?.error}`) },
      receive: (request) => this.#receive(request),
      onBroken: (error) => this.#break(error),
    });
  }

  #break(error: unknown): void {
    this.#broken ??= error instanceof Error ? error : new Error(`Broken: ${error}`);
  }

  /** The power goes: what is in the files is all that is left. */
  async #crash(): Promise<void> {
    const [dead, deadDirectory] = [this.#life, this.#directory];
    this.#directory = copyWorldDirectory(deadDirectory);
    this.#ledger.close();
    this.#life = this.#live(dead.clock.trueNow() + this.#random.between(1, 2000));
    this.#ledger = new KeptLedger(this.#directory, this.#seen);
    await dead.bury();
    removeWorldDirectory(deadDirectory);
    this.#start();
    await settlePromises();
  }
}
