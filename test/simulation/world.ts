import type { OrganizationId } from "../../src/domain/id.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { isTest, type SentRequest } from "../support/a-network.ts";
import { aKey } from "../support/a-store.ts";
import { type SeededRandom, seededRandom } from "../support/seeded-random.ts";
import { Acknowledgements } from "./acknowledgements.ts";
import { brokenBacklog } from "./backlog.ts";
import { demand } from "./ledger.ts";
import { Life } from "./life.ts";
import { checkStart } from "./pace.ts";
import { People } from "./people.ts";
import { becomesHealthy } from "./receivers.ts";
import type { SimulatedEndpoint } from "./simulated-endpoint.ts";
import { settlePromises } from "./stepped-clock.ts";
import { copyWorldDirectory, newWorldDirectory, removeWorldDirectory } from "./world-directory.ts";

const startMs = Date.parse("2026-05-13T12:00:00.000Z");
const chaosMs = 300_000;
const stepsMax = 60_000;
/** The wall clock is set at most so far from the truth. */
const aheadMsMax = 2 * 3600_000;
/** The engine looks at the wall clock at least so often. */
const pollMs = 30_000;
const organizationId = "org_simulated" as OrganizationId;

/** One seed's world: endpoints, receivers, and people who work on them, with crashes between any two steps. */
export class World {
  readonly #random: SeededRandom;
  readonly #endpoints: SimulatedEndpoint[] = [];
  readonly #acknowledgements = new Acknowledgements(this.#endpoints);
  readonly #people: People;
  readonly #limits;
  /** In half of the worlds commits fail for want of room now and then. */
  readonly #commitTrouble: number;
  #hasFoundNoRoom = false;
  #isHealing = false;
  /** When the wall clock was last set, in true time; null: never. */
  #clockSetAtMs: number | null = null;
  #directory = newWorldDirectory();
  #life: Life;
  #broken: Error | null = null;
  /** Until when a 429 holds each endpoint, as it was at the end of the step before. */
  #held: ReadonlyMap<string, number> = new Map();
  readonly #notAttemptedAtMs = new Map<string, number>();

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#limits = {
      maxInFlight: this.#random.between(2, 16),
      maxInFlightPerEndpoint: this.#random.between(1, 6),
    };
    this.#commitTrouble = this.#random.pick([0, 0.004]);
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
    // What is there before anything can go wrong.
    this.#isHealing = true;
    void store.initialize({
      organizationId,
      key: aKey({ id: newId("apiKey"), role: "operator" }),
    });
    await this.#life.clock.finishTurns();
    this.#isHealing = false;
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
    removeWorldDirectory(this.#directory);
  }

  async #sendEverythingAgain(): Promise<void> {
    const able = this.#endpoints.filter(
      ({ receiver, mayBeDeleted }) => becomesHealthy(receiver.kind) && !mayBeDeleted,
    );
    this.#people.recoverers.sendEverythingAgain(able);
    await this.#heal();
    this.#life.sentAgain.checkComplete((id) => able.some((endpoint) => endpoint.id === id));
  }

  async #chaos(): Promise<void> {
    let nextOperationAtMs = startMs;
    let steps = 0;
    while (this.#life.clock.trueNow() < startMs + chaosMs) {
      const { clock } = this.#life;
      if (clock.trueNow() >= nextOperationAtMs) {
        this.#people.operate();
        await settlePromises();
        nextOperationAtMs =
          clock.trueNow() + (this.#random.chance(0.6) ? 0 : this.#random.between(1, 25_000));
      }
      await clock.step(nextOperationAtMs);
      this.#check();
      if (this.#random.chance(0.003)) await this.#crash();
      if (this.#people.setsClocks && this.#random.chance(0.003)) this.#setClock();
      demand(++steps < stepsMax, "the world gets on");
    }
  }

  /** Somebody sets the wall clock, as a time server does that comes late. */
  #setClock(): void {
    const { clock, network } = this.#life;
    clock.setAhead(this.#random.between(-aheadMsMax, aheadMsMax));
    this.#clockSetAtMs = clock.trueNow();
    // Begun by one time and ended by another: nobody can say how long their wait was.
    for (const { eventId } of network.sent) this.#people.touched.add(eventId);
  }

  async #heal(): Promise<void> {
    this.#isHealing = true;
    this.#life.isDiskFull = false;
    for (const { receiver } of this.#endpoints) receiver.isHealed = true;
    this.#people.resumeAll();
    const endMs = this.#life.clock.trueNow() + 4 * 3600_000 + 2 * aheadMsMax;
    for (let steps = 0; this.#life.clock.trueNow() < endMs; steps++) {
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
    if (isTest(request)) {
      demand(!endpoint.isDeleted, `no test is sent to ${endpoint.id} after it was deleted`);
      return endpoint.receiver.answer(request);
    }
    this.#checkStart(endpoint, request);
    if (this.#random.chance(0.01)) {
      this.#notAttemptedAtMs.set(request.url, this.#life.clock.trueNow() + 1);
      this.#life.sending.noteAnswer(endpoint.id, request, undefined);
      return { kind: "not_attempted", error: "No file descriptor is free." } as const;
    }
    const answer = endpoint.receiver.answer(request);
    const status = answer.kind === "answered" ? answer.status : null;
    this.#life.sending.noteAnswer(endpoint.id, request, status);
    return answer;
  }

  /** What must hold whenever an attempt starts that is no test. */
  #checkStart(endpoint: SimulatedEndpoint, request: SentRequest): void {
    const life = this.#life;
    const { maxInFlight, maxInFlightPerEndpoint } = this.#limits;
    const { touched, canRecover, events, deliverAtMs } = this.#people;
    const { id } = endpoint;
    const isClockTrue = this.#clockSetAtMs === null;
    const isTouched = touched.has(request.eventId) || canRecover;
    demand(!endpoint.isDisabled, `nothing is sent to ${id} after it was disabled`);
    demand(!isClockTrue || !this.#isHeld(id, request.atMs), `nothing is sent to ${id} while it is held`);
    const isTime = isTouched || !isClockTrue || request.atMs >= (deliverAtMs.get(request.eventId) ?? 0);
    demand(isTime, `${request.eventId} is not sent before its time`);
    const flights = [life.network.openTo(request.url), life.engine.stats().inFlight] as const;
    demand(flights[0] <= maxInFlightPerEndpoint, `${flights[0]} attempts to ${id} at once are too many`);
    demand(flights[1] <= maxInFlight, `${flights[1]} attempts at once are too many`);
    checkStart(endpoint, request, { life, madeDue: touched, isOrderKnown: isClockTrue });
    life.sending.checkStart(id, request, !isTouched);
    events.checkSending(request.eventId);
    this.#checkBody(endpoint, request);
  }

  /** Since the step before at least: within one, the engine may start what it then learns to hold. */
  #isHeld(id: string, nowMs: number): boolean {
    if ((this.#held.get(id) ?? 0) <= nowMs) return false;
    return (this.#life.ledger.heldEndpoints().get(id) ?? 0) > nowMs;
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
    this.#held = ledger.heldEndpoints();
    const delaysOf = new Map(this.#endpoints.map(({ id, delays }) => [id, delays]));
    const rows = ledger.deliveries();
    ledger.check(rows, {
      delaysSecondsOf: (id) => delaysOf.get(id) ?? [],
      madeDue: this.#people.touched,
      areTimesTrue: this.#clockSetAtMs === null,
    });
    void brokenBacklog(this.#life).then((broken) => {
      this.#broken ??= broken;
    });
    this.#acknowledgements.check(rows);
    if (this.#people.canRecover) this.#life.sentAgain.check({ isRecordLate: this.#hasFoundNoRoom });
    news.check();
  }

  /** Whoever has work that is due, and is not held, gets an attempt while there are slots. */
  #checkNobodyWaits(): void {
    const { engine, ledger, network, clock, isDiskFull, isLookingUp } = this.#life;
    const slotsForSlow = Math.max(1, this.#limits.maxInFlight >> 1);
    if (isDiskFull || isLookingUp || engine.stats().isPaused || network.open >= slotsForSlow) return;
    if (this.#clockSetAtMs !== null && clock.trueNow() - this.#clockSetAtMs <= pollMs) return;
    const waiting = ledger.endpointsWithDueWork(clock.now());
    const idle = waiting.find((one) => network.openTo(one.url) === 0 && !this.#mayRest(one))?.url;
    demand(idle === undefined, `${idle} gets an attempt, for its work is due`);
  }

  /** After trouble of its own; for its order, once the clock was set; for its rate limit; and for what may have started just before the process. */
  #mayRest({ url, isLimited, isOrdered }: { url: string; isLimited: boolean; isOrdered: boolean }): boolean {
    const { clock } = this.#life;
    if (clock.trueNow() - (this.#notAttemptedAtMs.get(url) ?? 0) <= 1000) return true;
    // Its order is by what the clock said at each acceptance, and the first in it may be due when it says so again.
    if (isOrdered && this.#clockSetAtMs !== null) return true;
    if (!isLimited) return false;
    const endpoint = this.#endpoints.find((one) => one.url === url);
    return clock.monotonic() < 1000 || endpoint?.pace.hasStartedWithin(1000, clock.trueNow()) === true;
  }

  #live(fromMs: number, aheadMs = 0): Life {
    return new Life({
      directory: this.#directory,
      startMs: fromMs,
      aheadMs,
      findsNoRoom: () => this.#findsNoRoom(),
      random: this.#random,
      ...this.#limits,
      logger: {
        ...silentLogger,
        warn: (event, fields) => {
          if (event !== "endpoint.disabled") return;
          const { endpointId, reason } = fields ?? {};
          const broken = this.#life.ledger.brokenDisabling(String(endpointId), String(reason));
          if (broken !== null) this.#break(broken);
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

  #findsNoRoom(): boolean {
    const { isDiskFull } = this.#life;
    const hasNone = isDiskFull || (!this.#isHealing && this.#random.chance(this.#commitTrouble));
    this.#hasFoundNoRoom ||= hasNone;
    return hasNone;
  }

  /** Thrown after the step: where it happens the engine might take it for trouble of its own. */
  #break(error: unknown): void {
    this.#broken ??= error instanceof Error ? error : new Error(`Broken: ${error}`);
  }

  /** The power goes: what is in the files is all that is left. */
  async #crash(): Promise<void> {
    const [dead, deadDirectory] = [this.#life, this.#directory];
    this.#directory = copyWorldDirectory(deadDirectory);
    this.#life = this.#live(dead.clock.trueNow() + this.#random.between(1, 5000), dead.clock.aheadMs);
    await dead.bury();
    removeWorldDirectory(deadDirectory);
    this.#life.start();
    await settlePromises();
  }
}
