import { expect, test } from "bun:test";
import fc from "fast-check";
import { describeJsonFault } from "../../src/domain/json-fault.ts";

const cases: [text: string, fault: string][] = [
  ["", "it ends too early"],
  ['{"a":', "it ends too early"],
  ['{"a":1', "it ends too early"],
  ['{"a":"b', "it ends too early"],
  ['{"a":1,}', 'unexpected "}" at line 1, column 8'],
  ["{a:1}", 'unexpected "a" at line 1, column 2'],
  ['{\n  "a": 1\n  "b": 2\n}', 'unexpected "\\"" at line 3, column 3'],
  ["[1,]", 'unexpected "]" at line 1, column 4'],
  ["[01]", 'unexpected "1" at line 1, column 3'],
  ['{"a":undefined}', 'unexpected "u" at line 1, column 6'],
  ['{"a":"\\x"}', 'unexpected "x" at line 1, column 8'],
  ['{"a":"x\ny"}', 'unexpected "\\n" at line 1, column 8'],
  ["{} {}", 'unexpected "{" at line 1, column 4'],
  ["'a'", 'unexpected "\'" at line 1, column 1'],
  ["[}", 'unexpected "}" at line 1, column 2'],
];

for (const [text, fault] of cases) {
  test(`${JSON.stringify(text)}: ${fault}`, () => {
    expect(() => JSON.parse(text)).toThrow();
    expect(describeJsonFault(text)).toBe(fault);
  });
}

test("a text that the parser accepts is at fault only at its end", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(describeJsonFault(text)).toBe("it ends too early");
    }),
  );
});

test("a long text with a fault at its end is described at once", () => {
  const text = `{"a":"${"\\u0041 ".repeat(140_000)}",}`;
  expect(describeJsonFault(text)).toContain('unexpected "}" at line 1');
});
