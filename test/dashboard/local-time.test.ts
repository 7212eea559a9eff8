import { expect, test } from "bun:test";
import { toIso, toLocal } from "../../src/dashboard/parts/local-time.ts";

test("a time of the clock on the wall goes to the API and back", () => {
  const ms = Date.parse("2026-05-13T12:46:00.000Z");
  expect(toIso(toLocal(ms))).toBe("2026-05-13T12:46:00.000Z");
});

test("what is no time is none", () => {
  expect([toIso(""), toIso("soon")]).toEqual([null, null]);
});
