import { expect, test } from "bun:test";
import { compilePattern, patternProblem } from "../../src/platform/linear-pattern.ts";

test("a pattern that stops other engines takes no time", () => {
  const pattern = compilePattern("^(a+)+$");
  const startMs = performance.now();
  expect(pattern.test(`${"a".repeat(10_000)}b`)).toBe(false);
  expect(performance.now() - startMs).toBeLessThan(1000);
});

test.each(["(", "[a", "a**", "(?=a)", "(a)\\1", "\\"])("%s is refused with a sentence", (source) => {
  expect(patternProblem(source)).toStartWith("is not a regular expression of RE2: ");
});

test.each([".{1000}", "(a{100}){9}"])("%s is refused for its size", (source) => {
  expect(patternProblem(source)).toStartWith("repeats too much");
});

test.each(["paid", "(?i)^zoë$", "\\p{L}{1,64}", "[0-9]{3}-[0-9]{4}", "🦊+"])("%s is taken", (source) => {
  expect(patternProblem(source)).toBeNull();
  compilePattern(source).test("anything");
});
