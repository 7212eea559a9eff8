import { sql } from "drizzle-orm";
import { failingFrom } from "../../domain/health.ts";
import type { EndpointKey } from "../new-work.ts";
import type { Drizzle } from "./drizzle.ts";
import { congestedMs } from "./read-endpoints.ts";

/**
 * Endpoints whose `health.state` is `congested` now, and those that were noted as such. One seek for each endpoint that
 * has something pending. What waits of operational events does not count: they never cause further ones.
 */
export function readCongestion(orm: Drizzle, nowMs: number): { now: EndpointKey[]; noted: EndpointKey[] } {
  const now = orm.all<{ seq: EndpointKey }>(sql`
    WITH RECURSIVE waiting (seq) AS (
      SELECT min(endpoint_seq) FROM deliveries INDEXED BY deliveries_waiting WHERE status = 0
      UNION ALL
      SELECT (
        SELECT min(d.endpoint_seq) FROM deliveries d INDEXED BY deliveries_waiting
        WHERE d.status = 0 AND d.endpoint_seq > waiting.seq)
      FROM waiting WHERE seq IS NOT NULL)
    SELECT n.seq FROM waiting
    CROSS JOIN endpoints n ON n.seq = waiting.seq
    CROSS JOIN endpoint_health h ON h.endpoint_seq = n.seq
    WHERE n.status = 0 AND n.deleted_at IS NULL
      AND h.consecutive_failed_attempts < ${failingFrom} AND ifnull(h.held_until, 0) <= ${nowMs}
      AND EXISTS (
        SELECT 1 FROM deliveries d INDEXED BY deliveries_waiting
        WHERE d.endpoint_seq = n.seq AND d.status = 0 AND d.share IN (0, 1, 2) AND d.due_at <= ${nowMs - congestedMs}
          AND d.seq > n.canceled_through
          AND d.type_seq NOT IN (SELECT seq FROM type_names WHERE name GLOB 'posthorn.*'))`);
  const noted = orm.all<{ seq: EndpointKey }>(sql`SELECT endpoint_seq AS seq FROM congested_endpoints`);
  return { now: now.map(({ seq }) => seq), noted: noted.map(({ seq }) => seq) };
}
