import { describe, expect, test } from "bun:test";
import { apiKey, apiKeyInput, gracePeriodSeconds } from "../../src/domain/api-key.ts";
import { refusals } from "../support/refusals.ts";

const required = { name: "orders service", role: "publisher" };

describe("a new API key", () => {
  test("needs a name and a role, nothing else", () => {
    expect(refusals(apiKeyInput, required)).toEqual([]);
    expect(refusals(apiKeyInput, {})).toEqual(["name: is required", "role: is required"]);
  });

  test.each(["viewer", "publisher", "admin", "owner", "operator"])("may have the role %s", (role) => {
    expect(refusals(apiKeyInput, { ...required, role })).toEqual([]);
  });

  test.each([
    ["a name of 100 characters", { name: "x".repeat(100) }],
    ["an end", { expiresAt: "2027-01-01T00:00:00Z" }],
    ["no end", { expiresAt: null }],
  ])("takes %s", (_, fields) => expect(refusals(apiKeyInput, { ...required, ...fields })).toEqual([]));

  test.each([
    ["an empty name", { name: "" }, 'name: must not be empty (got "")'],
    ["a name of 101 characters", { name: "x".repeat(101) }, "name: must be at most 100 characters"],
    [
      "a name that steers a terminal",
      { name: "\u001b[2J" },
      'name: must have no control characters (got "\\u001b[2J")',
    ],
    [
      "a name with half a character",
      { name: "\ud800" },
      'name: must have no half of a surrogate pair (\\ud800 to \\udfff) (got "\\ud800")',
    ],
    [
      "an unknown role",
      { role: "root" },
      'role: must be one of viewer, publisher, admin, owner, operator (got "root")',
    ],
    [
      "an end without a zone",
      { expiresAt: "2027-01-01T00:00:00" },
      'expiresAt: must be an ISO 8601 time such as 2026-05-13T12:46:25.000Z (got "2027-01-01T00:00:00")',
    ],
    ["a token of the caller's", { key: "phk_x" }, "key: is not a field here"],
  ])("does not take %s", (_, fields, sentence) => {
    expect(refusals(apiKeyInput, { ...required, ...fields })).toEqual([sentence]);
  });
});

test("an API key as read holds neither its token nor its hash", () => {
  const leaking = { ...(apiKey.meta()?.example as object), key: "phk_x", hash: "x" };
  expect(Object.keys(apiKey.parse(leaking)).sort()).toEqual(
    ["id", "name", "role", "prefix", "expiresAt", "lastUsedAt", "createdAt"].sort(),
  );
});

describe("the grace period of a rotation", () => {
  test.each([0, 1, 604_800])("may be %i s", (seconds) => {
    expect(refusals(gracePeriodSeconds, seconds)).toEqual([]);
  });

  test.each([
    [-1, ": must be 0 or more (got -1)"],
    [604_801, ": must be at most 604800 (7 days) (got 604801)"],
    [0.5, ": must be a whole number of seconds (got 0.5)"],
    ["60", ': must be a number of seconds (got "60")'],
    [null, ": must be a number of seconds"],
  ])("may not be %p", (seconds, sentence) => {
    expect(refusals(gracePeriodSeconds, seconds)).toEqual([sentence]);
  });
});
