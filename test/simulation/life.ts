import { createEngine, type Engine } from "../../src/delivery/engine.ts";
import { AppError } from "../../src/domain/app-error.ts";
import { createAlertWatch } from "../../src/monitoring/alert-watch.ts";
import { createCongestionWatch } from "../../src/monitoring/congestion-watch.ts";
import { createIdGenerator } from "../../src/platform/id-generator.ts";
import type { LogFields, Logger, LogLevel } from "../../src/platform/logger.ts";
import type { NewWork } from "../../src/store/new-work.ts";
import type { Store } from "../../src/store/store.ts";
import { aNetwork, type Network, type Reply, type SentRequest } from "../support/a-network.ts";
import { openTestStore } from "../support/a-store.ts";
import type { SeededRandom } from "../support/seeded-random.ts";
import { withFailingCommits } from "./failing-commits.ts";
import { Ledger } from "./ledger.ts";
import { News } from "./news.ts";
import { Sending } from "./sending.ts";
import { SentAgain } from "./sent-again.ts";
import { SteppedClock } from "./stepped-clock.ts";

export interface LifeOptions {
  directory: string;
  /** True time. */
  startMs: number;
  /** How far ahead of it the wall clock is. */
  aheadMs?: number;
  random: SeededRandom;
  maxInFlight: number;
  maxInFlightPerEndpoint: number;
  logger: Logger;
  /** Whether the next commit finds no room on the disk. */
  findsNoRoom?(): boolean;
  receive(request: SentRequest): Reply;
  /** Something happened that never may. */
  onBroken(error: unknown): void;
}

/** One run of the process, from its start to its crash. */
export class Life {
  readonly clock: SteppedClock;
  readonly store: Store;
  readonly engine: Engine;
  readonly network: Network;
  readonly ledger: Ledger;
  readonly sentAgain: SentAgain;
  readonly news: News;
  readonly sending = new Sending();
  readonly newId;
  /** While true the disk takes nothing. */
  isDiskFull = false;
  #isOver = false;
  #lateAnswers = 0;

  constructor(private readonly options: LifeOptions) {
    const { directory, random, logger, maxInFlight, maxInFlightPerEndpoint } = options;
    this.clock = new SteppedClock(options.startMs, options.aheadMs);
    this.newId = createIdGenerator(this.clock, random);
    const findsNoRoom = () => !this.#isOver && options.findsNoRoom?.() === true;
    this.store = withFailingCommits(findsNoRoom, () =>
      openTestStore({ directory, clock: this.clock, newId: this.newId }),
    );
    this.ledger = new Ledger(directory);
    this.sentAgain = new SentAgain(directory);
    this.news = new News(directory);
    this.network = aNetwork(this.clock);
    this.network.receive((request) => {
      if (this.#isOver) return { kind: "not_attempted", error: "The process has ended." };
      try {
        return options.receive(request);
      } catch (error) {
        options.onBroken(error);
        throw error;
      }
    });
    this.engine = createEngine({
      store: this.#withDelays(this.store),
      transport: this.network,
      clock: this.clock,
      random,
      newId: this.newId,
      logger: this.#untilTheEnd(logger),
      version: "0.0.0-simulated",
      maxInFlight,
      maxInFlightPerEndpoint,
    });
  }

  /** What the program does once its data is opened. */
  start(): void {
    const { clock, engine } = this;
    const { store } = this;
    const nudge = (work: NewWork) => {
      if (!this.#isOver) engine.nudge(work);
    };
    const watched = { store, clock, logger: this.#untilTheEnd(this.options.logger), nudge };
    void engine.start();
    createAlertWatch(watched).start();
    createCongestionWatch(watched).start();
  }

  /** Whether the engine waits for an answer of the store. */
  get isLookingUp(): boolean {
    return this.#lateAnswers > 0;
  }

  /** Has the work done by a verb nudged, unless the process ends before it resolves. */
  follow<T extends { work: NewWork }>(verb: Promise<T>, done: (value: T) => void = () => {}): void {
    verb.then(
      (value) => {
        if (this.#isOver) return;
        this.engine.nudge(value.work);
        done(value);
      },
      (error: unknown) => {
        if (!(error instanceof AppError)) this.options.onBroken(error);
      },
    );
  }

  /** A reply that changes nothing here; refused or not. */
  expect(reply: Promise<unknown>): void {
    reply.catch((error: unknown) => {
      if (!(error instanceof AppError)) this.options.onBroken(error);
    });
  }

  /** The process is gone: what it still does changes a copy of the data that nobody reads. */
  async bury(): Promise<void> {
    this.#isOver = true;
    this.ledger.close();
    this.sentAgain.close();
    this.news.close();
    await this.clock.finishTurns();
    await this.store.close();
  }

  /** What a dead process says happened only in the copy that nobody reads. */
  #untilTheEnd(logger: Logger): Logger {
    const guarded =
      (level: LogLevel) =>
      (event: string, fields?: LogFields): void => {
        if (!this.#isOver) logger[level](event, fields);
      };
    return { debug: guarded("debug"), info: guarded("info"), warn: guarded("warn"), error: guarded("error") };
  }

  /** A store may take its time: what it answers can be out of date when it arrives. */
  async #sometimesLater<T>(answer: Promise<T>): Promise<T> {
    const { random } = this.options;
    if (!random.chance(0.3)) return answer;
    this.#lateAnswers++;
    await new Promise<void>((resolve) => this.clock.after(random.between(0, 2), resolve));
    this.#lateAnswers--;
    return answer;
  }

  #withDelays(store: Store): Store {
    return {
      ...store,
      readTarget: (endpoint) => this.#sometimesLater(store.readTarget(endpoint)),
      claimDue: (request) => this.#sometimesLater(store.claimDue(request)),
      claimNext: (request) => this.#sometimesLater(store.claimNext(request)),
    };
  }
}
