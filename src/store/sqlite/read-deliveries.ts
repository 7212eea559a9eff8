import { and, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Delivery, DeliveryStatus } from "../../domain/delivery.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { attemptsMax } from "../../domain/retry-schedule.ts";
import { toIso } from "../../domain/time.ts";
import { codeOf, deliveryStatusCodes } from "./codes.ts";
import type { Drizzle } from "./drizzle.ts";
import { deliveries, endpoints, events, typeNames } from "./schema.ts";
import { nthBelowIn, walk, withoutSeq } from "./walk.ts";

/** A list's filter with its references resolved. */
export interface DeliveryListFilter {
  endpointSeq?: number | undefined;
  eventSeq?: number | undefined;
  eventType?: string | undefined;
  status?: DeliveryStatus | undefined;
  sinceMs?: number | undefined;
  untilMs?: number | undefined;
}

/** The noun's columns, and what else a single one needs. */
const columns = {
  seq: deliveries.seq,
  id: deliveries.id,
  eventId: events.id,
  eventType: typeNames.name,
  endpointId: endpoints.id,
  status: deliveries.status,
  reason: deliveries.reason,
  attemptCount: deliveries.attemptCount,
  maxAttempts: deliveries.maxAttempts,
  nextAttemptAt: deliveries.dueAt,
  trigger: deliveries.trigger,
  lastResponseStatus: deliveries.lastResponseStatus,
  lastOutcome: deliveries.lastOutcome,
  createdAt: deliveries.createdAt,
  completedAt: deliveries.completedAt,
  retry: endpoints.retry,
};

function selectDeliveries(orm: Drizzle) {
  return orm
    .select(columns)
    .from(deliveries)
    .innerJoin(events, eq(events.seq, deliveries.eventSeq))
    .innerJoin(typeNames, eq(typeNames.seq, deliveries.typeSeq))
    .innerJoin(endpoints, eq(endpoints.seq, deliveries.endpointSeq))
    .$dynamic();
}

/** Newest first. Those of a deleted endpoint are gone at once, whatever the table still holds. */
export function listDeliveries(
  orm: Drizzle,
  organizationSeq: number,
  filter: DeliveryListFilter,
  page: PageRequest,
): Page<Delivery> {
  const walked = and(...walkedBy(organizationSeq, filter));
  const found = walk({
    list: "deliveries",
    page,
    nthBelow: nthBelowIn(orm, deliveries, walked),
    rows: ({ before, floor, limit }) =>
      selectDeliveries(orm)
        .where(
          and(
            walked,
            lt(deliveries.seq, before),
            gte(deliveries.seq, floor),
            // The sign keeps the planner from walking another index than the one the window was measured in.
            sql`+${deliveries.organizationSeq} = ${organizationSeq}`,
            isNull(endpoints.deletedAt),
            ...matching(filter),
          ),
        )
        .orderBy(desc(deliveries.seq))
        .limit(limit)
        .all(),
  });
  const { data, nextCursor } = withoutSeq(found);
  return { data: data.map(asDelivery), nextCursor };
}

/**
 * The narrowest index that serves the filter. A partial index serves only if its own condition is spelled out, and is
 * chosen over the organization's only if it is said to be the rarer one: else every row of a window's range is visited.
 */
function walkedBy(organizationSeq: number, { endpointSeq, eventSeq, status }: DeliveryListFilter): SQL[] {
  if (eventSeq !== undefined) return [eq(deliveries.eventSeq, eventSeq)];
  if (endpointSeq !== undefined) return [eq(deliveries.endpointSeq, endpointSeq)];
  const inOrganization = eq(deliveries.organizationSeq, organizationSeq);
  if (status === "failed" || status === "canceled") {
    const code = sql.raw(String(codeOf(deliveryStatusCodes, status)));
    return [
      inOrganization,
      sql`${deliveries.status} IN (2, 3)`,
      sql`likelihood(${deliveries.status} = ${code}, 0.001)`,
    ];
  }
  return [inOrganization];
}

function matching({ endpointSeq, eventType, status, sinceMs, untilMs }: DeliveryListFilter) {
  return [
    endpointSeq === undefined ? undefined : sql`+${deliveries.endpointSeq} = ${endpointSeq}`,
    eventType === undefined ? undefined : eq(typeNames.name, eventType),
    status === undefined ? undefined : sql`+${deliveries.status} = ${codeOf(deliveryStatusCodes, status)}`,
    sinceMs === undefined ? undefined : gte(deliveries.createdAt, toIso(sinceMs)),
    untilMs === undefined ? undefined : lt(deliveries.createdAt, toIso(untilMs)),
  ];
}

/** One delivery by id; null if the organization has none. */
export function readDelivery(
  orm: Drizzle,
  organizationSeq: number,
  id: string,
): { seq: number; delivery: Delivery } | null {
  const row = selectDeliveries(orm)
    .where(
      and(
        eq(deliveries.id, id),
        eq(deliveries.organizationSeq, organizationSeq),
        isNull(endpoints.deletedAt),
      ),
    )
    .get();
  if (!row) return null;
  const { seq, ...rest } = row;
  return { seq, delivery: asDelivery(rest) };
}

/** A pending delivery goes by its endpoint's present schedule; an ended one by the one it had. */
function asDelivery({ retry, ...row }: Omit<SelectedDelivery, "seq">): Delivery {
  return row.status === "pending" ? { ...row, maxAttempts: attemptsMax(retry) } : row;
}

type SelectedDelivery = ReturnType<ReturnType<typeof selectDeliveries>["all"]>[number];
