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
 * What waits, counted along the index: some 65 ms for a million, in the thread that reads. What a disable has canceled,
 * or what goes with its endpoint or organization, may still have rows there for hours: it is no part of it.
 */
function readWholeBacklog(orm: Drizzle, nowMs: number): Backlog {
  const isDue = sql`FILTER (WHERE d.due_at <= ${nowMs} AND n.status = ${active})`;
  const [counted] = orm.all<Backlog>(sql`
    SELECT count(*) AS pending, count(*) ${isDue} AS due, min(d.due_at) ${isDue} AS oldestDueAtMs
    FROM endpoints n
    CROSS JOIN organizations o ON o.seq = n.organization_seq
    CROSS JOIN deliveries d INDEXED BY deliveries_waiting ON d.endpoint_seq = n.seq
    WHERE d.status = 0 AND n.status <> ${disabled} AND n.deleted_at IS NULL AND o.deleted_at IS NULL
      AND +d.seq > n.canceled_through`);
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
