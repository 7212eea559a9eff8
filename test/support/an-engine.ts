import { afterEach } from "bun:test";
import { createEngine, type Engine, type EngineOptions } from "../../src/delivery/engine.ts";
import type { EndpointSpec } from "../../src/domain/endpoint.ts";
import type { LogFields, Logger, LogLevel } from "../../src/platform/logger.ts";
import { systemRandom } from "../../src/platform/random.ts";
import type { NewEvent } from "../../src/store/event-verbs.ts";
import type { Store } from "../../src/store/store.ts";
import { aNetwork, type Network } from "./a-network.ts";
import { anEndpoint, anEvent, aStore, type TestStore } from "./a-store.ts";

export interface LogLine {
  level: LogLevel;
  event: string;
  fields: LogFields;
}

/** An engine on a real store, with the network and the clock in the test's hands. */
export interface TestEngine {
  engine: Engine;
  network: Network;
  test: TestStore;
  log: LogLine[];
  /** Creates an endpoint and tells the engine; returns its id. */
  endpoint(spec?: Partial<EndpointSpec>): Promise<string>;
  /** Publishes and hands the work to the engine; returns the event's id. */
  publish(event?: Partial<NewEvent>): Promise<string>;
  /** Another engine on the same data, as after a restart. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export type TestEngineOptions = Partial<EngineOptions> & { wrapStore?: (store: Store) => Store };

export async function anEngine({
  wrapStore = (store) => store,
  ...over
}: TestEngineOptions = {}): Promise<TestEngine> {
  const test = await aStore();
  const { clock, newId } = test;
  const network = aNetwork(clock);
  const log: LogLine[] = [];
  const open = () =>
    createEngine({
      store: wrapStore(test.store),
      transport: network,
      clock,
      random: systemRandom,
      newId,
      logger: loggerInto(log),
      version: "0.0.0-test",
      maxInFlight: 100,
      maxInFlightPerEndpoint: 64,
      ...over,
    });
  let engine = open();
  await engine.start();
  return {
    get engine() {
      return engine;
    },
    network,
    test,
    log,
    async endpoint(spec = {}) {
      const made = anEndpoint({ spec, nowMs: clock.now() });
      const { work } = await test.store.createEndpoint(test.organizationId, made);
      engine.nudge(work);
      return made.id;
    },
    async publish(event = {}) {
      const made = anEvent({ nowMs: clock.now(), timestampMs: clock.now(), ...event });
      const { work } = await test.store.acceptEvent(test.organizationId, made);
      engine.nudge(work);
      return made.id;
    },
    async restart() {
      await stop(engine, clock);
      await test.reopen();
      engine = open();
      await engine.start();
    },
    async close() {
      await stop(engine, clock);
      await test.close();
    },
  };
}

/** Returns what starts an engine; all that a test started are closed after it. */
export function engineForEachTest(): (options?: TestEngineOptions) => Promise<TestEngine> {
  const opened: TestEngine[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  return async (options) => {
    const one = await anEngine(options);
    opened.push(one);
    return one;
  };
}

/** The deliveries as the store lists them: the newest first. */
export async function deliveriesOf({ test: { store, organizationId } }: TestEngine) {
  return (await store.listDeliveries(organizationId, {}, { limit: 100, cursor: null })).data;
}

async function stop(engine: Engine, clock: TestStore["clock"]): Promise<void> {
  const stopped = engine.stop({ drainMs: 1 });
  await clock.advance(2);
  await stopped;
}

/** A logger whose lines a test reads. */
export function loggerInto(log: LogLine[]): Logger {
  const write =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      log.push({ level, event, fields });
    };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
