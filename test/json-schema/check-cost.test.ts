import { describe, expect, test } from "bun:test";
import { checkCostOf } from "../../src/json-schema/check-cost.ts";

type Schema = Record<string, unknown>;

const isRefused = (schema: Schema, data: unknown) => checkCostOf(schema)(JSON.stringify(data));
const many = <Value>(count: number, one: (n: number) => Value) =>
  Array.from({ length: count }, (_, n) => one(n));

describe("a check that takes too long is refused before it is made:", () => {
  test.each<[what: string, schema: Schema, data: unknown]>([
    [
      "an enum of thousands",
      { properties: { a: { items: { enum: many(3000, (n) => ({ n })) } } } },
      { a: many(20_000, () => ({ n: -1 })) },
    ],
    ["alternatives", { items: { anyOf: many(1000, (n) => ({ const: n })) } }, many(500, () => 999)],
    [
      "alternatives behind a reference",
      { $defs: { one: { anyOf: many(1000, (n) => ({ const: n })) } }, items: { $ref: "#/$defs/one" } },
      many(500, () => 999),
    ],
    [
      "alternatives in alternatives",
      { items: { anyOf: many(30, () => ({ oneOf: many(30, (n) => ({ const: n })) })) } },
      many(500, () => 999),
    ],
    [
      "patterns of property names",
      { patternProperties: Object.fromEntries(many(300, (n) => [`(a|b)*c{1,20}${n}`, {}])) },
      Object.fromEntries(many(2000, (n) => [`abababab${n}`, 1])),
    ],
    [
      "a pattern of many steps on a long text",
      { properties: { a: { pattern: "([ab]*a[ab]{140}c)|([ab]*b[ab]{120}d)" } } },
      { a: "ab".repeat(100_000) },
    ],
    [
      "the length of a text, many times",
      { properties: { a: { allOf: many(1000, () => ({ maxLength: 1e6 })) } } },
      { a: "a".repeat(100_000) },
    ],
    [
      "unique items of a property in many ways",
      { allOf: many(100, () => ({ properties: { a: { uniqueItems: true, maxItems: 1000 } } })) },
      { a: many(1000, (n) => [...many(100, () => 1), n]) },
    ],
    [
      "unique items in many ways",
      { allOf: many(100, () => ({ items: { uniqueItems: true, maxItems: 1000 } })) },
      [many(1000, (n) => ({ n }))],
    ],
  ])("%s", (_, schema, data) => expect(isRefused(schema, data)).toBe(true));
});

describe("an ordinary check is made:", () => {
  const countries: Schema = {
    properties: {
      lines: {
        items: {
          properties: { country: { enum: many(250, (n) => `country ${n}`) }, n: { type: "integer" } },
        },
      },
    },
  };
  const order: Schema = {
    type: "object",
    properties: {
      ...Object.fromEntries(many(100, (n) => [`field${n}`, { type: "string", maxLength: 200 }])),
      id: { type: "string", pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{12}$" },
      state: { enum: many(50, (n) => `state${n}`) },
      lines: {
        type: "array",
        uniqueItems: true,
        maxItems: 1000,
        items: { type: "object", properties: { sku: { type: "string" }, quantity: { type: "integer" } } },
      },
    },
    required: ["id"],
  };

  test.each<[what: string, schema: Schema, data: unknown]>([
    [
      "of an order with a thousand lines",
      order,
      {
        id: "00000000-0000-000000000000",
        state: "state49",
        lines: many(1000, (n) => ({ sku: `sku-${n}`, quantity: n })),
      },
    ],
    [
      "of a message that may be of fifty kinds",
      { oneOf: many(50, (n) => ({ properties: { kind: { const: n }, text: { type: "string" } } })) },
      { kind: 49, text: "x", parts: many(500, (n) => `part ${n}`) },
    ],
    [
      "of a list with a code of many in each",
      countries,
      { lines: many(1000, (n) => ({ country: "country 249", n })) },
    ],
    [
      "of numbers without end",
      { properties: { a: { items: { type: "number" } } } },
      { a: many(300_000, () => 1) },
    ],
  ])("%s", (_, schema, data) => expect(isRefused(schema, data)).toBe(false));
});
