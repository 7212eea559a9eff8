import type { Config } from "./config.ts";
import { budgetConnections } from "./delivery/connection-budget.ts";
import { createEgressGuard, type EgressGuard } from "./delivery/egress-guard.ts";
import { readEgressProxy } from "./delivery/egress-proxy.ts";
import { createEngine, type Engine } from "./delivery/engine.ts";
import { createHttpTransport } from "./delivery/http-transport.ts";
import { createNameResolver } from "./delivery/name-resolver.ts";
import { createSystemNames } from "./delivery/system-names.ts";
import type { Transport } from "./delivery/transport.ts";
import { readTrustedAuthorities } from "./delivery/trusted-authorities.ts";
import { createLiveFeed, type LiveFeed } from "./monitoring/live-feed.ts";
import type { Metrics } from "./monitoring/metrics/metrics.ts";
import { newId } from "./open-data.ts";
import { systemClock } from "./platform/clock.ts";
import type { Logger } from "./platform/logger.ts";
import { systemRandom } from "./platform/random.ts";
import type { Store } from "./store/store.ts";
import { version } from "./version.ts";

/** What makes the attempts, and who is told of them. Nothing is sent before the engine is started. */
export interface Delivery {
  /** Its `nudge` tells whoever looks on as well. */
  engine: Engine;
  live: LiveFeed;
  guard: EgressGuard;
  transport: Transport;
  /** Attempts at a time: as the configuration says, or fewer where the process may have fewer descriptors. */
  inFlightMax: number;
}

export interface OpenDeliveryOptions {
  config: Config;
  logger: Logger;
  store: Store;
  meter: Metrics["meters"]["attempts"];
}

/** Builds the way out. Throws a `StartError` when the egress settings cannot be used. */
export function openDelivery({ config, logger, store, meter }: OpenDeliveryOptions): Delivery {
  const budget = budgetConnections(config.maxInFlight, logger);
  const guard = createEgressGuard(config);
  const transport = createHttpTransport({
    guard,
    resolver: createNameResolver({ clock: systemClock, query: createSystemNames({ clock: systemClock }) }),
    clock: systemClock,
    proxy: readProxy(config, logger),
    secureContext: readTrustedAuthorities(config.extraCaFile),
    idleSocketsMax: budget.idleSocketsMax,
  });
  const live = createLiveFeed({ store, clock: systemClock, logger });
  const engine = createEngine({
    store,
    transport,
    clock: systemClock,
    random: systemRandom,
    newId,
    logger,
    meter: {
      ...meter,
      attempted(...attempt) {
        meter.attempted(...attempt);
        live.noteAttempt(...attempt);
      },
    },
    version,
    maxInFlight: budget.maxInFlight,
    maxInFlightPerEndpoint: config.maxInFlightPerEndpoint,
  });
  const nudge: Engine["nudge"] = (work) => {
    live.noteWork(work);
    engine.nudge(work);
  };
  return { engine: { ...engine, nudge }, live, guard, transport, inFlightMax: budget.maxInFlight };
}

function readProxy({ egressProxy }: Config, logger: Logger) {
  if (egressProxy === null) return null;
  const proxy = readEgressProxy(egressProxy);
  logger.info("egress.proxied", {
    proxy: proxy.place,
    note: "The proxy resolves names by itself: it must refuse the networks that deliveries may not reach.",
  });
  return proxy;
}
