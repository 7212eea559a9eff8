import { validationFailed } from "../../domain/app-error.ts";
import type { Filter } from "../../domain/filter/filter.ts";
import { inspectFilter } from "../../domain/filter/filter-problems.ts";
import { filterWorkMax } from "../../domain/filter/filter-work.ts";
import type { OrganizationId } from "../../domain/id.ts";
import { patternSize } from "../../platform/linear-pattern.ts";
import type { EndpointDirectory, EndpointRecord } from "./endpoint-directory.ts";

/** By the filter's object, which an endpoint keeps until it gets another one. */
const known = new WeakMap<Filter, number>();

/**
 * Refuses a filter with which matching one event could take too long: every endpoint's regular expressions may have to
 * read every event, in the thread that accepts and delivers. What an organization has already stays; it may become less.
 */
export function requireFilterWork(
  directory: EndpointDirectory,
  organizationId: OrganizationId,
  { own, filter }: { own: EndpointRecord | null; filter: Filter | null },
): void {
  const [before, after] = [workOf(own?.row.filter ?? null), workOf(filter)];
  if (after <= before) return;
  const sum = filterWork(directory, organizationId) - before + after;
  if (sum <= filterWorkMax) return;
  const message = `brings the regular expressions of this organization's endpoints to ${sum} steps together, more than ${filterWorkMax}; use $startsWith, $endsWith or $in where they do, or shorter expressions`;
  throw validationFailed([{ path: "filter", message }]);
}

/** What the organization has. Each filter is measured once: call it before a transaction, which would hold up everybody. */
export function filterWork(directory: EndpointDirectory, organizationId: OrganizationId): number {
  let sum = 0;
  for (const { row } of directory.endpointsOf(organizationId)) sum += workOf(row.filter);
  return sum;
}

function workOf(filter: Filter | null): number {
  if (filter === null) return 0;
  const measured = known.get(filter);
  if (measured !== undefined) return measured;
  const work = inspectFilter(filter).patterns.reduce((sum, { source }) => sum + patternSize(source), 0);
  known.set(filter, work);
  return work;
}
