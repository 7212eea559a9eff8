import { describe, expect, test } from "bun:test";
import { attempt, attemptWithRequest, statusClass } from "../../src/domain/attempt.ts";
import {
  delivery,
  deliveryReason,
  deliveryStatus,
  deliveryWithRequest,
  sentRequest,
  shareOf,
  trigger,
} from "../../src/domain/delivery.ts";
import { refusals } from "../support/refusals.ts";

const example = delivery.meta()?.example as object;

describe("a delivery", () => {
  test("is in one of four states, and ends for one of five reasons", () => {
    expect(deliveryStatus.options).toEqual(["pending", "succeeded", "failed", "canceled"]);
    expect(deliveryReason.options).toEqual(["exhausted", "expired", "gone", "endpoint_disabled", "manual"]);
    expect(trigger.options).toEqual(["event", "resend", "recover", "replay", "test"]);
  });

  test.each([
    [{ status: "lost" }, 'status: must be one of pending, succeeded, failed, canceled (got "lost")'],
    [{ reason: "" }, 'reason: must be one of exhausted, expired, gone, endpoint_disabled, manual (got "")'],
    [{ attemptCount: 1.5 }, "attemptCount: must be a whole number (got 1.5)"],
  ])("is not one with %p", (wrong, sentence) => {
    expect(refusals(delivery, { ...example, ...wrong })).toEqual([sentence]);
  });

  test("alone is shown with its request, whose body is null once it is erased", () => {
    const request = sentRequest.meta()?.example as object;
    expect(refusals(delivery, example)).toEqual([]);
    expect(refusals(deliveryWithRequest, { ...example, request: { ...request, body: null } })).toEqual([]);
    expect(refusals(deliveryWithRequest, example)).toEqual(["request: is required"]);
  });
});

describe("an attempt", () => {
  test("is what its example shows, and alone has its request", () => {
    expect(refusals(attempt, attempt.meta()?.example)).toEqual([]);
    expect(refusals(attemptWithRequest, attempt.meta()?.example)).toEqual(["request: is required"]);
  });

  test("is of one of five classes", () =>
    expect(statusClass.options).toEqual(["2xx", "3xx", "4xx", "5xx", "none"]));
});

describe("the share that a delivery waits in", () => {
  test.each([
    ["event", 0, "first"],
    ["event", 1, "retry"],
    ["event", 7, "retry"],
    ["resend", 0, "first"],
    ["resend", 1, "retry"],
    ["test", 0, "first"],
    ["recover", 0, "bulk"],
    ["recover", 3, "bulk"],
    ["replay", 0, "bulk"],
    ["replay", 3, "bulk"],
  ] as const)("of trigger %s after %i attempts is %s", (kind, attempts, share) => {
    expect(shareOf(kind, attempts)).toBe(share);
  });
});
