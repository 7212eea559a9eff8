import { expect, test } from "bun:test";
import fc from "fast-check";
import { jsonTokens } from "../../src/dashboard/parts/json-tokens.ts";

const shown = (text: string) =>
  jsonTokens(text)
    .map(({ text: piece }) => piece)
    .join("");

test("a JSON text is shown on several lines", () => {
  expect(shown('{"a":1,"b":[true,null,{}],"c":{"d":"x"},"e":[]}')).toBe(
    `{
  "a": 1,
  "b": [
    true,
    null,
    {}
  ],
  "c": {
    "d": "x"
  },
  "e": []
}`,
  );
});

test("numbers, the order of names and duplicates stay as they were sent", () => {
  const sent = '{"b":12345678901234567890,"1":1e400,"b":-0.10}';
  expect(shown(sent).replaceAll(/\s/g, "")).toBe(sent);
});

test("each piece is what it is", () => {
  const kinds = jsonTokens('{"a":"b","c":-1.5e3,"d":false}')
    .filter(({ kind }) => kind !== "space" && kind !== "mark")
    .map(({ kind, text }) => [kind, text]);
  expect(kinds).toEqual([
    ["key", '"a"'],
    ["string", '"b"'],
    ["key", '"c"'],
    ["number", "-1.5e3"],
    ["key", '"d"'],
    ["word", "false"],
  ]);
});

test("whatever the JSON, its lines are those of the standard printer", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(shown(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
    { examples: [['"\\"{,"'], ["[[],{}]"], ['{"a:":"}"}'], ['{"":{"]":0}}'], ['["]"]']] },
  );
});

test("brackets within brackets take no more room than they have characters, however many", () => {
  const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
  expect(shown(deep).length).toBeLessThan(2 * deep.length);
  expect(shown(deep).replaceAll(/\s/g, "")).toBe(deep);
});
