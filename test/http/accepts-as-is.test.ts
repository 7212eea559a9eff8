import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { z } from "zod";
import { publishedEvent, publishInput } from "../../src/domain/event.ts";
import { batchInput } from "../../src/domain/event-batch.ts";
import { acceptsAsIs } from "../../src/http/accepts-as-is.ts";
import { routes } from "../../src/http/route-table.ts";
import { exampleOf } from "../../src/http/schema-example.ts";

/** Values at the edge of what schemas check, to put where an example has others. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    null,
    undefined,
    "",
    "a",
    "\u{1f600}",
    "a.b",
    "x".repeat(129),
    0,
    -1,
    1.5,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    true,
  ),
  fc.constantFrom(
    [],
    {},
    [1],
    { __proto__: null },
    "2026-05-13T12:46:25.000Z",
    "2026-05-13T12:46:25Z",
    Number.NaN,
  ),
);

/** The example with something replaced, added or left out, anywhere in it. */
function mutated(example: unknown): fc.Arbitrary<unknown> {
  if (typeof example !== "object" || example === null) return fc.oneof(fc.constant(example), odd);
  if (Array.isArray(example)) {
    const items = fc.tuple(...example.map(mutated));
    return fc.oneof(
      { weight: 4, arbitrary: items },
      items.map((some) => [...some, ...some]),
      odd,
    );
  }
  const names = Object.keys(example);
  const changed = fc
    .record({
      members: fc.tuple(...names.map((name) => mutated((example as Record<string, unknown>)[name]))),
      without: fc.option(fc.constantFrom(...names, "none"), { freq: 4 }),
      extra: fc.option(fc.tuple(fc.constantFrom("extra", "__proto__", "id", "uid"), odd), { freq: 4 }),
    })
    .map(({ members, without, extra }) => {
      const entries = names.map((name, at) => [name, members[at]] as const);
      const kept = entries.filter(([name]) => name !== without);
      return Object.fromEntries(extra === null ? kept : [...kept, extra]);
    });
  return fc.oneof({ weight: 6, arbitrary: changed }, odd);
}

const schemas = routes.flatMap((route) => [
  ...(route.body === null
    ? []
    : [{ name: `${route.operationId}: body`, schema: route.body, example: route.bodyExample }]),
  ...Object.entries(route.responses).flatMap(([status, { schema, example }]) =>
    schema === undefined ? [] : [{ name: `${route.operationId}: ${status}`, schema, example }],
  ),
]);

describe("what is accepted as it is, the schema takes and gives back unchanged", () => {
  for (const { name, schema, example } of schemas) {
    test(name, () => {
      const accepts = acceptsAsIs(schema);
      fc.assert(
        fc.property(mutated(example ?? exampleOf(schema)), (value) => {
          if (!accepts(value)) return;
          const parsed = schema.safeParse(value);
          expect(parsed.success).toBe(true);
          expect(parsed.data).toEqual(value);
        }),
        { numRuns: 200 },
      );
    });
  }
});

describe("accepted as it is", () => {
  test("is every plain event, and its reply", () => {
    expect(acceptsAsIs(publishInput)(exampleOf(publishInput))).toBe(true);
    expect(acceptsAsIs(publishInput)({ data: { a: 1 }, type: "a.b" })).toBe(true);
    expect(acceptsAsIs(publishedEvent)(exampleOf(publishedEvent))).toBe(true);
    expect(acceptsAsIs(batchInput)(exampleOf(batchInput))).toBe(true);
  });

  test("is nothing with a field that the schema does not name, so that no reply can leak one", () => {
    expect(acceptsAsIs(publishedEvent)({ ...(exampleOf(publishedEvent) as object), secret: "whsec_a" })).toBe(
      false,
    );
    expect(acceptsAsIs(z.object({ a: z.object({}) }))({ a: { secret: "whsec_a" } })).toBe(false);
  });

  test("is nothing that the schema would change", () => {
    const changing: [schema: z.ZodType, value: unknown][] = [
      [z.object({ a: z.int().default(1) }), {}],
      [z.string().trim(), "a"],
      [z.string().toLowerCase(), "A"],
      [z.coerce.number(), 1],
      [z.string().transform(Number), "1"],
      [z.union([z.object({ a: z.int().optional() }), z.object({ b: z.int() })]), { b: 1 }],
      [z.record(z.string(), z.int()), { a: 1 }],
      [z.stringbool(), "true"],
    ];
    expect(changing.map(([schema, value]) => acceptsAsIs(schema)(value))).toEqual(changing.map(() => false));
  });

  test("is no text that is too long, too short or of another form", () => {
    expect(acceptsAsIs(z.string().max(2))("abc")).toBe(false);
    // Two units, one character.
    expect(acceptsAsIs(z.string().min(2))("\u{1f600}")).toBe(false);
    expect(acceptsAsIs(z.string().regex(/^a$/))("b")).toBe(false);
    expect(acceptsAsIs(z.string().regex(/^a$/g))("a")).toBe(false);
    expect(acceptsAsIs(z.url())("https://a.example")).toBe(false);
    expect(acceptsAsIs(z.string().refine((text) => text !== "a"))("a")).toBe(false);
  });

  test("is no number beyond its bounds, and no field of another kind", () => {
    expect([0, 1, 3, 4].map(acceptsAsIs(z.int().min(1).max(3)))).toEqual([false, true, true, false]);
    expect([0, 1, 3].map(acceptsAsIs(z.number().gt(0).lt(3)))).toEqual([false, true, false]);
    expect(acceptsAsIs(z.object({ a: z.int() }))(Object.create({ a: "1" }))).toBe(false);
    expect(acceptsAsIs(z.object({ a: z.int().nullable() }))({ a: undefined })).toBe(false);
  });
});
