import { describe, expect, test } from "bun:test";
import { compileFilter } from "../../../src/domain/filter/compile-filter.ts";
import { patternReadsMax } from "../../../src/domain/filter/operators.ts";
import { elementsMax, reachedValues } from "../../../src/domain/filter/reached-values.ts";
import { compilePattern } from "../../../src/platform/linear-pattern.ts";

const failedAt = (filter: Record<string, unknown>, data: unknown) =>
  compileFilter(filter, compilePattern).failedAt(data);

describe("where a filter failed", () => {
  const cases: [filter: Record<string, unknown>, data: object, path: string | null][] = [
    [{ a: 1, "b.c": 2 }, { a: 1, b: { c: 2 } }, null],
    [{ a: 1, "b.c": 2 }, { a: 1, b: { c: 3 } }, "b.c"],
    [{ a: 1, "b.c": 2 }, {}, "a"],
    [{ a: { $gt: 1, $lt: 3 } }, { a: 4 }, "a"],
    [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1 }, "b"],
    [{ a: 1, $or: [{ b: 1 }, { b: 2 }] }, { a: 1 }, "$or"],
    [{ $not: { a: 1 } }, { a: 1 }, "$not"],
  ];
  for (const [filter, data, path] of cases) {
    test(`${JSON.stringify(filter)} of ${JSON.stringify(data)}: ${path}`, () => {
      expect(failedAt(filter, data)).toBe(path);
    });
  }
});

test("a name that every object inherits is not there unless the data has it", () => {
  for (const name of ["constructor", "toString", "__proto__", "length"]) {
    expect(failedAt({ [name]: { $exists: false } }, { a: 1 })).toBeNull();
  }
  expect(failedAt({ "a.length": { $exists: false } }, { a: "text" })).toBeNull();
  expect(failedAt(JSON.parse('{"__proto__.x":1}'), JSON.parse('{"__proto__":{"x":1}}'))).toBeNull();
});

describe("the work of a filter", () => {
  test("a path looks at the first 1,000 elements, all lists together", () => {
    const list = Array.from({ length: 5000 }, (_, n) => n);
    expect(failedAt({ a: elementsMax - 1 }, { a: list })).toBeNull();
    expect(failedAt({ a: elementsMax }, { a: list })).toBe("a");
    const rows = Array.from({ length: 200 }, () => ({ b: list.slice(0, 10) }));
    expect(reachedValues({ a: rows }, ["a", "b"]).length).toBeLessThanOrEqual(elementsMax);
  });

  test("a $regex reads the first 4,096 characters", () => {
    const long = "x".repeat(patternReadsMax - 1);
    expect(failedAt({ a: { $regex: "y" } }, { a: `${long}y` })).toBeNull();
    expect(failedAt({ a: { $regex: "y" } }, { a: `${long}xy` })).toBe("a");
    expect(failedAt({ a: { $regex: "y" } }, { a: [long, "xy"] })).toBe("a");
  });
});
