import { expect, test } from "bun:test";
import { endpointInput } from "../../src/domain/endpoint.ts";
import { publishInput } from "../../src/domain/event.ts";
import { checkAgainst } from "../../src/http/field-errors.ts";

const good = { url: "https://hooks.example.com/in", eventTypes: ["*"] };

const cases: [name: string, value: unknown, path: string, message: string][] = [
  ["a missing field is required", { url: good.url }, "eventTypes", "is required"],
  [
    "an unknown field names the one that was meant",
    { ...good, evenTypes: [] },
    "evenTypes",
    'is not a field here; did you mean "eventTypes"?',
  ],
  [
    "an unknown field that resembles none is only unknown",
    { ...good, colour: 1 },
    "colour",
    "is not a field here",
  ],
  [
    "an unknown field inside a field has its whole path",
    { ...good, retry: { preset: "none", presett: "none" } },
    "retry.presett",
    'is not a field here; did you mean "preset"?',
  ],
  [
    "a wrong type says what it must be and what came",
    { ...good, description: 7 },
    "description",
    "must be text (got 7)",
  ],
  [
    "an item of a list has its index",
    { ...good, eventTypes: ["a", "B"] },
    "eventTypes.1",
    `must be an event type, '*', or a type that ends in '.*', such as message.* (got "B")`,
  ],
  [
    "one of few values lists them",
    { ...good, retry: { preset: "fast" } },
    "retry.preset",
    'must be one of standard, short, extended, none, custom (got "fast")',
  ],
  [
    "a wrong secret is not repeated",
    { ...good, secret: "whsec_x" },
    "secret",
    expect.not.stringContaining("whsec_x") as never,
  ],
  [
    "a wrong header's value is not repeated",
    { ...good, headers: { "X-A": "a\nb" } },
    "headers.X-A",
    expect.not.stringContaining("got") as never,
  ],
  [
    "a wrong name in a map says so",
    { ...good, metadata: { "": "x" } },
    "metadata.",
    'has a name that must not be empty (got "x")',
  ],
  ["a body that is no object has the empty path", [], "", "must be a JSON object"],
];
for (const [name, value, path, message] of cases) {
  test(name, () => {
    const result = checkAgainst(endpointInput, value, "field");
    expect(result).toEqual({ ok: false, errors: [{ path, message }] });
  });
}

test("a member called __proto__ is an unknown field and changes nothing", () => {
  const value = JSON.parse('{"type":"a","data":{"__proto__":{"polluted":true}},"__proto__":{"id":"x"}}');
  expect(checkAgainst(publishInput, value, "field")).toMatchObject({
    ok: false,
    errors: [{ path: "__proto__" }],
  });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("the members of an event's data are nobody's business", () => {
  const value = JSON.parse('{"type":"a","data":{"__proto__":{"polluted":true},"":null,"constructor":1}}');
  expect(checkAgainst(publishInput, value, "field").ok).toBe(true);
});
