import { validationFailed } from "../domain/app-error.ts";
import { compileFilter } from "../domain/filter/compile-filter.ts";
import type { FilterTest, FilterTestInput } from "../domain/filter/filter.ts";
import { compilePattern } from "../platform/linear-pattern.ts";
import { patternProblems } from "./filter-patterns.ts";

/** Tries a filter on an event; nothing is stored. */
export function testFilter({ filter, event }: FilterTestInput): FilterTest {
  const errors = patternProblems(filter);
  if (errors.length > 0) throw validationFailed(errors);
  const failedAt = compileFilter(filter, compilePattern).failedAt(event.data);
  return { matches: failedAt === null, failedAt };
}
