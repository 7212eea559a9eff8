import { codeOf, deliveryReasonCodes, deliveryStatusCodes, meaningOf, shareCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import { erasing } from "./database.ts";
import type { Transaction } from "./group-commit.ts";

const canceled = codeOf(deliveryStatusCodes, "canceled");
const manual = codeOf(deliveryReasonCodes, "manual");

/** Deliveries that one step cancels, each with two counters of its endpoint. */
const canceledPerStep = 600;
/** Deliveries whose attempts one step erases: each has 21 at most, one for every wait of the longest schedule. */
const erasedPerStep = 50;

/** One step of canceling or erasing an event. They go through its deliveries by seq, so that none is visited twice. */
export interface EventSteps {
  /** Cancels what is pending behind `position`; where to go on, or null at the end. */
  cancel(
    from: { eventSeq: number; position: number; nowMs: number },
    transaction: Transaction,
  ): number | null;
  /** Takes away what attempts show of the event's data; where to go on, or null at the end. */
  erase(eventSeq: number, position: number): number | null;
}

interface CanceledRow {
  seq: number;
  organization_seq: number;
  endpoint_seq: number;
  type_seq: number;
  created_at: number;
  share: number;
  due_at: number;
}

export function eventSteps({ db, directory, statistics, backlog }: SqliteContext): EventSteps {
  const nthPending = db.prepare<{ seq: number }, [number, number, number]>(`
    SELECT seq FROM deliveries INDEXED BY deliveries_by_event
    WHERE event_seq = ? AND seq > ? AND status = 0 AND seq <= (SELECT canceled_through FROM events WHERE seq = ?)
    ORDER BY seq LIMIT 1 OFFSET ${canceledPerStep - 1}`);
  // Read before they are written: what an update returns is due no more.
  const pendingThrough = db.prepare<CanceledRow, [number, number, number, number]>(`
    SELECT seq, organization_seq, endpoint_seq, type_seq, created_at, share, due_at
    FROM deliveries INDEXED BY deliveries_by_event
    WHERE event_seq = ? AND seq > ? AND seq <= ? AND status = 0
      AND seq <= (SELECT canceled_through FROM events WHERE seq = ?)`);
  const cancel = db.prepare(`
    UPDATE deliveries SET status = ${canceled}, reason = ${manual}, due_at = NULL, completed_at = ? WHERE seq = ?`);
  const nth = db.prepare<{ seq: number }, [number, number]>(`
    SELECT seq FROM deliveries WHERE event_seq = ? AND seq > ? ORDER BY seq LIMIT 1 OFFSET ${erasedPerStep - 1}`);
  const erase = db.prepare(`
    UPDATE attempts SET response_headers = NULL, response_body = NULL, signature = '', body_signature = NULL
    WHERE delivery_seq IN (SELECT seq FROM deliveries WHERE event_seq = ? AND seq > ? AND seq <= ?)`);

  /** What a disable has canceled is no part of the backlog, nor what goes with its endpoint. */
  function isCounted({ seq, endpoint_seq }: CanceledRow): boolean {
    return seq > (directory.bySeq(endpoint_seq)?.row.canceledThrough ?? Number.POSITIVE_INFINITY);
  }

  return {
    cancel({ eventSeq, position, nowMs }, transaction) {
      const next = nthPending.get(eventSeq, position, eventSeq)?.seq ?? null;
      const rows = pendingThrough.all(eventSeq, position, next ?? Number.MAX_SAFE_INTEGER, eventSeq);
      for (const row of rows) {
        cancel.run(nowMs, row.seq);
        const { organization_seq: organizationSeq, endpoint_seq: endpointSeq } = row;
        const { type_seq: typeSeq, created_at: createdAtMs } = row;
        statistics.moved({ organizationSeq, endpointSeq, typeSeq, createdAtMs }, "pending", "canceled");
      }
      const counted = rows.filter((row) => isCounted(row));
      transaction.afterCommit(() => {
        for (const { endpoint_seq, share, due_at } of counted) {
          backlog.remove(endpoint_seq, meaningOf(shareCodes, share), due_at);
        }
      });
      return next;
    },
    erase(eventSeq, position) {
      const next = nth.get(eventSeq, position)?.seq ?? null;
      erasing(db, () => erase.run(eventSeq, position, next ?? Number.MAX_SAFE_INTEGER));
      return next;
    },
  };
}
