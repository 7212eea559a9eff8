import type { AlertKind } from "../domain/alert.ts";
import type { EndpointStatus } from "../domain/endpoint.ts";

/** What waits to be delivered, over all organizations. */
export interface Backlog {
  /** Of endpoints that are not disabled, whenever they are due. */
  pending: number;
  /** Of those the ones whose time has come and whose endpoint is active. */
  due: number;
  /** When the oldest of these was due; null: there are none. */
  oldestDueAtMs: number | null;
}

/** How much there is of what an operator watches, over all organizations. */
export interface Inventory {
  organizations: number;
  endpoints: Record<EndpointStatus, number>;
  /** Recoveries and replays that run. */
  tasks: number;
  /** Fan-outs, cancellations and deletions of which there are steps left. */
  chores: number;
  activeAlerts: Record<AlertKind, number>;
  backlog: Backlog;
}

export interface InventoryVerbs {
  readInventory(nowMs: number): Promise<Inventory>;
}
