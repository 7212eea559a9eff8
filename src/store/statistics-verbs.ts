import type { OrganizationId } from "../domain/id.ts";
import type {
  EndpointStatistics,
  ListedStatistics,
  StatisticsGroup,
  StatisticsInterval,
  StatisticsWindow,
} from "../domain/statistics.ts";
import type { Reference } from "./reference.ts";

export interface StatisticsQuery {
  /** Intervals with nothing of this kind are left out. */
  of: "deliveries" | "events";
  interval: StatisticsInterval;
  groupBy: StatisticsGroup;
  /** Of whole intervals. */
  window: StatisticsWindow;
  endpointId?: Reference | undefined;
  eventType?: string | undefined;
}

/**
 * Counters by hour and day, kept in the same transactions as the rows that they count, and longer than these. A
 * delivery counts, however long it takes, in the hour in which it was created. Tests count nowhere.
 */
export interface StatisticsVerbs {
  /** @param window of whole intervals */
  getEndpointStatistics(
    organizationId: OrganizationId,
    reference: Reference,
    window: StatisticsWindow,
    interval: StatisticsInterval,
  ): Promise<EndpointStatistics>;
  /**
   * Oldest first. What a deleted endpoint got stays in the counts by type and in all; it is no group of its own any
   * more. More rows than a reply may have are `validation_failed`.
   */
  listStatistics(organizationId: OrganizationId, query: StatisticsQuery): Promise<ListedStatistics[]>;
}
