import type { Database } from "bun:sqlite";
import { codeOf, deliveryReasonCodes, deliveryStatusCodes } from "./codes.ts";
import { erasing } from "./database.ts";
import type { StatisticsWriter } from "./statistics-writer.ts";

const canceled = codeOf(deliveryStatusCodes, "canceled");
const manual = codeOf(deliveryReasonCodes, "manual");

/** Deliveries that one step cancels. */
const canceledPerStep = 1000;
/** Deliveries whose attempts one step erases: each has 21 at most, one for every wait of the longest schedule. */
const erasedPerStep = 50;

/** One step of canceling or erasing an event. They go through its deliveries by seq, so that none is visited twice. */
export interface EventSteps {
  /** Cancels what is pending behind `position`; where to go on, or null at the end. */
  cancel(eventSeq: number, position: number, nowMs: number): number | null;
  /** Takes away what attempts show of the event's data; where to go on, or null at the end. */
  erase(eventSeq: number, position: number): number | null;
}

interface CanceledRow {
  organization_seq: number;
  endpoint_seq: number;
  type_seq: number;
  created_at: number;
}

export function eventSteps(db: Database, statistics: StatisticsWriter): EventSteps {
  const nthPending = db.prepare<{ seq: number }, [number, number, number]>(`
    SELECT seq FROM deliveries INDEXED BY deliveries_by_event
    WHERE event_seq = ? AND seq > ? AND status = 0 AND seq <= (SELECT canceled_through FROM events WHERE seq = ?)
    ORDER BY seq LIMIT 1 OFFSET ${canceledPerStep - 1}`);
  const cancel = db.prepare<CanceledRow, [number, number, number, number, number]>(`
    UPDATE deliveries INDEXED BY deliveries_by_event
    SET status = ${canceled}, reason = ${manual}, due_at = NULL, completed_at = ?
    WHERE event_seq = ? AND seq > ? AND seq <= ? AND status = 0
      AND seq <= (SELECT canceled_through FROM events WHERE seq = ?)
    RETURNING organization_seq, endpoint_seq, type_seq, created_at`);
  const nth = db.prepare<{ seq: number }, [number, number]>(`
    SELECT seq FROM deliveries WHERE event_seq = ? AND seq > ? ORDER BY seq LIMIT 1 OFFSET ${erasedPerStep - 1}`);
  const erase = db.prepare(`
    UPDATE attempts SET response_headers = NULL, response_body = NULL, signature = '', body_signature = NULL
    WHERE delivery_seq IN (SELECT seq FROM deliveries WHERE event_seq = ? AND seq > ? AND seq <= ?)`);
  return {
    cancel(eventSeq, position, nowMs) {
      const next = nthPending.get(eventSeq, position, eventSeq)?.seq ?? null;
      for (const row of cancel.all(nowMs, eventSeq, position, next ?? Number.MAX_SAFE_INTEGER, eventSeq)) {
        const { organization_seq: organizationSeq, endpoint_seq: endpointSeq } = row;
        const { type_seq: typeSeq, created_at: createdAtMs } = row;
        statistics.moved({ organizationSeq, endpointSeq, typeSeq, createdAtMs }, "pending", "canceled");
      }
      return next;
    },
    erase(eventSeq, position) {
      const next = nth.get(eventSeq, position)?.seq ?? null;
      erasing(db, () => erase.run(eventSeq, position, next ?? Number.MAX_SAFE_INTEGER));
      return next;
    },
  };
}
