import type { FieldError } from "../domain/app-error.ts";
import type { Filter } from "../domain/filter/filter.ts";
import { inspectFilter } from "../domain/filter/filter-problems.ts";
import { patternProblem } from "../platform/linear-pattern.ts";

/** What is wrong with a filter's regular expressions; the rest of it has been checked. */
export function patternProblems(filter: Filter | null): FieldError[] {
  if (filter === null) return [];
  return inspectFilter(filter).patterns.flatMap(({ path, source }) => {
    const message = patternProblem(source);
    return message === null ? [] : [{ path: ["filter", ...path].join("."), message }];
  });
}
