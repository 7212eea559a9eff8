import { expect, test } from "bun:test";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { compileFilter } from "../../../src/domain/filter/compile-filter.ts";
import { inspectFilter } from "../../../src/domain/filter/filter-problems.ts";

/**
 * The filter once more, as naively as docs/filters.md says it: every path through the data is listed first, then
 * compared with the path of the condition. No shared code with the real one.
 */
interface Leaf {
  /** Ways to name this value: through a list by number, or without naming it. */
  path: string[];
  value: unknown;
}

function leavesOf(value: unknown, path: string[]): Leaf[] {
  const own: Leaf[] = [{ path, value }];
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      own.push(...leavesOf(element, [...path, String(index)]));
      // The element stands for itself at the list's own path.
      own.push({ path, value: element });
      if (!Array.isArray(element)) own.push(...leavesOf(element, path).slice(1));
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) own.push(...leavesOf(member, [...path, name]));
  }
  return own;
}

function naive(filter: Record<string, unknown>, data: unknown): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === "$and") return (condition as never[]).every((one) => naive(one, data));
    if (name === "$or") return (condition as never[]).some((one) => naive(one, data));
    if (name === "$not") return !naive(condition as Record<string, unknown>, data);
    const values = leavesOf(data, [])
      .filter(({ path }) => path.join(".") === name)
      .map(({ value }) => value);
    return naiveCondition(condition, values);
  });
}

function naiveCondition(condition: unknown, values: unknown[]): boolean {
  const isOperators =
    typeof condition === "object" &&
    condition !== null &&
    !Array.isArray(condition) &&
    Object.keys(condition).some((key) => key[0] === "$");
  if (!isOperators) return values.some((value) => same(value, condition));
  return Object.entries(condition).every(([operator, operand]) => {
    const sameType = values.filter((value) => typeof value === typeof operand) as number[];
    switch (operator) {
      case "$eq":
        return values.some((value) => same(value, operand));
      case "$ne":
        return !values.some((value) => same(value, operand));
      case "$in":
        return values.some((value) => operand.some((one: unknown) => same(value, one)));
      case "$nin":
        return !values.some((value) => operand.some((one: unknown) => same(value, one)));
      case "$gt":
        return sameType.some((value) => value > operand);
      case "$gte":
        return sameType.some((value) => value >= operand);
      case "$lt":
        return sameType.some((value) => value < operand);
      case "$lte":
        return sameType.some((value) => value <= operand);
      case "$exists":
        return operand ? values.length > 0 : values.length === 0;
      case "$regex":
        return values.some((value) => typeof value === "string" && new RegExp(operand).test(value));
      case "$startsWith":
        return values.some((value) => typeof value === "string" && value.indexOf(operand) === 0);
      case "$endsWith":
        return values.some((value) => typeof value === "string" && value.slice(-operand.length) === operand);
      case "$not":
        return !naiveCondition(operand, values);
      default:
        throw new Error(operator);
    }
  });
}

/** -0 is 0 in JSON. */
function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}

/** Few names and values, so that conditions meet what they are about. */
const name = fc.constantFrom("a", "b", "0", "1");
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, 0, 1, 2, -1.5, "", "a", "ab", "b", "1"),
  fc.integer({ min: -3, max: 3 }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3 }),
  ),
}));
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
const comparable = fc.constantFrom<string | number>(-1, 0, 1, 2, "", "a", "ab", "b");
const text = fc.constantFrom("a", "b", "ab");
const list = fc.array(value, { minLength: 1, maxLength: 3 });
const { operatorObject, filter } = fc.letrec<{
  operatorObject: Record<string, unknown>;
  filter: Record<string, unknown>;
}>((tie) => ({
  operatorObject: fc.oneof(
    { depthSize: "small" },
    fc.record({ $eq: value }),
    fc.record({ $ne: value }),
    fc.record({ $in: list }),
    fc.record({ $nin: list }),
    fc.record({ $gt: comparable, $lte: comparable }, { requiredKeys: ["$gt"] }),
    fc.record({ $lt: comparable, $gte: comparable }, { requiredKeys: ["$lt"] }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $regex: fc.constantFrom("a", "^a", "b$", "^$", "[ab]{2}") }),
    fc
      .record({ $startsWith: text, $endsWith: text }, { requiredKeys: [] })
      .filter((one) => "$startsWith" in one || "$endsWith" in one),
    fc.record({ $not: tie("operatorObject") }),
  ),
  filter: fc.oneof(
    { depthSize: "small" },
    fc.dictionary(path, fc.oneof(value, tie("operatorObject")), { maxKeys: 3 }),
    fc.record({ $and: fc.array(tie("filter"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ $or: fc.array(tie("filter"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ $not: tie("filter") }),
  ),
}));
const data = fc.dictionary(name, value, { maxKeys: 4 });
const compilePattern = (source: string) => ({ test: (subject: string) => new RegExp(source).test(subject) });

test("a filter passes exactly what a naive reading of its page passes", () => {
  fc.assert(
    fc.property(filter, data, (one, about) => {
      fc.pre(inspectFilter(one).problems.length === 0);
      expect(compileFilter(one, compilePattern).failedAt(about) === null).toBe(naive(one, about));
    }),
    { numRuns: 5000 },
  );
});

test("a condition and its negation never agree, whatever the data", () => {
  fc.assert(
    fc.property(path, operatorObject, data, (at, condition, about) => {
      const passes = (one: Record<string, unknown>) =>
        compileFilter(one, compilePattern).failedAt(about) === null;
      expect(passes({ [at]: condition })).not.toBe(passes({ $not: { [at]: condition } }));
      expect(passes({ [at]: condition })).not.toBe(passes({ [at]: { $not: condition } }));
    }),
    { numRuns: 2000 },
  );
});

test("any JSON is either refused with a path into it, or judged without an error", () => {
  const anyName = fc.oneof(
    name,
    fc.constantFrom("$and", "$or", "$not", "$gt", "$in", "$regex", "__proto__", "", "a..b"),
  );
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "medium" },
      scalar,
      fc.array(tie("any"), { maxLength: 2 }),
      fc.dictionary(anyName, tie("any"), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(anyName, any), data, (one, about) => {
      const { problems, patterns } = inspectFilter(one);
      for (const { path: at } of [...problems, ...patterns]) {
        let found: unknown = one;
        for (const part of at) found = (found as Record<string, unknown>)[part];
        expect(found).not.toBeUndefined();
      }
      if (problems.length === 0) compileFilter(one, compilePattern).failedAt(about);
    }),
    { numRuns: 3000 },
  );
});
