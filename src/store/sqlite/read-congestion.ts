import { type SQL, sql } from "drizzle-orm";
import { congestedFromMs, isCongested } from "../../domain/congestion.ts";
import { failingFrom } from "../../domain/health.ts";
import type { EndpointKey } from "../new-work.ts";
import type { Drizzle } from "./drizzle.ts";

interface WaitingRow {
  seq: EndpointKey;
  held_until: number | null;
  resumed_at: number | null;
  ordered: number;
  /** When the oldest of each share is due that has waited long enough. */
  first: number | null;
  retry: number | null;
  bulk: number | null;
  first_started: number | null;
}

/**
 * Endpoints whose `health.state` is `congested` now, and those that were noted as such. A few seeks for each endpoint
 * that has something pending. What waits of operational events does not count: they never cause further ones.
 */
export function readCongestion(orm: Drizzle, nowMs: number): { now: EndpointKey[]; noted: EndpointKey[] } {
  const now = orm
    .all<WaitingRow>(waitingLong(nowMs - congestedFromMs))
    .filter((row) => isCongested(waitOf(row, nowMs), nowMs))
    .map(({ seq }) => seq);
  const noted = orm.all<{ seq: EndpointKey }>(sql`SELECT endpoint_seq AS seq FROM congested_endpoints`);
  return { now, noted: noted.map(({ seq }) => seq) };
}

/** Active endpoints that do not fail, one by one along the index, each with what it waits for. */
function waitingLong(dueByMs: number): SQL {
  const oldest = (share: number) => sql`(
    SELECT d.due_at FROM deliveries d INDEXED BY deliveries_waiting
    WHERE d.endpoint_seq = n.seq AND d.status = 0 AND d.share = ${sql.raw(String(share))} AND d.due_at <= ${dueByMs}
      AND d.seq > n.canceled_through AND d.type_seq NOT IN (SELECT seq FROM type_names WHERE name GLOB 'posthorn.*')
    ORDER BY d.due_at LIMIT 1)`;
  return sql`
    WITH RECURSIVE waiting (seq) AS (
      SELECT min(endpoint_seq) FROM deliveries INDEXED BY deliveries_waiting WHERE status = 0
      UNION ALL
      SELECT (
        SELECT min(d.endpoint_seq) FROM deliveries d INDEXED BY deliveries_waiting
        WHERE d.status = 0 AND d.endpoint_seq > waiting.seq)
      FROM waiting WHERE seq IS NOT NULL)
    SELECT n.seq, h.held_until, n.resumed_at, n.ordered,
      ${oldest(0)} AS first, ${oldest(1)} AS retry, ${oldest(2)} AS bulk,
      iif(n.ordered, (
        SELECT d.due_at FROM deliveries d INDEXED BY deliveries_in_order
        WHERE d.endpoint_seq = n.seq AND d.status = 0 AND d.share <> 0 AND d.attempt_count > 0
        ORDER BY d.first_due_at, d.seq LIMIT 1), NULL) AS first_started
    FROM waiting
    CROSS JOIN endpoints n ON n.seq = waiting.seq
    CROSS JOIN endpoint_health h ON h.endpoint_seq = n.seq
    WHERE n.status = 0 AND n.deleted_at IS NULL AND h.consecutive_failed_attempts < ${failingFrom}`;
}

function waitOf(row: WaitingRow, nowMs: number) {
  const oldest = Math.min(...[row.first, row.retry, row.bulk].map((due) => due ?? Number.POSITIVE_INFINITY));
  return {
    status: "active" as const,
    oldestDueAtMs: Number.isFinite(oldest) ? oldest : null,
    heldUntilMs: row.held_until,
    resumedAtMs: row.resumed_at,
    isBehindRetry: row.ordered === 1 && (row.first_started ?? 0) > nowMs,
  };
}
