import { expect, test } from "bun:test";
import type { EventType } from "../../src/dashboard/api/shapes.ts";
import { groupsOf } from "../../src/dashboard/parts/catalogue.ts";

const aType = (name: string, group: string | null): EventType => ({
  name,
  group,
  description: "",
  schema: null,
  example: null,
  archived: false,
  shared: false,
  createdAt: "2026-05-13T12:46:25.000Z",
  updatedAt: "2026-05-13T12:46:25.000Z",
});

test("types are listed by their groups, and those without one at the end", () => {
  const types = [aType("a", null), aType("b", "Orders"), aType("c", "Messages"), aType("d", "Orders")];
  const groups = groupsOf(types).map(([group, inIt]) => [group, inIt.map(({ name }) => name)]);
  expect(groups).toEqual([
    ["Messages", ["c"]],
    ["Orders", ["b", "d"]],
    ["Other", ["a"]],
  ]);
});
