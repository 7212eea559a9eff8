import { describe, expect, test } from "bun:test";
import { compileSchema, schemaErrors } from "../../src/json-schema/data-schema.ts";

type Schema = Record<string, unknown>;

const firstError = (schema: Schema) => schemaErrors(schema)[0] ?? null;
const errorsOf = (schema: Schema, data: unknown) => {
  expect(schemaErrors(schema)).toEqual([]);
  return compileSchema(schema)(data, JSON.stringify(data));
};

describe("a schema", () => {
  test.each<[what: string, schema: Schema]>([
    ["that says nothing", {}],
    [
      "with the dialect's name and an id",
      {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $id: "https://example.com/order.json",
        type: "object",
      },
    ],
    [
      "with keywords that nobody knows, which are notes",
      { "x-owner": "billing", example: 1, type: "object" },
    ],
    ["with a format, which is a note", { properties: { at: { type: "string", format: "date-time" } } }],
    [
      "with references to definitions, also twice and nested",
      {
        $defs: { text: { type: "string" }, pair: { prefixItems: [{ $ref: "#/$defs/text" }] } },
        properties: { a: { $ref: "#/$defs/pair" }, b: { $ref: "#/$defs/pair" } },
      },
    ],
    [
      "with a reference to what is no definition",
      {
        properties: { "a/b": { type: "string" }, b: { $ref: "#/properties/a~1b" } },
      },
    ],
    [
      "with what looks like a schema inside of data",
      {
        const: { $ref: "elsewhere", pattern: "(" },
        enum: [{ uniqueItems: true }],
        default: { $ref: "#" },
        examples: [{ $anchor: "x" }],
      },
    ],
    [
      "with properties that are called like keywords",
      {
        properties: { $ref: { type: "string" }, pattern: { type: "string" }, uniqueItems: { const: true } },
      },
    ],
    ["with unique items whose number is bounded", { items: { uniqueItems: true, maxItems: 1000 } }],
    ["with a pattern in the syntax of JavaScript", { pattern: "^\\/[\\w-]+\\u00e9$" }],
    ["with a pattern of 256 characters", { pattern: "a".repeat(256) }],
  ])("%s is taken", (_, schema) => expect(schemaErrors(schema)).toEqual([]));

  test.each<[what: string, schema: Schema, path: string, message: string]>([
    [
      "of another dialect",
      { $schema: "http://json-schema.org/draft-07/schema#" },
      "schema.$schema",
      "2020-12",
    ],
    ["that is none", { type: "objekt" }, "schema.type", "must be"],
    ["with a list of items", { items: [{}] }, "schema.items", "must be"],
    ["with a remote reference", { $ref: "https://example.com/s.json" }, "schema.$ref", "in this document"],
    [
      "with a reference to nothing",
      { properties: { a: { $ref: "#/$defs/b" } } },
      "schema.properties.a.$ref",
      "must lead",
    ],
    ["with a reference into data", { default: { a: {} }, $ref: "#/default/a" }, "schema.$ref", "must lead"],
    [
      "that refers to itself",
      { properties: { next: { $ref: "#" } } },
      "schema.properties.next.$ref",
      "recursive",
    ],
    [
      "that refers to itself by way of others",
      {
        $defs: { a: { items: { $ref: "#/$defs/b" } }, b: { anyOf: [{ $ref: "#/$defs/a" }] } },
      },
      "schema.$defs.",
      "recursive",
    ],
    ["with an anchor", { $defs: { a: { $anchor: "x" } } }, "schema.$defs.a.$anchor", "is not taken"],
    ["whose check would not answer at once", { $async: true }, "schema.$async", "is not taken"],
    [
      "with a definition whose check would not answer at once",
      { $defs: { a: { $async: true } } },
      "schema.$defs.a.$async",
      "is not taken",
    ],
    ["with a dynamic reference", { $dynamicRef: "#x" }, "schema.$dynamicRef", "is not taken"],
    [
      "with an id below its root",
      { $defs: { a: { $id: "https://example.com/a" } } },
      "schema.$defs.a.$id",
      "root only",
    ],
    ["with a pattern of 257 characters", { pattern: "a".repeat(257) }, "schema.pattern", "256 characters"],
    ["with a look-ahead", { properties: { a: { pattern: "(?=a)" } } }, "schema.properties.a.pattern", "RE2"],
    ["with a back-reference", { pattern: "(a)\\1" }, "schema.pattern", "RE2"],
    ["with nested repetitions", { pattern: "((a{30}){30}){30}" }, "schema.pattern", "invalid repeat"],
    [
      "with a pattern of many steps",
      { pattern: "(?:a{100}b{100}){9}" },
      "schema.pattern",
      "repeats too much",
    ],
    [
      "with a property pattern that is none",
      { patternProperties: { "(": {} } },
      "schema.patternProperties",
      "RE2",
    ],
    ["with 51 patterns", { allOf: Array(51).fill({ pattern: "^a$" }) }, "schema", "more than 50"],
    ["with unique items without end", { uniqueItems: true }, "schema.uniqueItems", "maxItems"],
    [
      "with too many unique items",
      { uniqueItems: true, maxItems: 1001 },
      "schema.uniqueItems",
      "at most 1000",
    ],
  ])("%s is refused at its place", (_, schema, path, message) => {
    const error = firstError(schema);
    expect(error?.path).toStartWith(path);
    expect(error?.message).toContain(message);
  });

  test("whose references double each other is refused before it is written out", () => {
    const $defs: Schema = { d0: { type: "string" } };
    for (let n = 1; n < 60; n++)
      $defs[`d${n}`] = { allOf: [{ $ref: `#/$defs/d${n - 1}` }, { $ref: `#/$defs/d${n - 1}` }] };
    expect(firstError({ $defs, $ref: "#/$defs/d59" })).toMatchObject({
      path: "schema",
      message: expect.stringContaining("too large"),
    });
  });
});

describe("data that breaks its schema", () => {
  test("is found at once also where a schema that was stored earlier asks for a promise", () => {
    const check = compileSchema({ $async: true, properties: { a: { type: "string" } } });
    expect(check({ a: 1 }, '{"a":1}')).toEqual([{ path: "data.a", message: "must be string" }]);
  });

  const order: Schema = {
    type: "object",
    properties: {
      id: { type: "string", pattern: "^o-[0-9]+$" },
      items: {
        type: "array",
        items: { type: "object", properties: { n: { type: "integer", minimum: 1 } }, required: ["n"] },
      },
      state: { enum: ["new", "paid"] },
      kind: { const: "order" },
      "a/b": { type: "string" },
    },
    required: ["id"],
    additionalProperties: false,
  };

  test.each<[data: unknown, path: string, message: string]>([
    [{}, "data.id", "is required by the schema"],
    [{ id: 1 }, "data.id", "must be string"],
    [{ id: "x" }, "data.id", "must match pattern"],
    [{ id: "o-1", items: [{ n: 1 }, {}] }, "data.items.1.n", "is required by the schema"],
    [{ id: "o-1", items: [{ n: 0 }] }, "data.items.0.n", "must be >= 1"],
    [{ id: "o-1", state: "old" }, "data.state", 'must be one of ["new","paid"]'],
    [{ id: "o-1", kind: "x" }, "data.kind", 'must be "order"'],
    [{ id: "o-1", extra: 1 }, "data.extra", "is not in the schema"],
    [{ id: "o-1", "a/b": 1 }, "data.a/b", "must be string"],
    [[], "data", "must be object"],
  ])("%j is told at its place", (data, path, message) => {
    const [error] = errorsOf(order, data);
    expect(error?.path).toBe(path);
    expect(error?.message).toStartWith(message);
  });

  test("data that fits has no errors", () => {
    expect(errorsOf(order, { id: "o-1", items: [{ n: 2 }], state: "paid" })).toEqual([]);
  });

  test("a pattern that the runtime gives up on is answered rightly and at once", () => {
    const check = compileSchema({ properties: { a: { pattern: "^(a+)+$" } } });
    const text = "a".repeat(100_000);
    expect(check({ a: text }, text)).toEqual([]);
    expect(check({ a: `${text}!` }, text)).toHaveLength(1);
  });

  test("each pattern is tested as itself", () => {
    const properties = { a: { pattern: "^a+$" }, b: { pattern: "^b+$" } };
    expect(errorsOf({ properties }, { a: "aa", b: "bb" })).toEqual([]);
    expect(errorsOf({ properties }, { a: "aa", b: "aa" })).toMatchObject([{ path: "data.b" }]);
    expect(errorsOf({ patternProperties: { "^c": { pattern: "^c+$" } } }, { cc: "cb", b: 1 })).toMatchObject([
      { path: "data.cc" },
    ]);
  });

  test("data with more values than can be checked in time is refused", () => {
    const check = compileSchema({ properties: { n: { items: { enum: Array(1000).fill({ a: 1 }) } } } });
    const few = '{"n":[{"a":1},{"a":1}]}';
    const many = JSON.stringify({ n: Array(20_000).fill({ a: 1 }) });
    expect(check(JSON.parse(few), few)).toEqual([]);
    expect(check(JSON.parse(many), many)).toMatchObject([{ path: "data" }]);
  });

  test("two schemas with one id do not get in each other's way", () => {
    const $id = "https://example.com/one.json";
    const one = compileSchema({ $id, type: "object" });
    const other = compileSchema({ $id, type: "string" });
    expect([one({}, "{}"), other("", '""')]).toEqual([[], []]);
  });
});
