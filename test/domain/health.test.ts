import { describe, expect, test } from "bun:test";
import { healthStateOf } from "../../src/domain/endpoint.ts";
import { failingFrom, freshHealth, type Health, healthAfterEnabling } from "../../src/domain/health.ts";

describe("the state of an endpoint's health", () => {
  test.each([
    ["active", 0, "healthy"],
    ["active", 3, "healthy"],
    ["active", 4, "failing"],
    ["active", 1000, "failing"],
    ["paused", 0, "healthy"],
    ["paused", 4, "failing"],
    ["disabled", 0, "disabled"],
    ["disabled", 4, "disabled"],
  ] as const)("of one that is %s with %i failed attempts in a row is %s", (status, failed, state) => {
    expect(healthStateOf(status, failed, failingFrom)).toBe(state);
  });
});

describe("enabling", () => {
  const health: Health = {
    consecutiveFailures: 10,
    consecutiveFailedAttempts: 80,
    countedFailedAttempts: 79,
    firstFailureAtMs: 1000,
    lastSuccessAtMs: 500,
    lastFailureAtMs: 9000,
    lastError: "The receiver answered 500.",
    heldUntilMs: 10_000,
  };

  test("starts the counters anew, ends a hold, and leaves readable what happened", () => {
    expect(healthAfterEnabling(health)).toEqual({
      ...freshHealth,
      lastSuccessAtMs: 500,
      lastFailureAtMs: 9000,
      lastError: "The receiver answered 500.",
    });
  });

  test("of an endpoint without a history changes nothing", () => {
    expect(healthAfterEnabling(freshHealth)).toEqual(freshHealth);
  });
});
