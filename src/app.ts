import type { Config } from "./config.ts";
import type { Engine } from "./delivery/engine.ts";
import { toIso } from "./domain/time.ts";
import { createHttpApp, type HttpApp, type HttpAppOptions } from "./http/http-app.ts";
import type { DiskFigures } from "./http/readiness.ts";
import { createAlertWatch } from "./monitoring/alert-watch.ts";
import { createCongestionWatch } from "./monitoring/congestion-watch.ts";
import { startForgettingReplies } from "./monitoring/forget-replies.ts";
import { createMetrics, type Metrics } from "./monitoring/metrics/metrics.ts";
import { createReadinessProbe } from "./monitoring/readiness-probe.ts";
import { createRetention } from "./monitoring/retention.ts";
import { createRounds } from "./monitoring/rounds.ts";
import { newId, type OpenedData, openData } from "./open-data.ts";
import { type Delivery, openDelivery } from "./open-delivery.ts";
import type { OperationContext } from "./operations/context.ts";
import { continueSourceStates } from "./operations/continue-source-states.ts";
import { newInboundTraffic } from "./operations/inbound-traffic.ts";
import { makeFirstKey } from "./operations/make-first-key.ts";
import { createBootstrapKeyFile } from "./platform/bootstrap-key-file.ts";
import { systemClock } from "./platform/clock.ts";
import { type DataFiles, watchDataFiles } from "./platform/data-files.ts";
import { type FreeDisk, lowestFloorBytes, watchFreeDisk } from "./platform/free-disk.ts";
import { type HttpListener, startHttpListener } from "./platform/http-listener.ts";
import { createLifecycle } from "./platform/lifecycle.ts";
import type { Logger } from "./platform/logger.ts";
import { readFileBytes } from "./platform/process-usage.ts";
import { systemRandom } from "./platform/random.ts";
import type { RestorationNote } from "./store/sqlite/restoration.ts";
import type { Store } from "./store/store.ts";
import { version } from "./version.ts";

/** The running program. */
export interface App {
  /** Where the API is, as `http://127.0.0.1:8080`. */
  url: string;
  /** Reads the TLS certificate and its key again. */
  reloadCertificate(): void;
  /** Takes no new requests, lets what is under way end, and closes everything. */
  stop(): Promise<void>;
}

export interface AppOptions {
  config: Config;
  logger: Logger;
  /** Lines of the log that were dropped since the start. */
  droppedLogLines(): number;
  /** Shows the first operator key to a person; null where nobody watches: it goes to a file. */
  showFirstKey: ((token: string) => void) | null;
  /** The disk failed: the process must end. */
  onFatal(error: Error): void;
}

/** How long attempts and requests under way may take at the end: the longest timeout and what follows it. */
const drainMs = 35_000;

/** Builds and starts every part, in this order: data, first key, engine, port. Undoes it when one part fails. */
export async function startApp(options: AppOptions): Promise<App> {
  const { logger } = options;
  const lifecycle = createLifecycle(logger);
  try {
    const listener = await startParts(options, lifecycle.started);
    return { url: listener.url, reloadCertificate: listener.reloadCertificate, stop: lifecycle.stop };
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}

type Started = (part: string, stop: () => void | Promise<void>) => void;

async function startParts(options: AppOptions, started: Started): Promise<HttpListener> {
  const { config, logger } = options;
  const metrics = createMetrics({ clock: systemClock, logger });
  started("metrics", metrics.stop);
  const opened = openData({
    config,
    logger,
    commitMeter: metrics.meters.commits,
    // Written out here, because a compiled executable finds its workers only from the folder of its entry point.
    readerScript: new URL("./store/sqlite/reader-worker.ts", import.meta.url),
    syncs: "background",
    onFatal: options.onFatal,
  });
  const { directory, store } = opened;
  started("data", opened.close);
  tellOfRestoration(opened.takeRestorationNote(), logger);
  const floorBytes = Math.max(config.minFreeDiskBytes, lowestFloorBytes);
  const freeDisk = await watchFreeDisk({
    directory,
    floorBytes,
    clock: systemClock,
    logger,
  });
  started("disk watch", freeDisk.stop);
  const dataFiles = await watchDataFiles({ paths: opened.openFiles, clock: systemClock, logger });
  started("file watch", dataFiles.stop);
  const delivery = openDelivery({ config, logger, store, meter: metrics.meters.attempts });
  const { engine, guard } = delivery;
  started("transport", delivery.transport.close);
  const operations = createOperations({
    config,
    store,
    engine,
    publishingRefusal: () => dataFiles.problem() ?? (freeDisk.isBelowFloor() ? freeDisk.refusal : null),
    checkEndpointUrl: guard.checkUrl,
    meters: metrics.meters,
  });
  const bootstrapKey = await makeFirstKey(operations, {
    file: createBootstrapKeyFile(directory),
    givenToken: config.bootstrapKey,
    showFirstKey: options.showFirstKey,
    logger,
  });
  const http = createApi(options, {
    ...opened,
    metrics,
    freeDisk,
    floorBytes,
    dataFiles,
    delivery,
    operations,
    bootstrapKey,
  });
  // Known before the first attempt, unless the port is picked.
  guard.refuseListener({ address: config.listen.host, port: config.listen.port });
  await engine.start();
  let listener: HttpListener | null = null;
  // Together: an attempt and a request under way each get the whole time.
  started("engine and port", async () => {
    delivery.live.close();
    await Promise.all([engine.stop({ drainMs }), listener?.stop({ drainMs })]);
  });
  startWatches({ store, clock: systemClock, logger, nudge: engine.nudge }, operations, started);
  listener = startHttpListener({ ...listenerOptions(config), clock: systemClock, fetch: http.fetch });
  guard.refuseListener(listener);
  await startSweeps(options, { store, metrics, started });
  return listener;
}

interface ApiParts extends OpenedData {
  metrics: Metrics;
  freeDisk: FreeDisk;
  floorBytes: number;
  dataFiles: DataFiles;
  delivery: Delivery;
  operations: OperationContext;
  bootstrapKey: Pick<HttpAppOptions, "noteKeyUse">;
}

function createApi({ config, logger, droppedLogLines }: AppOptions, parts: ApiParts): HttpApp {
  const { store, freeDisk, floorBytes, dataFiles, databaseFile, walFile, damage, metrics, operations } =
    parts;
  const { engine, live, inFlightMax } = parts.delivery;
  return createHttpApp({
    operations,
    logger,
    version,
    publicUrl: config.publicUrl,
    bodyBytesMax: config.maxBodyBytes,
    trustedProxies: config.trustedProxies,
    noteKeyUse: parts.bootstrapKey.noteKeyUse,
    probe: createReadinessProbe({
      store,
      freeDisk,
      dataFiles,
      clock: systemClock,
      isPaused: () => engine.stats().isPaused,
      networkSuspect: engine.networkSuspect,
      damage,
    }),
    readDisk: () => readDiskFigures(freeDisk, { floorBytes, files: [databaseFile, walFile] }),
    metrics: {
      isPublic: config.metricsPublic,
      print: metrics.printer({
        version,
        store,
        engine: { ...engine, inFlightMax },
        freeDisk,
        freeDiskFloorBytes: floorBytes,
        droppedLogLines,
        databaseFile,
        walFile,
      }),
    },
    live,
    meter: metrics.meters.requests,
  });
}

async function readDiskFigures(
  { freeBytes }: FreeDisk,
  { floorBytes, files }: { floorBytes: number; files: readonly string[] },
): Promise<DiskFigures> {
  const sizes = await Promise.all(files.map(readFileBytes));
  const known = sizes.filter((size) => size !== null);
  const databaseBytes = known.length === 0 ? null : known.reduce((sum, size) => sum + size, 0);
  return { freeBytes: freeBytes(), floorBytes, databaseBytes };
}

/** Who starts after a restore must know what is held, and that what is pending is sent again. */
function tellOfRestoration(note: RestorationNote | null, logger: Logger): void {
  if (note === null) return;
  const { backedUpAt, restoredAt, heldEndpoints } = note;
  logger.warn("data.restored", {
    backedUpAt: backedUpAt === null ? null : toIso(backedUpAt),
    restoredAt: toIso(restoredAt),
    heldEndpoints,
    advice:
      heldEndpoints > 0
        ? "These endpoints are paused with what is pending for them: POST /api/v1/endpoints/:id/resume lets each go on."
        : "What was pending when the backup was made is sent again.",
  });
}

/** What deletes, behind the live work: whatever is past its retention, and replies that are past their 24 hours. */
async function startSweeps(
  { config, logger }: AppOptions,
  { store, metrics, started }: { store: Store; metrics: Metrics; started: Started },
): Promise<void> {
  const world = { store, clock: systemClock, logger };
  const { retentionDays } = config;
  const retention = createRetention({ ...world, retentionDays, meter: metrics.meters.retention });
  await retention.start();
  started("retention", retention.stop);
  started("reply sweep", startForgettingReplies(world).stop);
}

/** What looks at endpoints, and at what sources remember, again and again. */
function startWatches(
  parts: Parameters<typeof createAlertWatch>[0] & Parameters<typeof createCongestionWatch>[0],
  operations: OperationContext,
  started: Started,
): void {
  const { clock, logger } = parts;
  const round = () => continueSourceStates(operations);
  for (const [name, watch] of [
    ["alerts", createAlertWatch(parts)],
    ["congestion", createCongestionWatch(parts)],
    ["source states", createRounds({ clock, logger, name: "source states", everyMs: 1000, round })],
  ] as const) {
    watch.start();
    started(name, watch.stop);
  }
}

function createOperations(parts: {
  config: Config;
  store: Store;
  engine: Engine;
  publishingRefusal: OperationContext["publishingRefusal"];
  checkEndpointUrl: OperationContext["checkEndpointUrl"];
  meters: Metrics["meters"];
}): OperationContext {
  const { config, store, engine, publishingRefusal, checkEndpointUrl, meters } = parts;
  return {
    store,
    clock: systemClock,
    random: systemRandom,
    newId,
    checkEndpointUrl,
    sendTest: engine.sendTest,
    nudge: engine.nudge,
    meter: meters.publishing,
    inbound: newInboundTraffic(meters.sources),
    publishingRefusal,
    endpointsMax: config.endpointsMax,
    rateLimitPerSecond: config.rateLimitPerSecond,
    retentionDays: config.retentionDays,
  };
}

function listenerOptions({ listen, tlsCertFile, tlsKeyFile }: Config) {
  const certificate = tlsCertFile && tlsKeyFile ? { certFile: tlsCertFile, keyFile: tlsKeyFile } : null;
  return { ...listen, certificate };
}
