import type { DueDelivery, EndpointKey } from "../new-work.ts";
import { codeOf, meaningOf, shareCodes, taskStatusCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import { dueDeliveryOf, type WaitingDeliveries, type WaitingRow } from "./waiting-deliveries.ts";

/** Whose turn it may be. */
interface Candidate {
  seq: number;
  first_due_at: number;
  due_at: number;
}

/**
 * Whose turn it is at an endpoint that gets one delivery at a time: of all that is due or has been started, the one
 * with the earliest first due time, then the first accepted. One that has been started keeps its turn while it waits
 * for its retry. What is not due for the first time is behind everything that is, and holds nobody.
 *
 * While a task still queues what was missed, nothing that came in since has its turn.
 *
 * What has not been started lies in the waiting index by its due time, which is its first; the rest has an index of its
 * own, so that the usual delivery, which succeeds at once, costs no write to it.
 */
export class OrderedDeliveries {
  readonly #context: SqliteContext;
  readonly #waiting: WaitingDeliveries;
  readonly #statements;

  constructor(context: SqliteContext, waiting: WaitingDeliveries) {
    this.#context = context;
    this.#waiting = waiting;
    this.#statements = prepare(context);
  }

  /** Claims the one delivery whose turn it is, if it is due and none is in the engine's hands. */
  claimNext({ endpoint, nowMs }: { endpoint: EndpointKey; nowMs: number }): {
    due: DueDelivery | null;
    nextDueAtMs: number | null;
  } {
    const { directory, claims, synced } = this.#context;
    const record = directory.bySeq(endpoint);
    // With one in hand nothing may start; giving it back, or its end, brings the engine here again.
    if (record?.row.status !== "active" || claims.countOf(endpoint) > 0)
      return { due: null, nextDueAtMs: null };
    const head = this.#head(record, nowMs);
    if (head === null) return { due: null, nextDueAtMs: this.#waiting.nextDueAtMs(record, nowMs) };
    // The engine is told of it when it is on the disk; until then nothing may overtake it.
    if (!synced.has(head.seq)) return { due: null, nextDueAtMs: null };
    if (!head.isDue) return { due: null, nextDueAtMs: head.due_at };
    const row = this.#statements.whole.get(head.seq);
    if (row === null) throw new Error(`Invariant broken: delivery ${head.seq} has its event and revision`);
    claims.add(endpoint, head.seq);
    const due = dueDeliveryOf(this.#context, record, meaningOf(shareCodes, row.share), row);
    return { due, nextDueAtMs: nowMs };
  }

  #head({ row }: EndpointRecord, nowMs: number): (Candidate & { isDue: boolean }) | null {
    const { fresh, other, missedBefore } = this.#statements;
    const bound = this.#waiting.boundMs(nowMs);
    const front = this.#context.fronts.of(row.seq);
    // Due, whatever its time says: see `WaitingDeliveries`.
    const first = fresh.get(row.seq, front, bound, nowMs, row.canceledThrough);
    const second = other.get(row.seq, front, bound, nowMs, row.canceledThrough);
    const isSecond = first === null || (second !== null && isBefore(second, first));
    const head = isSecond ? second : first;
    const barrierMs = missedBefore.get(row.seq)?.created_at ?? null;
    if (head === null || (barrierMs !== null && head.first_due_at >= barrierMs)) return null;
    return { ...head, isDue: !isSecond || head.due_at <= nowMs };
  }
}

function isBefore(a: Candidate, b: Candidate): boolean {
  return a.first_due_at === b.first_due_at ? a.seq < b.seq : a.first_due_at < b.first_due_at;
}

/** Its event may have been canceled, though the steps have not come to this row. */
const isNotCanceled = "d.seq > coalesce((SELECT canceled_through FROM events WHERE seq = d.event_seq), 0)";

function prepare({ db }: SqliteContext) {
  return {
    /** Not started: the share of first attempts, by its due time. */
    fresh: db.prepare<Candidate, [number, number, number, number, number]>(`
      SELECT d.seq, d.due_at AS first_due_at, d.due_at FROM deliveries d INDEXED BY deliveries_waiting
      WHERE d.status = 0 AND d.endpoint_seq = ? AND d.share = 0 AND d.due_at >= ? AND d.due_at <= ?
        AND (d.due_at <= ? OR d.due_at = d.created_at) AND d.seq > ? AND ${isNotCanceled}
      ORDER BY d.due_at, d.seq LIMIT 1`),
    /** Started, or of a recovery or replay. */
    other: db.prepare<Candidate, [number, number, number, number, number]>(`
      SELECT d.seq, d.first_due_at, d.due_at FROM deliveries d INDEXED BY deliveries_in_order
      WHERE d.status = 0 AND d.share <> 0 AND d.endpoint_seq = ? AND d.first_due_at >= ? AND d.first_due_at <= ?
        AND (d.attempt_count > 0 OR d.due_at <= ?) AND d.seq > ? AND ${isNotCanceled}
      ORDER BY d.first_due_at, d.seq LIMIT 1`),
    /** Everything that was missed has its place before this time: see `TaskSteps`. */
    missedBefore: db.prepare<{ created_at: number | null }, [number]>(`
      SELECT min(created_at) AS created_at FROM tasks
      WHERE endpoint_seq = ? AND status = ${codeOf(taskStatusCodes, "running")} AND is_ahead = 1`),
    whole: db.prepare<WaitingRow & { share: number }, [number]>(`
      SELECT d.seq, d.id, d.trigger, d.share, d.attempt_count, d.due_at, d.type_seq, e.id AS event_id, e.data,
        e.timestamp, e.created_at AS event_created_at, r.payload_format
      FROM deliveries d
      CROSS JOIN events e ON e.seq = d.event_seq
      CROSS JOIN endpoint_revisions r ON r.seq = d.revision_seq
      WHERE d.seq = ?`),
  };
}
