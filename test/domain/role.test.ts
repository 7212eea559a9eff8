import { describe, expect, test } from "bun:test";
import { allows, type Permission } from "../../src/domain/permission.ts";
import { type Role, role } from "../../src/domain/role.ts";

describe("a role", () => {
  test.each([
    ["viewer", ["any", "view", "viewOrPublish"]],
    ["publisher", ["any", "publish", "viewOrPublish"]],
    ["admin", ["any", "view", "publish", "viewOrPublish", "administer"]],
    ["owner", ["any", "view", "publish", "viewOrPublish", "administer", "own"]],
    ["operator", ["any", "view", "publish", "viewOrPublish", "administer", "own", "operate"]],
  ] as [Role, Permission[]][])("%s may do just this: %p", (held, expected) => {
    const all: Permission[] = ["any", "view", "publish", "viewOrPublish", "administer", "own", "operate"];
    expect(all.filter((permission) => allows(permission, held))).toEqual(expected);
  });

  test("is one of five", () => {
    expect(role.options).toEqual(["viewer", "publisher", "admin", "owner", "operator"]);
  });
});
