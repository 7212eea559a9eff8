import { useMemo } from "react";
import { pagePaths } from "../../paths.ts";
import { type Filters, useFilters } from "../filters.ts";
import { windowNames, windowQuery } from "../window-filter.tsx";

/** What the message history can be narrowed to, as it stands in the address. */
const names = ["endpoint", "type", "outcome", "status", "event", ...windowNames] as const;
type AttemptFilters = Filters<(typeof names)[number]>;

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
  const set = {
    endpointId: endpointId ?? endpoint,
    eventType: type,
    outcome,
    statusClass: status,
    eventId: event,
  };
  const query = Object.fromEntries(Object.entries({ ...set, ...window }).filter(([, value]) => value !== ""));
  const isNarrowed = names.some((name) => filters[name] !== "");
  const clear = () => change(Object.fromEntries(names.map((name) => [name, ""])));
  return { filters, change, clear, query, isNarrowed };
}
