import type { Share } from "../../domain/delivery.ts";
import { collectWork, type DueDelivery, type EndpointKey, type NewWork } from "../new-work.ts";
import { codeOf, meaningOf, payloadFormatCodes, shareCodes, triggerCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import { payloadSettingsAt } from "./organization-directory.ts";

/** A waiting delivery with what its attempt needs of its event and revision. */
export interface WaitingRow {
  seq: number;
  id: string;
  trigger: number;
  attempt_count: number;
  due_at: number;
  event_id: string;
  type_seq: number;
  data: string | null;
  timestamp: number;
  event_created_at: number;
  payload_format: number;
}

interface ClaimRequest {
  endpoint: EndpointKey;
  share: Share;
  limit: number;
  nowMs: number;
}

/** How many of the newest deliveries tell where the wall clock has been. */
const clockSampleRows = 10_000;

/**
 * Pending deliveries by endpoint, share and due time. A first attempt that was due at its acceptance stays due
 * whatever the wall clock does: one that was accepted while the clock was ahead is not held until it gets there again.
 */
export class WaitingDeliveries {
  readonly #context: SqliteContext;
  readonly #statements;
  /** The latest acceptance time seen: how far ahead the clock may have been. */
  #latestMs: number;

  constructor(context: SqliteContext) {
    this.#context = context;
    this.#statements = prepare(context);
    this.#latestMs = this.#statements.latest.get()?.latest ?? 0;
  }

  /** Notes the time of an acceptance. */
  noteTime(nowMs: number): void {
    if (nowMs > this.#latestMs) this.#latestMs = nowMs;
  }

  /** The times of a delivery to an ordered endpoint: behind all accepted before, though the wall clock stepped back. */
  inOrder({ dueAtMs, nowMs }: { dueAtMs: number; nowMs: number }): { dueAtMs: number; nowMs: number } {
    if (dueAtMs > nowMs) return { dueAtMs, nowMs };
    const atMs = this.boundMs(nowMs);
    return { dueAtMs: atMs, nowMs: atMs };
  }

  /** Every active endpoint with pending deliveries and its earliest due time: one index seek per endpoint and share. */
  heads(nowMs: number): NewWork {
    const work = collectWork();
    work.chores = this.#statements.anyChore.get() !== null;
    work.tasks = this.#statements.anyTask.get() !== null;
    for (let last = 0; ; ) {
      const endpoint = this.#statements.nextEndpoint.get(last)?.endpoint_seq ?? null;
      if (endpoint === null) return work;
      last = endpoint;
      const record = this.#context.directory.bySeq(endpoint);
      if (record?.row.status !== "active") continue;
      const dueAtMs = this.#earliest(record, nowMs);
      if (dueAtMs === null) continue;
      work.waiting.push({ endpoint, organizationId: record.organization.id, share: null, dueAtMs });
    }
  }

  /** Claims what is due, earliest first, and says when the next of this share is. */
  claim({ endpoint, share, limit, nowMs }: ClaimRequest): { due: DueDelivery[]; nextDueAtMs: number | null } {
    const { directory, claims, synced, fronts } = this.#context;
    const record = directory.bySeq(endpoint);
    if (record?.row.status !== "active") return { due: [], nextDueAtMs: null };
    const code = codeOf(shareCodes, share);
    const { canceledThrough } = record.row;
    const front = fronts.of(endpoint);
    const bound = this.#bound(share, nowMs);
    // Claimed rows are still in the table, at the front: what an attempt needs is read of the others alone. Of those that
    // are not on the disk yet the engine is told then.
    const places = this.#statements.due
      .all(endpoint, code, front, bound, nowMs, canceledThrough, limit + 1 + claims.countOf(endpoint))
      .filter(({ seq }) => !claims.has(seq) && synced.has(seq));
    const taken = places.slice(0, limit).map(({ seq }) => seq);
    for (const seq of taken) claims.add(endpoint, seq);
    const left = places[limit];
    const nextDueAtMs = left
      ? Math.min(left.due_at, nowMs)
      : this.#nextAfter(endpoint, code, bound, nowMs, canceledThrough);
    const rows = taken.length === 0 ? [] : this.#statements.rows.all(JSON.stringify(taken));
    return { due: rows.map((row) => dueDeliveryOf(this.#context, record, share, row)), nextDueAtMs };
  }

  #earliest(record: EndpointRecord, nowMs: number): number | null {
    let earliest: number | null = null;
    for (const share of shareCodes) {
      const row = this.#statements.head.get(
        record.row.seq,
        codeOf(shareCodes, share),
        this.#context.fronts.of(record.row.seq),
        record.row.canceledThrough,
      );
      if (!row) continue;
      const dueAtMs = row.due_at === row.created_at ? Math.min(row.due_at, nowMs) : row.due_at;
      if (earliest === null || dueAtMs < earliest) earliest = dueAtMs;
    }
    return earliest;
  }

  /** Up to when a first attempt may be due that was so at its acceptance. */
  boundMs(nowMs: number): number {
    return Math.max(nowMs, this.#latestMs);
  }

  /** When the endpoint next has something that is not due now. */
  nextDueAtMs({ row }: EndpointRecord, nowMs: number): number | null {
    const dues = shareCodes.map((share) => {
      const bound = this.#bound(share, nowMs);
      return this.#nextAfter(row.seq, codeOf(shareCodes, share), bound, nowMs, row.canceledThrough);
    });
    return dues.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.min(a, b)), null);
  }

  #bound(share: Share, nowMs: number): number {
    return share === "first" ? this.boundMs(nowMs) : nowMs;
  }

  /** The first due time behind what could be claimed now; claimed deliveries are all before it. */
  #nextAfter(
    endpoint: EndpointKey,
    share: number,
    bound: number,
    nowMs: number,
    canceledThrough: number,
  ): number | null {
    const later = this.#statements.next.get(endpoint, share, bound, canceledThrough)?.due_at ?? null;
    if (bound === nowMs) return later;
    const between =
      this.#statements.nextScheduled.get(endpoint, share, nowMs, bound, canceledThrough)?.due_at ?? null;
    return between ?? later;
  }
}

/** A waiting row as the engine gets it. */
export function dueDeliveryOf(
  { typeNames }: SqliteContext,
  record: EndpointRecord,
  share: Share,
  row: WaitingRow,
): DueDelivery {
  return {
    key: row.seq,
    id: row.id,
    organizationId: record.organization.id,
    endpoint: record.row.seq,
    trigger: meaningOf(triggerCodes, row.trigger),
    share,
    attemptCount: row.attempt_count,
    dueAtMs: row.due_at,
    event: {
      id: row.event_id,
      type: typeNames.nameOf(row.type_seq),
      data: row.data ?? "{}",
      timestampMs: row.timestamp,
      createdAtMs: row.event_created_at,
    },
    payloadFormat: meaningOf(payloadFormatCodes, row.payload_format),
    settings: payloadSettingsAt(record.organization, row.seq),
  };
}

function prepare({ db }: SqliteContext) {
  const waiting = "FROM deliveries d INDEXED BY deliveries_waiting WHERE d.status = 0";
  const ofShare = `${waiting} AND d.endpoint_seq = ? AND d.share = ?`;
  return {
    latest: db.prepare<{ latest: number | null }, []>(
      `SELECT max(created_at) AS latest FROM (SELECT created_at FROM deliveries ORDER BY seq DESC LIMIT ${clockSampleRows})`,
    ),
    anyChore: db.prepare("SELECT 1 FROM chores LIMIT 1"),
    anyTask: db.prepare("SELECT 1 FROM tasks WHERE status = 0 LIMIT 1"),
    nextEndpoint: db.prepare<{ endpoint_seq: number | null }, [number]>(
      `SELECT min(d.endpoint_seq) AS endpoint_seq ${waiting} AND d.endpoint_seq > ?`,
    ),
    head: db.prepare<{ due_at: number; created_at: number }, [number, number, number, number]>(
      `SELECT d.due_at, d.created_at ${ofShare} AND d.due_at >= ? AND d.seq > ? ORDER BY d.due_at LIMIT 1`,
    ),
    next: db.prepare<{ due_at: number }, [number, number, number, number]>(
      `SELECT d.due_at ${ofShare} AND d.due_at > ? AND d.seq > ? ORDER BY d.due_at LIMIT 1`,
    ),
    nextScheduled: db.prepare<{ due_at: number }, [number, number, number, number, number]>(
      `SELECT d.due_at ${ofShare} AND d.due_at > ? AND d.due_at <= ? AND d.due_at <> d.created_at AND d.seq > ?
       ORDER BY d.due_at LIMIT 1`,
    ),
    due: db.prepare<
      { seq: number; due_at: number },
      [number, number, number, number, number, number, number]
    >(`
      SELECT d.seq, d.due_at
      ${ofShare} AND d.due_at >= ? AND d.due_at <= ? AND (d.due_at <= ? OR d.due_at = d.created_at) AND d.seq > ?
        AND d.seq > coalesce((SELECT canceled_through FROM events WHERE seq = d.event_seq), 0)
      ORDER BY d.due_at LIMIT ?`),
    // In the order of the list, which the outermost loop goes through.
    rows: db.prepare<WaitingRow, [string]>(`
      SELECT d.seq, d.id, d.trigger, d.attempt_count, d.due_at, d.type_seq, e.id AS event_id, e.data, e.timestamp,
        e.created_at AS event_created_at, r.payload_format
      FROM json_each(?)
      CROSS JOIN deliveries d ON d.seq = json_each.value
      CROSS JOIN events e ON e.seq = d.event_seq
      CROSS JOIN endpoint_revisions r ON r.seq = d.revision_seq`),
  };
}
