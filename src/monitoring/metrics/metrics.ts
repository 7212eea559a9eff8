import type { Clock } from "../../platform/clock.ts";
import type { Logger } from "../../platform/logger.ts";
import { readFileBytes, readProcessUsage } from "../../platform/process-usage.ts";
import type { InventoryVerbs } from "../../store/inventory-verbs.ts";
import { acceptedFormat } from "./accepted-format.ts";
import { createAttemptMetrics } from "./attempts.ts";
import { createCommitMetrics } from "./commits.ts";
import { contentTypes, printMetrics } from "./exposition.ts";
import { type GaugeSources, gaugeFamilies } from "./gauges.ts";
import { keepInventory } from "./kept-inventory.ts";
import { watchLoopLag } from "./loop-lag.ts";
import { createPublishingMetrics } from "./publishing.ts";
import { createRequestMetrics } from "./requests.ts";
import { createRetentionMetrics } from "./retention-progress.ts";
import { createSourceMetrics } from "./sources.ts";

export interface ScrapeSources extends GaugeSources {
  store: InventoryVerbs;
  databaseFile: string;
  walFile: string;
}

/** What is counted, from the start of the process on, and how it is read. */
export interface Metrics {
  /** Handed to the parts that do the work: each adds to numbers, and nothing more. */
  readonly meters: {
    publishing: ReturnType<typeof createPublishingMetrics>["meter"];
    attempts: ReturnType<typeof createAttemptMetrics>["meter"];
    commits: ReturnType<typeof createCommitMetrics>["meter"];
    requests: ReturnType<typeof createRequestMetrics>["meter"];
    sources: ReturnType<typeof createSourceMetrics>["meter"];
    retention: ReturnType<typeof createRetentionMetrics>["meter"];
  };
  /** Returns what prints all metrics, in the format that an `Accept` header asks for. */
  printer(sources: ScrapeSources): (accept: string) => Promise<{ contentType: string; text: string }>;
  /** Ends the timer by which the lag of the event loop is seen. */
  stop(): void;
}

/** Made before the parts that are counted, because they are given their meters when they are made. */
export function createMetrics({ clock, logger }: { clock: Clock; logger: Logger }): Metrics {
  const publishing = createPublishingMetrics();
  const attempts = createAttemptMetrics();
  const commits = createCommitMetrics();
  const requests = createRequestMetrics();
  const sources = createSourceMetrics();
  const retention = createRetentionMetrics();
  const loopLag = watchLoopLag(clock);
  const counted = [publishing, attempts, commits, requests, sources, retention, loopLag];
  return {
    meters: {
      publishing: publishing.meter,
      attempts: attempts.meter,
      commits: commits.meter,
      requests: requests.meter,
      sources: sources.meter,
      retention: retention.meter,
    },
    printer(scraped) {
      const inventory = keepInventory({ store: scraped.store, clock, logger });
      return async (accept) => {
        const [kept, process, databaseBytes, walBytes] = await Promise.all([
          inventory.read(),
          readProcessUsage(),
          readFileBytes(scraped.databaseFile),
          readFileBytes(scraped.walFile),
        ]);
        const readings = { inventory: kept, nowMs: clock.now(), process, databaseBytes, walBytes };
        const families = [...counted.flatMap((one) => one.families), ...gaugeFamilies(scraped, readings)];
        const format = acceptedFormat(accept);
        return { contentType: contentTypes[format], text: printMetrics(families, format) };
      };
    },
    stop: loopLag.stop,
  };
}
