import { describe, expect, test } from "bun:test";
import { filterInput } from "../../../src/domain/filter/filter.ts";
import { inspectFilter } from "../../../src/domain/filter/filter-problems.ts";
import { refusals } from "../../support/refusals.ts";

const conditions = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));
const nested = (levels: number): object => (levels === 0 ? {} : { $not: nested(levels - 1) });

const refused: [what: string, filter: unknown, sentence: string][] = [
  ["a list", [], ": must be a JSON object"],
  ["a text", "a", ': must be a JSON object (got "a")'],
  ["an unknown operator", { a: { $size: 1 } }, "a.$size: is not an operator; use one of $eq, $ne,"],
  [
    "Mongo's options",
    { a: { $regex: "x", $options: "i" } },
    "a.$options: is not an operator; write options into",
  ],
  [
    "an operator without a field",
    { $gt: 5 },
    '$gt: belongs to a field: {"customer.country": {"$gt": …}} (got 5)',
  ],
  ["an unknown combination", { $nor: [] }, "$nor: is not an operator here; $and, $or and $not combine"],
  ["a combination in a field", { a: { $or: [] } }, "a.$or: combines whole filters"],
  ["operators beside other members", { a: { $gt: 1, b: 2 } }, "a.b: stands beside operators"],
  ["operators below a value", { a: { b: { $gt: 1 } } }, "a: must not hold operators further down"],
  ["an empty $and", { $and: [] }, "$and: must be a list of at least one filter"],
  ["an $or that is no list", { $or: { a: 1 } }, "$or: must be a list of at least one filter"],
  ["an $or of no filters", { $or: [{ a: 1 }, 2] }, "$or.1: must be a filter: a JSON object"],
  ["a $not that is no filter", { $not: 1 }, "$not: must be a filter: a JSON object"],
  ["a $not of a value", { a: { $not: 5 } }, "a.$not: must hold operators"],
  ["an empty $not", { a: { $not: {} } }, "a.$not: must hold operators"],
  ["an empty path", { "": 1 }, ": must be a path"],
  ["a path with an empty part", { "a..b": 1 }, "a..b: must be a path"],
  ["a path of 257 characters", { ["x".repeat(257)]: 1 }, `${"x".repeat(257)}: must be a path of at most 256`],
  ["$gt of a list", { a: { $gt: [1] } }, "a.$gt: must be a number or a text"],
  ["$lte of null", { a: { $lte: null } }, "a.$lte: must be a number or a text"],
  ["$in of a value", { a: { $in: 1 } }, "a.$in: must be a list of at least one value"],
  ["$nin of nothing", { a: { $nin: [] } }, "a.$nin: must be a list of at least one value"],
  ["$exists of a number", { a: { $exists: 1 } }, "a.$exists: must be true or false"],
  ["$regex of a number", { a: { $regex: 1 } }, "a.$regex: must be a regular expression as text"],
  ["an empty $regex", { a: { $regex: "" } }, "a.$regex: must be a regular expression as text"],
  [
    "a $regex of 257 characters",
    { a: { $regex: "x".repeat(257) } },
    "a.$regex: must be at most 256 characters",
  ],
  ["$startsWith of a number", { a: { $startsWith: 1 } }, "a.$startsWith: must be a text"],
  ["101 conditions", conditions(101), ": must have at most 100 conditions"],
  ["16 levels and one", nested(16), ": must be nested at most 16 levels deep"],
  ["a value 100,000 levels deep", { a: JSON.parse("[".repeat(1e5) + "]".repeat(1e5)) }, ": must be nested"],
  ["8,193 bytes", { a: "x".repeat(8193 - 8) }, ": must be at most 8192 bytes"],
  [
    "6 regular expressions",
    { $or: Array.from({ length: 6 }, () => ({ a: { $regex: "x" } })) },
    ": must have at most 5 regular expressions",
  ],
];

describe("a filter", () => {
  test.each(refused)("is refused: %s", (_, filter, sentence) => {
    expect(refusals(filterInput, filter)[0]).toStartWith(sentence);
  });

  test.each<[string, object]>([
    ["nothing", {}],
    ["100 conditions", conditions(100)],
    ["15 levels below the first", nested(15)],
    ["8,192 bytes", { a: "x".repeat(8192 - 8) }],
    ["any value to equal", { a: { $eq: { b: { $gt: 1 } } } }],
    ["a path whose parts begin with $", { "a.$b": 1 }],
  ])("is taken: %s", (_, filter) => expect(refusals(filterInput, filter)).toEqual([]));

  test("names every problem at its place", () => {
    const { problems } = inspectFilter({ "a.b": { $gt: [] }, $or: [{ c: { $in: 1 } }] });
    expect(problems.map(({ path }) => path)).toEqual([
      ["a.b", "$gt"],
      ["$or", "0", "c", "$in"],
    ]);
  });
});
