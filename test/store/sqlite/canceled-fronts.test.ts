import { expect, test } from "bun:test";
import { CanceledFronts } from "../../../src/store/sqlite/canceled-fronts.ts";

test("a front lies where the endpoint was disabled, and moves back to whatever waits before it", () => {
  const fronts = new CanceledFronts();
  fronts.note(1, 50);
  expect(fronts.of(1)).toBe(0);
  fronts.set(1, 1000);
  fronts.note(1, 2000);
  fronts.note(2, 10);
  expect(fronts.of(1)).toBe(1000);
  fronts.note(1, 700);
  expect(fronts.of(1)).toBe(700);
  fronts.forget(1);
  expect(fronts.of(1)).toBe(0);
});
