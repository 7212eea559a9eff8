import { createMetrics, type Metrics, type ScrapeSources } from "../../src/monitoring/metrics/metrics.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import type { Inventory } from "../../src/store/inventory-verbs.ts";
import { createHandClock, type HandClock } from "./hand-clock.ts";
import { type ParsedFamily, parseMetrics } from "./prometheus-text.ts";

export function anInventory(over: Partial<Inventory> = {}): Inventory {
  return {
    organizations: 1,
    endpoints: { active: 2, paused: 1, disabled: 0 },
    tasks: 0,
    chores: 0,
    activeAlerts: { error_rate: 0, latency: 0, availability: 0 },
    backlog: { pending: 0, due: 0, oldestDueAtMs: null },
    ...over,
  };
}

/** The metrics of a program in which nothing has happened but what a test tells the meters. */
export interface TestMetrics extends Metrics {
  clock: HandClock;
  print: ReturnType<Metrics["printer"]>;
  read(): Promise<ParsedFamily[]>;
}

export function someMetrics(over: Partial<ScrapeSources> = {}): TestMetrics {
  const clock = createHandClock();
  const metrics = createMetrics({ clock, logger: silentLogger });
  const print = metrics.printer({
    version: "1.2.3",
    store: { readInventory: async () => anInventory() },
    engine: {
      stats: () => ({ inFlight: 3, slow: 1, lanes: 2, bufferedBytes: 512, isPaused: false }),
      networkSuspect: () => false,
      inFlightMax: 2048,
    },
    freeDisk: { freeBytes: () => 5_000_000 },
    freeDiskFloorBytes: 1_000_000,
    droppedLogLines: () => 0,
    databaseFile: import.meta.path,
    walFile: "/there/is/no/such/file",
    ...over,
  });
  return {
    ...metrics,
    clock,
    print,
    read: async () => parseMetrics((await print("")).text, "prometheus"),
  };
}
