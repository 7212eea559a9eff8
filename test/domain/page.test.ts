import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { pageOf, pageQuery } from "../../src/domain/page.ts";
import { refusals } from "../support/refusals.ts";

const query = z.strictObject(pageQuery);

describe("the query of a list", () => {
  test("asks for 50 rows where it says nothing", () => expect(query.parse({})).toEqual({ limit: 50 }));

  test.each([
    ["1", 1],
    ["50", 50],
    ["100", 100],
  ])("may ask for %s rows", (limit, rows) => expect(query.parse({ limit })).toEqual({ limit: rows }));

  test.each([
    "0",
    "101",
    "1000",
    "10000",
    "-1",
    "1.5",
    "1e2",
    " 5",
    "5 ",
    "0x10",
    "ten",
    "",
    "٥",
    "99999999999999999999",
  ])("may not ask for %p rows: it is refused, not clamped", (limit) => {
    expect(refusals(query, { limit })).toEqual([
      `limit: must be a whole number from 1 to 100 (got ${JSON.stringify(limit)})`,
    ]);
  });

  test("takes any cursor: whether it is one, its list knows", () => {
    for (const cursor of ["", "x", "\0", "x".repeat(100_000)]) {
      expect(refusals(query, { cursor })).toEqual([]);
    }
  });
});

describe("a page", () => {
  const page = pageOf(z.object({ id: z.string() }));

  test("holds rows and the cursor of the next one", () => {
    expect(refusals(page, { data: [{ id: "a" }], nextCursor: "x" })).toEqual([]);
    expect(refusals(page, { data: [], nextCursor: null })).toEqual([]);
  });

  test("always says whether there is a next one", () => {
    expect(refusals(page, { data: [] })).toEqual(["nextCursor: is required"]);
  });

  test("lets nothing out that its rows do not have", () => {
    expect(page.parse({ data: [{ id: "a", secret: "x" }], nextCursor: null, seq: 1 })).toEqual({
      data: [{ id: "a" }],
      nextCursor: null,
    });
  });
});
