import { describe, expect, test } from "bun:test";
import { changesBetween } from "../../src/domain/audit-entry.ts";

describe("the changes between two states of an object", () => {
  test("are the fields that differ, with what they were and became", () => {
    const from = { url: "a", retry: { preset: "short" }, metadata: { a: "1" } };
    const to = { url: "b", retry: { preset: "short" }, metadata: { a: "2" } };
    expect(changesBetween({ from, to })).toEqual({
      url: { from: "a", to: "b" },
      metadata: { from: { a: "1" }, to: { a: "2" } },
    });
  });

  test("of a new or a deleted object are all that it has", () => {
    const object = { url: "a", uid: null, ordered: false };
    expect(changesBetween({ from: null, to: object })).toEqual({
      url: { from: null, to: "a" },
      ordered: { from: null, to: false },
    });
    expect(changesBetween({ from: object, to: null })).toEqual({
      url: { from: "a", to: null },
      ordered: { from: false, to: null },
    });
  });

  test("are none where nothing differs", () => {
    expect(changesBetween({ from: { a: [1] }, to: { a: [1] } })).toEqual({});
  });

  test("list a field whose hidden part changed, as it is shown", () => {
    const shown = { headers: { Authorization: "[redacted]" }, url: "a" };
    expect(changesBetween({ from: shown, to: shown }, ["headers"])).toEqual({
      headers: { from: shown.headers, to: shown.headers },
    });
  });

  test("have the length alone of a value that would fill a page", () => {
    const schema = { description: "x".repeat(5000) };
    expect(changesBetween({ from: { schema: null }, to: { schema } })).toEqual({
      schema: { from: null, to: "(5018 characters)" },
    });
  });
});
