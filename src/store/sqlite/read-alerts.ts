import { and, desc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Alert, AlertState } from "../../domain/alert.ts";
import type { AlertLimit } from "../../domain/alert-rule.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import type { EndpointKey } from "../new-work.ts";
import type { Drizzle } from "./drizzle.ts";
import { alerts, endpoints } from "./schema.ts";
import { nthBelowIn, walk } from "./walk.ts";

/** A list's filter with its references resolved. */
export interface AlertListFilter {
  endpointSeq?: number | undefined;
  state?: AlertState | undefined;
}

const columns = {
  seq: alerts.seq,
  id: alerts.id,
  endpointId: endpoints.id,
  kind: alerts.kind,
  threshold: alerts.threshold,
  activatedAt: alerts.activatedAt,
  deactivatedAt: alerts.deactivatedAt,
  data: alerts.data,
};

/** Active and past, newest first. */
export function listAlerts(
  orm: Drizzle,
  organizationSeq: number,
  filter: AlertListFilter,
  page: PageRequest,
): Page<Alert> {
  const walked = and(...walkedBy(organizationSeq, filter));
  const found = walk({
    list: "alerts",
    page,
    nthBelow: nthBelowIn(orm, alerts, walked),
    rows: ({ before, floor, limit }) =>
      orm
        .select(columns)
        .from(alerts)
        .innerJoin(endpoints, eq(endpoints.seq, alerts.endpointSeq))
        .where(
          and(
            walked,
            lt(alerts.seq, before),
            gte(alerts.seq, floor),
            sql`+${alerts.organizationSeq} = ${organizationSeq}`,
            isNull(endpoints.deletedAt),
            ...matching(filter),
          ),
        )
        .orderBy(desc(alerts.seq))
        .limit(limit)
        .all(),
  });
  const data = found.data.map(
    ({ seq: _, ...row }): Alert => ({
      ...row,
      state: row.deactivatedAt === null ? "ACTIVATED" : "DEACTIVATED",
    }),
  );
  return { data, nextCursor: found.nextCursor };
}

/** The narrowest index: an endpoint's alerts, an organization's active ones, all of an organization. */
function walkedBy(organizationSeq: number, { endpointSeq, state }: AlertListFilter): SQL[] {
  if (endpointSeq !== undefined) return [eq(alerts.endpointSeq, endpointSeq)];
  const inOrganization = eq(alerts.organizationSeq, organizationSeq);
  return state === "ACTIVATED" ? [inOrganization, isNull(alerts.deactivatedAt)] : [inOrganization];
}

function matching({ state }: AlertListFilter) {
  if (state === undefined) return [];
  return [state === "ACTIVATED" ? isNull(alerts.deactivatedAt) : isNotNull(alerts.deactivatedAt)];
}

/** Every alert that is active, of all organizations. */
export function readActiveAlerts(orm: Drizzle): (AlertLimit & { endpoint: EndpointKey })[] {
  return orm
    .select({ endpoint: alerts.endpointSeq, kind: alerts.kind, threshold: alerts.threshold })
    .from(alerts)
    .where(isNull(alerts.deactivatedAt))
    .all();
}
