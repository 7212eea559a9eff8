import { expect, test } from "bun:test";
import { nearestWord } from "../../src/platform/nearest-word.ts";

const known = ["serve", "keys", "version"];

test.each([
  ["serv", "serve"],
  ["kesy", "keys"],
  ["versoin", "version"],
  ["KEYS", "keys"],
])("%s most likely means %s", (typed, meant) => {
  expect(nearestWord(typed, known)).toBe(meant);
});

test.each(["dashboard", "page", "x", ""])("%s is like none, so there is no suggestion", (typed) => {
  expect(nearestWord(typed, [...known, "tag", "id"])).toBeNull();
});

test("a word longer than any that is known is like none, at once", () => {
  expect(nearestWord("keys".repeat(100_000), known)).toBeNull();
});
