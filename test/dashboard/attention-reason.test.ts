import { describe, expect, test } from "bun:test";
import { congestion } from "../../src/dashboard/parts/attention-reason.ts";

function congested(limit: number | null, arriving: number, leaving: number, due = 12_300): string {
  const backlog = { due, oldestDueAt: null, arrivingPerSecond: arriving, leavingPerSecond: leaving };
  const health = {
    ...{
      state: "congested" as const,
      consecutiveFailures: 0,
      consecutiveFailedAttempts: 0,
      lastSuccessAt: null,
    },
    ...{ lastFailureAt: null, lastError: null, heldUntil: null, successRate24h: null },
  };
  return congestion({ health: { ...health, backlog }, rateLimitPerSecond: limit });
}

describe("what is said of an endpoint for which more arrives than gets through", () => {
  test("is the limit's fault, while more arrives than it lets through", () => {
    expect(congested(10, 40, 10)).toBe(
      "Events arrive at 40/s, the limit lets 10/s through; 12,300 wait: raise it or subscribe to less.",
    );
  });

  test("is how long it takes, while the limit is used and less arrives", () => {
    expect(congested(10, 0, 10)).toBe(
      "12,300 wait, and the limit lets 10/s through: at this pace for another 20 min.",
    );
  });

  test("foretells nothing of a receiver that takes less than it is allowed", () => {
    expect(congested(100, 0, 1)).toBe(
      "12,300 wait, and the limit lets 100/s through; 1/s get through at present.",
    );
  });

  test("is the receiver's fault where there is no limit", () => {
    expect(congested(null, 40, 3, 1)).toBe(
      "Events arrive at 40/s, 3/s get through: the receiver is too slow for more. 1 waits.",
    );
  });
});
