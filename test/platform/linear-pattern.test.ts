import { expect, test } from "bun:test";
import { compilePattern, patternProblem } from "../../src/platform/linear-pattern.ts";
import { seededRandom } from "../support/seeded-random.ts";

test("a pattern that stops other engines takes no time", () => {
  const pattern = compilePattern("^(a+)+$");
  const startMs = performance.now();
  expect(pattern.test(`${"a".repeat(10_000)}b`)).toBe(false);
  expect(performance.now() - startMs).toBeLessThan(1000);
});

test("a pattern takes little memory, whatever it has seen", () => {
  const random = seededRandom(1);
  const text = Array.from({ length: 4096 }, () => (random.chance(0.5) ? "a" : "b")).join("");
  const patterns = Array.from({ length: 50 }, (_, n) => compilePattern(`[ab]*a[ab]{${100 + n}}c`));
  Bun.gc(true);
  const before = process.memoryUsage().heapUsed;
  for (const pattern of patterns) pattern.test(`${text}d`);
  Bun.gc(true);
  expect((process.memoryUsage().heapUsed - before) / patterns.length).toBeLessThan(500_000);
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
