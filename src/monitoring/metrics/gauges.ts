import type { FreeDisk } from "../../platform/free-disk.ts";
import type { ProcessUsage } from "../../platform/process-usage.ts";
import type { Inventory } from "../../store/inventory-verbs.ts";
import { counter, gauge, gaugesBy, type MetricFamily } from "./metric-family.ts";

/** What the delivery engine holds, from memory. */
export interface EngineFigures {
  inFlight: number;
  slow: number;
  lanes: number;
  bufferedBytes: number;
  isPaused: boolean;
}

/** What is asked for anew at each scrape. */
export interface GaugeSources {
  version: string;
  engine: {
    stats(): EngineFigures;
    networkSuspect(): boolean;
    /** From the settings. */
    inFlightMax: number;
  };
  freeDisk: Pick<FreeDisk, "freeBytes">;
  freeDiskFloorBytes: number;
  droppedLogLines(): number;
}

/** What had to be waited for. */
export interface Readings {
  inventory: Inventory | null;
  nowMs: number;
  process: ProcessUsage;
  databaseBytes: number | null;
  walBytes: number | null;
}

/** Numbers that go up and down, and those that are counted elsewhere. */
export function gaugeFamilies(sources: GaugeSources, readings: Readings): MetricFamily[] {
  return [
    ...engineFamilies(sources),
    ...inventoryFamilies(readings),
    ...storageFamilies(sources, readings),
    ...processFamilies(sources, readings),
  ];
}

function engineFamilies({ engine }: GaugeSources): MetricFamily[] {
  const { inFlight, slow, lanes, bufferedBytes, isPaused } = engine.stats();
  return [
    gauge("posthorn_attempts_in_flight", "Attempts under way: each holds a slot", () => inFlight),
    gauge(
      "posthorn_attempts_in_flight_slow",
      "Of these the ones that are slow or whose endpoint failed before; from half of the slots on none is added but by age",
      () => slow,
    ),
    gauge("posthorn_attempts_in_flight_max", "Slots: POSTHORN_MAX_IN_FLIGHT", () => engine.inFlightMax),
    gauge("posthorn_lanes", "Endpoints that the engine keeps in memory", () => lanes),
    gauge(
      "posthorn_lane_window_bytes",
      "What deliveries weigh that are in memory and have not started; 64 MiB at most",
      () => bufferedBytes,
    ),
    gauge("posthorn_engine_paused", "1 while the disk takes nothing: no attempt starts", () => +isPaused),
    gauge(
      "posthorn_network_suspect",
      "1 while three or more hosts were tried and none has answered for 5 minutes",
      () => +engine.networkSuspect(),
    ),
  ];
}

function inventoryFamilies({ inventory, nowMs }: Readings): MetricFamily[] {
  const of = (read: (inventory: Inventory) => number) => () => inventory && read(inventory);
  return [
    gauge(
      "posthorn_deliveries_pending",
      "Deliveries that have not ended, of endpoints that are not disabled",
      of(({ backlog }) => backlog.pending),
    ),
    gauge(
      "posthorn_deliveries_due",
      "Of these the ones whose time has come and whose endpoint is active",
      of(({ backlog }) => backlog.due),
    ),
    gauge(
      "posthorn_oldest_due_seconds",
      "For how long the oldest of these has been due; 0 if there are none",
      of(({ backlog: { oldestDueAtMs } }) =>
        oldestDueAtMs === null ? 0 : Math.max(0, nowMs - oldestDueAtMs) / 1000,
      ),
    ),
    gauge(
      "posthorn_organizations",
      "Organizations",
      of(({ organizations }) => organizations),
    ),
    gaugesBy("posthorn_endpoints", "Endpoints, by status", {
      label: "status",
      read: () => inventory?.endpoints ?? null,
    }),
    gauge(
      "posthorn_tasks_running",
      "Recoveries and replays that run",
      of(({ tasks }) => tasks),
    ),
    gauge(
      "posthorn_chores",
      "Large fan-outs, cancellations and deletions that are done in steps and have not come to their end",
      of(({ chores }) => chores),
    ),
    gaugesBy("posthorn_alerts_active", "Alerts of endpoints that are active, by kind", {
      label: "kind",
      read: () => inventory?.activeAlerts ?? null,
    }),
  ];
}

function storageFamilies({ freeDisk, freeDiskFloorBytes }: GaugeSources, readings: Readings): MetricFamily[] {
  return [
    gauge("posthorn_database_size_bytes", "The file posthorn.db", () => readings.databaseBytes),
    gauge(
      "posthorn_database_wal_size_bytes",
      "The file posthorn.db-wal, in which commits are before they are in posthorn.db",
      () => readings.walBytes,
    ),
    gauge("posthorn_disk_free_bytes", "Free space below the data directory", freeDisk.freeBytes),
    gauge(
      "posthorn_disk_free_floor_bytes",
      "POSTHORN_MIN_FREE_DISK_BYTES: with less free space publishing gets 503",
      () => freeDiskFloorBytes,
    ),
  ];
}

function processFamilies({ version, droppedLogLines }: GaugeSources, { process }: Readings): MetricFamily[] {
  return [
    counter(
      "posthorn_log_lines_dropped_total",
      "Log lines that were dropped because nobody read the ones before",
      droppedLogLines,
    ),
    gauge("process_resident_memory_bytes", "Memory of the process", () => process.residentBytes),
    counter("process_cpu_seconds_total", "Processor time of the process", () => process.cpuSeconds),
    gauge("process_open_fds", "Open files and connections", () => process.openDescriptors),
    gauge("process_max_fds", "Files and connections that may be open", () => process.descriptorsMax),
    gauge("process_start_time_seconds", "When the process started", () => process.startedAtSeconds),
    {
      kind: "gauge",
      name: "posthorn_build_info",
      help: "1, with the version of the program",
      samples: () => [{ labels: { version }, value: 1 }],
    },
  ];
}
