import { expect, test } from "bun:test";
import { nearestWord } from "../../src/platform/nearest-word.ts";

const known = ["serve", "keys", "version"];

test.each([
  ["serv", "serve"],
  ["kesy", "keys"],
  ["versoin", "version"],
])("%s most likely means %s", (typed, meant) => {
  expect(nearestWord(typed, known)).toBe(meant);
});

test("a word that is like none has no suggestion", () => {
  expect(nearestWord("dashboard", known)).toBeNull();
});
