import { type CompiledFilter, compileFilter } from "../../domain/filter/compile-filter.ts";
import type { Filter } from "../../domain/filter/filter.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { isOperational } from "../../domain/operational-event.ts";
import { compilePattern } from "../../platform/linear-pattern.ts";
import type { EndpointDirectory, EndpointRecord } from "./endpoint-directory.ts";

/** By the filter's object, which an endpoint keeps until it gets another one: compiled once, forgotten with it. */
const compiledFilters = new WeakMap<Filter, CompiledFilter>();

/**
 * Who gets an event, disabled endpoints included: whoever subscribed to its type and lets its data through; of an
 * operational event all but the endpoint that it is about.
 * @param event `data` as JSON text: it is parsed once, and only where that is needed
 */
export function subscribersOf(
  directory: EndpointDirectory,
  organizationId: OrganizationId,
  event: { type: string; data: string },
): readonly EndpointRecord[] {
  const subscribed = directory.recipientsOf(organizationId, event.type);
  const isOurs = isOperational(event.type);
  if (!isOurs && !subscribed.some(({ row }) => row.filter !== null)) return subscribed;
  const data = JSON.parse(event.data);
  const about: unknown = isOurs ? data.endpointId : null;
  return subscribed.filter((record) => record.row.id !== about && letsThrough(record, data));
}

/** Whether the endpoint's filter, if it has one, lets the parsed data through. */
export function letsThrough(
  { row: { filter } }: { row: Pick<EndpointRecord["row"], "filter"> },
  data: unknown,
): boolean {
  return filter === null || compiled(filter).failedAt(data) === null;
}

function compiled(filter: Filter): CompiledFilter {
  let ready = compiledFilters.get(filter);
  if (ready === undefined) {
    ready = compileFilter(filter, compilePattern);
    compiledFilters.set(filter, ready);
  }
  return ready;
}
