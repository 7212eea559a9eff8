import { describe, expect, test } from "bun:test";
import { AppError, notFound, problemKinds, validationFailed } from "../../src/domain/app-error.ts";
import { assert } from "../../src/domain/assert.ts";

describe("the error codes", () => {
  test("are a closed list, each with its status", () => {
    const statuses = Object.entries(problemKinds).map(([code, { status }]) => `${status} ${code}`);
    expect(statuses).toEqual([
      "400 invalid_json",
      "400 invalid_cursor",
      "401 unauthenticated",
      "403 forbidden",
      "404 not_found",
      "405 method_not_allowed",
      "409 conflict",
      "409 limit_reached",
      "409 endpoint_disabled",
      "409 delivery_not_pending",
      "409 idempotency_conflict",
      "413 payload_too_large",
      "415 unsupported_media_type",
      "422 validation_failed",
      "429 rate_limited",
      "500 internal",
      "503 unavailable",
    ]);
  });

  test("have titles that differ", () => {
    const titles = Object.values(problemKinds).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe("a caller's mistake", () => {
  test("about a field repeats the first one for people who read nothing else", () => {
    const errors = [
      { path: "url", message: "must not be empty" },
      { path: "retry", message: "needs a preset or delaysSeconds" },
    ];
    const error = validationFailed(errors);
    expect([error.code, error.message, error.errors]).toEqual([
      "validation_failed",
      "url: must not be empty",
      errors,
    ]);
  });

  test("about the body as a whole names the body", () => {
    expect(validationFailed([{ path: "", message: "must be a JSON object" }]).message).toBe(
      "body: must be a JSON object",
    );
    expect(validationFailed([]).message).toBe("The request is not valid.");
  });

  test("about an id says what was looked for, not whether it exists elsewhere", () => {
    expect(notFound("endpoint", "ep_1")).toMatchObject({
      code: "not_found",
      message: 'There is no endpoint "ep_1" in this organization. Check the id.',
      errors: [],
      retryAfterSeconds: null,
    });
  });

  test("can say when to come back", () => {
    expect(new AppError("unavailable", "The disk is full.", { retryAfterSeconds: 10 })).toMatchObject({
      retryAfterSeconds: 10,
    });
  });
});

describe("a broken invariant", () => {
  test("throws a sentence, and no caller's mistake", () => {
    expect(() => assert(false, "a delivery has an endpoint")).toThrow(
      "Invariant broken: a delivery has an endpoint",
    );
    expect(() => assert(0, "")).not.toThrow(AppError);
  });

  test("is none where the condition holds", () => expect(() => assert("x", "holds")).not.toThrow());
});
