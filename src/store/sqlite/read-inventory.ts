import { type SQL, sql } from "drizzle-orm";
import type { Backlog, Inventory } from "../inventory-verbs.ts";
import { alertKindCodes, codeOf, endpointStatusCodes } from "./codes.ts";
import type { Drizzle } from "./drizzle.ts";

const active = codeOf(endpointStatusCodes, "active");
const disabled = codeOf(endpointStatusCodes, "disabled");

/** How much there is of what an operator watches: what is configured, and what waits. Never the history. */
export function readInventory(orm: Drizzle, nowMs: number): Inventory {
  return {
    organizations: countOf(orm, sql`organizations WHERE deleted_at IS NULL`),
    endpoints: countByCode(
      orm,
      endpointStatusCodes,
      sql`SELECT n.status AS code, count(*) AS count FROM endpoints n
        JOIN organizations o ON o.seq = n.organization_seq
        WHERE n.deleted_at IS NULL AND o.deleted_at IS NULL GROUP BY n.status`,
    ),
    tasks: countOf(orm, sql`tasks INDEXED BY tasks_running WHERE status = 0`),
    chores: countOf(orm, sql`chores`),
    activeAlerts: countByCode(
      orm,
      alertKindCodes,
      sql`SELECT kind AS code, count(*) AS count FROM alerts INDEXED BY alerts_active
        WHERE deactivated_at IS NULL GROUP BY kind`,
    ),
    backlog: readWholeBacklog(orm, nowMs),
  };
}

/**
 * What waits, counted along the index: some 65 ms for a million, in the thread that reads. What a disabled endpoint
 * still has there is canceled already, and only its row does not say so yet.
 */
function readWholeBacklog(orm: Drizzle, nowMs: number): Backlog {
  const isActive = sql`FILTER (WHERE n.status = ${active})`;
  const [counted] = orm.all<Backlog>(sql`
    SELECT coalesce(sum(w.pending), 0) AS pending, coalesce(sum(w.due) ${isActive}, 0) AS due,
      min(w.oldest) ${isActive} AS oldestDueAtMs
    FROM (
      SELECT endpoint_seq, count(*) AS pending, count(*) FILTER (WHERE due_at <= ${nowMs}) AS due,
        min(iif(due_at <= ${nowMs}, due_at, NULL)) AS oldest
      FROM deliveries INDEXED BY deliveries_waiting WHERE status = 0 GROUP BY endpoint_seq) w
    CROSS JOIN endpoints n ON n.seq = w.endpoint_seq
    WHERE n.status <> ${disabled} AND n.deleted_at IS NULL`);
  return counted ?? { pending: 0, due: 0, oldestDueAtMs: null };
}

function countOf(orm: Drizzle, of: SQL): number {
  return orm.all<{ count: number }>(sql`SELECT count(*) AS count FROM ${of}`)[0]?.count ?? 0;
}

function countByCode<Name extends string>(
  orm: Drizzle,
  codes: readonly Name[],
  query: SQL,
): Record<Name, number> {
  const counts = Object.fromEntries(codes.map((name) => [name, 0])) as Record<Name, number>;
  for (const { code, count } of orm.all<{ code: number; count: number }>(query)) {
    const name = codes[code];
    if (name !== undefined) counts[name] = count;
  }
  return counts;
}
