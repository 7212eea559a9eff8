import { expect, test } from "bun:test";
import { join } from "node:path";
import { compileFilter } from "../../../src/domain/filter/compile-filter.ts";
import { inspectFilter } from "../../../src/domain/filter/filter-problems.ts";
import { operators } from "../../../src/domain/filter/operators.ts";
import { compilePattern } from "../../../src/platform/linear-pattern.ts";

/** The published table: what it promises is what is tested. */
const page = await Bun.file(join(import.meta.dir, "../../../docs/filters.md")).text();
const rows = [...page.matchAll(/^\| `(\{.*\})` *\| `(\{.*\})` *\| (yes|no) *\|$/gm)].map(
  ([, filter = "", data = "", passes = ""]) => [filter, data, passes] as const,
);

test.each(rows)("%s of %s: %s", (filter, data, passes) => {
  const parsed = JSON.parse(filter);
  expect(inspectFilter(parsed).problems).toEqual([]);
  const failedAt = compileFilter(parsed, compilePattern).failedAt(JSON.parse(data));
  expect(failedAt === null ? "yes" : "no").toBe(passes as "yes" | "no");
});

test("the table has every operator, where it passes and where it does not", () => {
  const missing = [...Object.keys(operators), "$and", "$or", "$not"].filter((name) =>
    ["yes", "no"].some((passes) => !rows.some((row) => row[0].includes(`"${name}"`) && row[2] === passes)),
  );
  expect(missing).toEqual([]);
});
