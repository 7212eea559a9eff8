import type { Alert } from "../../api/shapes.ts";
import { worstOf } from "../../parts/worst-alert.ts";

/** What is wrong with one endpoint now: of each kind of alert the worst, because one that is above 50 % is above 5 % too. */
export interface Trouble {
  endpointId: string;
  /** When the first of its alerts began. */
  since: string;
  alerts: Alert[];
}

/** The active alerts by endpoint, in the order in which the endpoints come. */
export function troublesOf(alerts: readonly Alert[]): Trouble[] {
  const byEndpoint = Map.groupBy(alerts, ({ endpointId }) => endpointId);
  return [...byEndpoint].map(([endpointId, its]) => ({
    endpointId,
    since: its.map(({ activatedAt }) => activatedAt).toSorted()[0] ?? "",
    alerts: [...Map.groupBy(its, ({ kind }) => kind).values()].map(worstOf),
  }));
}
