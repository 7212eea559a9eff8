import type { Page, PageRequest } from "../../domain/page.ts";
import { decodeCursor } from "./cursor.ts";
import type { Drizzle } from "./drizzle.ts";
import { listAlerts, readActiveAlerts } from "./read-alerts.ts";
import { listAttempts, listAttemptsOfDelivery } from "./read-attempts.ts";
import { listAuditLog } from "./read-audit-log.ts";
import { listEventTypes } from "./read-catalogue.ts";
import { readCongestion } from "./read-congestion.ts";
import { listDeliveries } from "./read-deliveries.ts";
import { listEndpoints, readOldestDue } from "./read-endpoints.ts";
import { listEvents } from "./read-events.ts";
import { readExpirable } from "./read-expirable.ts";
import { readInventory } from "./read-inventory.ts";
import { listOrganizations } from "./read-organizations.ts";
import { listSourceRequests, listSources } from "./read-sources.ts";
import { listStatistics, readEndpointStatistics, readSuccessRate24h } from "./read-statistics.ts";
import { findAttemptPlace, tallyAttempts } from "./read-tallies.ts";
import { countTaskWork, findTaskWork } from "./read-task-work.ts";
import { listTasks } from "./read-tasks.ts";

/** Every list, as a function of a connection: the same code runs in the worker and, in tests, beside the writer. */
export const lists = {
  events: listEvents,
  eventTypes: listEventTypes,
  deliveries: listDeliveries,
  attempts: listAttempts,
  attemptsOfDelivery: listAttemptsOfDelivery,
  endpoints: listEndpoints,
  auditLog: listAuditLog,
  organizations: listOrganizations,
  statistics: listStatistics,
  endpointStatistics: readEndpointStatistics,
  successRate24h: readSuccessRate24h,
  expirable: readExpirable,
  /** What an operator watches, counted. */
  inventory: readInventory,
  oldestDue: readOldestDue,
  sources: listSources,
  sourceRequests: listSourceRequests,
  tasks: listTasks,
  taskWork: findTaskWork,
  taskCount: countTaskWork,
  congestion: readCongestion,
  alerts: listAlerts,
  /** What alerts are decided by. */
  activeAlerts: readActiveAlerts,
  attemptTallies: tallyAttempts,
  attemptPlace: findAttemptPlace,
};

export type ListName = keyof typeof lists;
export type ListArguments<Name extends ListName> =
  Parameters<(typeof lists)[Name]> extends [Drizzle, ...infer Rest] ? Rest : never;
export type ListReply<Name extends ListName> = ReturnType<(typeof lists)[Name]>;

/** Runs lists away from the thread that accepts and delivers. */
export interface Reader {
  read<Name extends ListName>(list: Name, ...args: ListArguments<Name>): Promise<ListReply<Name>>;
  close(): void;
}

/** Runs lists in the calling thread: for the simulation, where every step must be in a fixed order. */
export function createInlineReader(orm: Drizzle): Reader {
  return {
    read: async (list, ...args) => runList(orm, list, args),
    close() {},
  };
}

/** Calls a list by its name. */
export function runList<Name extends ListName>(
  orm: Drizzle,
  list: Name,
  args: ListArguments<Name>,
): ListReply<Name> {
  // The compiler cannot follow that a name and its arguments belong together.
  const run = lists[list] as unknown as (orm: Drizzle, ...args: ListArguments<Name>) => ListReply<Name>;
  return run(orm, ...args);
}

/** What a filter gives that names something unknown or foreign. A damaged cursor is refused all the same. */
export function emptyPage(list: ListName, { cursor }: PageRequest): Page<never> {
  decodeCursor(list, cursor);
  return { data: [], nextCursor: null };
}
