import { useMemo } from "react";
import type { paths } from "../../api/api-types.d.ts";
import { pagePaths } from "../../paths.ts";
import { type Filters, useFilters } from "../filters.ts";
import { windowNames, windowQuery } from "../window-filter.tsx";

/** What the message history can be narrowed to, as it stands in the address. */
const names = ["endpoint", "type", "outcome", "status", "event", ...windowNames] as const;
type AttemptFilters = Filters<(typeof names)[number]>;

/** As the API takes it: what stands in the address may have been typed by hand, and the API says what is wrong with it. */
export type AttemptQuery = NonNullable<paths["/api/v1/attempts"]["get"]["parameters"]["query"]>;

/** The message history's address, narrowed. */
export function historyPath(filters: Partial<AttemptFilters>): string {
  return `${pagePaths.messages}?${new URLSearchParams(filters)}`;
}

/** @param endpointId where the history is that of one endpoint */
export function useAttemptFilters(endpointId?: string) {
  const [filters, change] = useFilters(names);
  const { endpoint, type, outcome, status, event, span, since, until } = filters;
  // A window that ends now begins where it began when it was chosen: else every look would be at another list.
  const window = useMemo(() => windowQuery({ span, since, until }), [span, since, until]);
  const set: { [Name in keyof AttemptQuery]: string } = {
    endpointId: endpointId ?? endpoint,
    eventType: type,
    outcome,
    statusClass: status,
    eventId: event,
  };
  const given = Object.entries({ ...set, ...window }).filter(([, value]) => value !== "");
  const query = Object.fromEntries(given) as AttemptQuery;
  const isNarrowed = names.some((name) => filters[name] !== "");
  const clear = () => change(Object.fromEntries(names.map((name) => [name, ""])));
  return { filters, change, clear, query, isNarrowed };
}
