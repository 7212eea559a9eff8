import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { jsonDepthMax } from "../../src/domain/event.ts";
import { depthOf, membersOf, memberText, memberTexts, parseExactly } from "../../src/domain/json-text.ts";

describe("the text of a member", () => {
  test.each([
    ["is found first, last and between", '{"data":{"n":1},"type":"a"}', '{"n":1}'],
    ["is found behind others", '{"type":"a", "data" : [1, 2] , "id":"x"}', "[1, 2]"],
    [
      "keeps its white space and the order of its keys",
      '{"data":{ "b" : 1.0 ,"1":2 }}',
      '{ "b" : 1.0 ,"1":2 }',
    ],
    [
      "keeps numbers that a print would change",
      '{"data":{"n":1e400,"big":12345678901234567890,"z":-0}}',
      '{"n":1e400,"big":12345678901234567890,"z":-0}',
    ],
    ["keeps duplicate keys inside", '{"data":{"a":1,"a":2}}', '{"a":1,"a":2}'],
    ["of a duplicate is the last one's", '{"data":{"first":1},"data":{"last":1}}', '{"last":1}'],
    ["is found when its key is written with escapes", '{"d\\u0061ta":{"n":1}}', '{"n":1}'],
    [
      "is not taken from inside another member",
      '{"type":{"data":{"inner":1}},"data":{"outer":1}}',
      '{"outer":1}',
    ],
    ["is not taken from inside a string", '{"type":"\\"data\\":{}","data":{"n":1}}', '{"n":1}'],
    [
      "keeps quotes and backslashes in strings",
      '{"data":{"s":"a\\\\","t":"\\\\\\"}"}}',
      '{"s":"a\\\\","t":"\\\\\\"}"}',
    ],
    ["keeps brackets in strings", '{"data":{"s":"}]{["}}', '{"s":"}]{["}'],
    [
      "keeps what is beyond ASCII",
      '{"data":{"name":"Zoë 🦊 \\ud83e\\udd8a \u2028"}}',
      '{"name":"Zoë 🦊 \\ud83e\\udd8a \u2028"}',
    ],
    ["can be a bare value at the end", '{"data":null}', "null"],
    ["can be a number before white space", '{"data":-1.5e3\n}', "-1.5e3"],
    ["can be an empty string", '{"data":"","x":1}', '""'],
    ["is found in an object with white space all round", ' \t\r\n{ "data" : { } } \n', "{ }"],
  ])("%s", (_, text, expected) => expect(memberText(text, "data")).toBe(expected));

  test("that is not there is null", () => {
    expect(memberText("{}", "data")).toBeNull();
    expect(memberText(' { "date" : 1 } ', "data")).toBeNull();
    expect(memberText('{"x":{"data":1}}', "data")).toBeNull();
  });

  test("can have any key, even those of every object", () => {
    const text = '{"__proto__":1,"constructor":2,"":3}';
    expect(["__proto__", "constructor", ""].map((key) => memberText(text, key))).toEqual(["1", "2", "3"]);
    expect(memberText("{}", "toString")).toBeNull();
  });
});

/** Objects as texts in every spelling: white space, escapes, duplicate keys, numbers as no print writes them. */
const space = fc.constantFrom("", " ", "\n", "\t ", "\r\n");
const jsonString = fc
  .tuple(fc.string({ unit: "binary" }), fc.boolean())
  .map(([text, escaped]) => (escaped ? escapedText(text) : JSON.stringify(text)));
const bareValue = fc.oneof(
  jsonString,
  fc.constantFrom("true", "false", "null", "-0", "1.0", "1e400", "-1E-7", "12345678901234567890"),
);
const { value: anyValue, object: anyObject } = fc.letrec<{ value: string; object: string; list: string }>(
  (tie) => ({
    value: fc.oneof({ depthSize: "small", withCrossShrink: true }, bareValue, tie("object"), tie("list")),
    object: fc
      .array(fc.tuple(space, jsonString, space, space, tie("value"), space), { maxLength: 5 })
      .map((members) => {
        const texts = members.map(([a, key, b, c, value, d]) => `${a}${key}${b}:${c}${value}${d}`);
        return `{${texts.join(",")}}`;
      }),
    list: fc
      .array(fc.tuple(space, tie("value"), space), { maxLength: 4 })
      .map((items) => `[${items.map((item) => item.join("")).join(",")}]`),
  }),
);

describe("against JSON.parse", () => {
  test("the last member of each key has the parsed value, and there are no others", () => {
    fc.assert(
      fc.property(space, anyObject, space, (before, object, after) => {
        const text = before + object + after;
        const parsed = JSON.parse(text) as Record<string, unknown>;
        expect(new Set(membersOf(text).map(({ key }) => key))).toEqual(new Set(Object.keys(parsed)));
        for (const key of Object.keys(parsed)) {
          expect(JSON.parse(memberText(text, key) ?? "")).toEqual(parsed[key]);
        }
      }),
    );
  });

  test("members are found in the order of the text and do not overlap", () => {
    fc.assert(
      fc.property(anyObject, (text) => {
        let at = 0;
        for (const { start, end } of membersOf(text)) {
          expect(start).toBeGreaterThan(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
      }),
    );
  });

  test("a member's text has no white space around it and is the one that was written", () => {
    fc.assert(
      fc.property(anyValue, space, space, (value, before, after) => {
        const text = `{"type":"a.b","data":${before}${value}${after},"id":"x"}`;
        expect(memberText(text, "data")).toBe(value);
      }),
    );
  });

  test("the depth is at least that of the parsed value, which has lost what a duplicate key overrode", () => {
    fc.assert(
      fc.property(anyValue, (text) => {
        expect(depthOf(text)).toBeGreaterThanOrEqual(depthOfValue(JSON.parse(text)));
        expect(depthOf(text)).toBe(depthOfBrackets(text));
      }),
    );
  });
});

describe("the texts of a member in a list", () => {
  test.each([
    ["are those of each item", '{"events":[{"data":{"a": 1}}, {"id":"x","data":[ ]}]}', ['{"a": 1}', "[ ]"]],
    ["are null where an item has none", '{"events":[{}, {"id":1} ,{"data":1}]}', [null, null, "1"]],
    [
      "are null where an item is no object",
      '{"events":[1,[{"data":1}],"data",null,{"data":2}]}',
      [null, null, null, null, "2"],
    ],
    [
      "are of the last list with the name",
      '{"events":[{"data":1}],"events":[{"data":2},{"data":3}]}',
      ["2", "3"],
    ],
    ["are of the last member with the key", '{"events":[{"data":1,"d\\u0061ta":2}]}', ["2"]],
    ["are none of what is no list", '{"events":{"data":1}}', []],
    ["are none of an empty list", '{"events":[ ]}', []],
    ["are none without the list", '{"other":[{"data":1}]}', []],
  ])("%s", (_, text, expected) => expect(memberTexts(text, "events", "data")).toEqual(expected));

  test("parse to what the whole text parses to", () => {
    const item = fc.oneof(fc.jsonValue(), fc.record({ id: fc.string(), data: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.array(item), fc.constantFrom("", " ", "\n  "), (items, space) => {
        const text = JSON.stringify({ throttle: 1, events: items, more: [{ data: 1 }] }, null, space);
        const found = memberTexts(text, "events", "data").map((one) =>
          one === null ? null : JSON.parse(one),
        );
        const parsed = JSON.parse(text).events as unknown[];
        const isObject = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
        const expected = parsed.map((one) =>
          isObject(one) ? ((one as { data?: unknown }).data ?? null) : null,
        );
        expect(found).toEqual(expected);
      }),
    );
  });
});

describe("the depth", () => {
  test.each([
    ["7", 0],
    ['"[[["', 0],
    ["{}", 1],
    ["[]", 1],
    ['{"a":[{}]}', 3],
    ['{"a":{},"b":[]}', 2],
    ['{"a":"\\"[[[","b":"\\\\"}', 1],
  ])("of %s is %i", (text, depth) => expect(depthOf(text)).toBe(depth));

  test(`of data may be ${jsonDepthMax}`, () => expect(jsonDepthMax).toBe(64));

  test("of 200,000 levels is counted without running out of stack", () => {
    const levels = 200_000;
    const text = "[".repeat(levels) + "]".repeat(levels);
    expect(depthOf(text)).toBe(levels);
    expect(memberText(`{"data":${text}}`, "data")).toBe(text);
  });
});

function escapedText(text: string): string {
  const units = [...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, "0"));
  return `"${units.map((unit) => `\\u${unit}`).join("")}"`;
}

function depthOfValue(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOfValue));
}

/** Leaves nothing but brackets, then takes pairs away until none are left. */
function depthOfBrackets(text: string): number {
  let brackets = text.replace(/"(?:[^"\\]|\\.)*"/gs, "").replace(/[^[\]{}]/g, "");
  let depth = 0;
  for (; brackets !== ""; depth++) brackets = brackets.replace(/(?:\[\]|\{\})+/g, "");
  return depth;
}

describe("parsing exactly", () => {
  const printed = (text: string) => JSON.stringify(parseExactly(text));

  test("keeps numbers as they were written", () => {
    for (const text of ["12345678901234567890", "[1.0,-0,2E3]", '{"a":{"b":1e400}}', '["1.0",null,true,7]']) {
      expect(printed(text)).toBe(text);
    }
  });

  test("is given up for a text so long that it would hold up everybody", () => {
    expect(printed(`{"n":1.0,"s":"${"x".repeat(70_000)}"}`)).toStartWith('{"n":1,');
  });
});
