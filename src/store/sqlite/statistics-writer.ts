import type { Database } from "bun:sqlite";
import type { DeliveryStatus } from "../../domain/delivery.ts";
import {
  addEncodedHistogram,
  addLatency,
  emptyHistogram,
  encodeHistogram,
  latencyBucketOf,
} from "../../domain/latency-histogram.ts";
import {
  intervalMs,
  noCounts,
  type StatisticsCounts,
  type StatisticsInterval,
  startOfInterval,
  statisticsInterval,
} from "../../domain/statistics.ts";
import { codeOf, spanCodes } from "./codes.ts";
import type { EndpointDirectory } from "./endpoint-directory.ts";

/** Stands in a row for all endpoints of the organization. */
export const allEndpoints = 0;

/** What a delivery counts under. */
export interface CountedDelivery {
  organizationSeq: number;
  endpointSeq: number;
  typeSeq: number;
  createdAtMs: number;
}

/** What happened to one delivery, or one event. */
interface Change {
  of: CountedDelivery;
  kind: "published" | "created" | "moved";
  from: DeliveryStatus;
  to: DeliveryStatus;
  /** Of the attempt that was made; null without one. */
  latencyBucket: number | null;
}

/** A row as it stands in the file, or will when the group is committed. */
interface Row {
  readonly key: readonly [
    organizationSeq: number,
    span: number,
    endpointSeq: number,
    startAtMs: number,
    typeSeq: number,
  ];
  counts: StatisticsCounts;
  /** The histogram as it is written. */
  latency: Uint8Array;
  hasNewLatency: boolean;
}

interface StoredCounts {
  published: number;
  created: number;
  succeeded: number;
  failed: number;
  canceled: number;
  attempts: number;
  latency: Uint8Array;
}

/** Rows kept between groups: those of the present hour and day are written again and again. */
const keptRowsMax = 8192;

/**
 * Counts what verbs do, and writes the counters once per group, in its transaction: an endpoint may have had fifty
 * attempts in it. Verbs count as they go; what one counted that failed is forgotten with the rest that it did.
 */
export class StatisticsWriter {
  readonly #directory: EndpointDirectory;
  readonly #find;
  readonly #write;
  /** In the order of the verbs, until the group is written. */
  #changes: Change[] = [];
  readonly #rows = new Map<string, Row>();
  /** The rows that an endpoint, a type and an hour count in. */
  readonly #rowsOfHour = new Map<string, readonly Row[]>();
  /** The rows that were asked for last: most changes of a group count in the same ones. */
  #latest: { of: CountedDelivery; untilMs: number; rows: readonly Row[] } | null = null;

  constructor(db: Database, directory: EndpointDirectory) {
    this.#directory = directory;
    this.#find = db.prepare<StoredCounts, [number, number, number, number, number]>(`
      SELECT published, created, succeeded, failed, canceled, attempts, latency FROM statistics
      WHERE organization_seq = ? AND span = ? AND endpoint_seq = ? AND start_at = ? AND type_seq = ?`);
    this.#write = db.prepare("INSERT OR REPLACE INTO statistics VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /** An event was stored, whoever wants it. */
  published(organizationSeq: number, typeSeq: number, createdAtMs: number): void {
    const of = { organizationSeq, endpointSeq: allEndpoints, typeSeq, createdAtMs };
    this.#changes.push({ of, kind: "published", from: "pending", to: "pending", latencyBucket: null });
  }

  created(of: CountedDelivery, status: DeliveryStatus): void {
    this.#changes.push({ of, kind: "created", from: "pending", to: status, latencyBucket: null });
  }

  /** The delivery's status changed; a canceled one may still succeed, when an attempt was in flight. */
  moved(of: CountedDelivery, from: DeliveryStatus, to: DeliveryStatus): void {
    this.#changes.push({ of, kind: "moved", from, to, latencyBucket: null });
  }

  /** An attempt was made, and this is what became of the delivery. */
  attempted(of: CountedDelivery, from: DeliveryStatus, to: DeliveryStatus, durationMs: number): void {
    this.#changes.push({ of, kind: "moved", from, to, latencyBucket: latencyBucketOf(durationMs) });
  }

  /** How far the group has counted. */
  mark(): number {
    return this.#changes.length;
  }

  /** Forgets what a failed verb counted. */
  forgetSince(mark: number): void {
    this.#changes.length = mark;
  }

  /** Writes what the group counted. */
  write(): void {
    if (this.#changes.length === 0) return;
    const dirty = new Set<Row>();
    for (const change of this.#changes) {
      const isOfEndpoint = this.#isPresent(change.of.endpointSeq);
      for (const row of this.#rowsOf(change.of)) {
        // A deleted endpoint has no counters of its own any more.
        if (row.key[2] !== allEndpoints && !isOfEndpoint) continue;
        apply(change, row);
        dirty.add(row);
      }
    }
    this.#changes = [];
    for (const row of dirty) this.#writeRow(row);
    if (this.#rows.size > keptRowsMax) this.#forgetRows();
  }

  /** After a rollback: memory says what the file does not. */
  forget(): void {
    this.#changes = [];
    this.#forgetRows();
  }

  #forgetRows(): void {
    this.#rows.clear();
    this.#rowsOfHour.clear();
    this.#latest = null;
  }

  #writeRow(row: Row): void {
    if (row.hasNewLatency) {
      row.latency = encodeHistogram(row.counts.latency);
      row.hasNewLatency = false;
    }
    const [organizationSeq, span, endpointSeq, startAtMs, typeSeq] = row.key;
    const { published, created, succeeded, failed, canceled, attempts } = row.counts;
    this.#write.run(
      organizationSeq,
      span,
      endpointSeq,
      startAtMs,
      typeSeq,
      published,
      created,
      succeeded,
      failed,
      canceled,
      attempts,
      row.latency,
    );
  }

  #isPresent(endpointSeq: number): boolean {
    return endpointSeq !== allEndpoints && this.#directory.bySeq(endpointSeq) !== null;
  }

  /** By hour and day, of all endpoints and of its own. */
  #rowsOf(of: CountedDelivery): readonly Row[] {
    const latest = this.#latest;
    if (latest !== null && isAlike(latest, of)) return latest.rows;
    const startAtMs = startOfInterval(of.createdAtMs, "hour");
    const rows = this.#findRows(of, startAtMs);
    const untilMs = startAtMs + intervalMs.hour;
    this.#latest = { of: { ...of, createdAtMs: startAtMs }, untilMs, rows };
    return rows;
  }

  #findRows(of: CountedDelivery, startAtMs: number): readonly Row[] {
    const { organizationSeq, endpointSeq, typeSeq } = of;
    const name = `${organizationSeq} ${endpointSeq} ${typeSeq} ${startAtMs}`;
    const known = this.#rowsOfHour.get(name);
    if (known) return known;
    const rows = statisticsInterval.options.flatMap((interval) =>
      [...new Set([allEndpoints, endpointSeq])].map((endpoint) => this.#row(of, interval, endpoint)),
    );
    this.#rowsOfHour.set(name, rows);
    return rows;
  }

  #row(of: CountedDelivery, interval: StatisticsInterval, endpointSeq: number): Row {
    const startAtMs = startOfInterval(of.createdAtMs, interval);
    const span = codeOf(spanCodes, interval);
    const key = [of.organizationSeq, span, endpointSeq, startAtMs, of.typeSeq] as const;
    const name = key.join(" ");
    const row = this.#rows.get(name) ?? this.#read(key);
    this.#rows.set(name, row);
    return row;
  }

  #read(key: Row["key"]): Row {
    const stored = this.#find.get(...key);
    if (!stored) return { key, counts: noCounts(), latency: new Uint8Array(), hasNewLatency: false };
    const counts = { ...stored, latency: emptyHistogram() };
    addEncodedHistogram(counts.latency, stored.latency);
    return { key, counts, latency: stored.latency, hasNewLatency: false };
  }
}

/** In the same hour, of the same endpoint and type. */
function isAlike({ of, untilMs }: { of: CountedDelivery; untilMs: number }, other: CountedDelivery): boolean {
  return (
    of.endpointSeq === other.endpointSeq &&
    of.typeSeq === other.typeSeq &&
    of.organizationSeq === other.organizationSeq &&
    other.createdAtMs >= of.createdAtMs &&
    other.createdAtMs < untilMs
  );
}

function apply({ kind, from, to, latencyBucket }: Change, row: Row): void {
  const { counts } = row;
  if (kind !== "moved") counts[kind]++;
  if (from !== to) {
    if (from !== "pending") counts[from]--;
    if (to !== "pending") counts[to]++;
  }
  if (latencyBucket === null) return;
  counts.attempts++;
  addLatency(counts.latency, latencyBucket);
  row.hasNewLatency = true;
}
