import { describe, expect, test } from "bun:test";
import { isCongested, type OldestWait } from "../../src/domain/congestion.ts";

const nowMs = 1_000_000;
const ago = (seconds: number) => nowMs - seconds * 1000;

function aWait(over: Partial<OldestWait> = {}): OldestWait {
  return {
    status: "active",
    oldestDueAtMs: ago(3600),
    heldUntilMs: null,
    resumedAtMs: null,
    isBehindRetry: false,
    ...over,
  };
}

describe("an endpoint is congested (health.state)", () => {
  test.each<[when: string, wait: Partial<OldestWait>, expected: boolean]>([
    ["when its oldest due delivery has waited for 60 s", { oldestDueAtMs: ago(60) }, true],
    ["but not a moment before", { oldestDueAtMs: ago(60) + 1 }, false],
    ["but not when nothing is due", { oldestDueAtMs: null }, false],
    ["but not while it is paused", { status: "paused" }, false],
    ["but not while it is disabled", { status: "disabled" }, false],
    ["but not for what waited for its pause to end", { resumedAtMs: ago(59) }, false],
    ["when it was resumed a minute ago", { resumedAtMs: ago(60) }, true],
    ["but not while a 429 holds it", { heldUntilMs: nowMs + 1 }, false],
    ["but not right after a hold", { heldUntilMs: ago(59) }, false],
    ["when a hold ended a minute ago", { heldUntilMs: ago(60) }, true],
    ["but not when order makes it wait for a retry", { isBehindRetry: true }, false],
  ])("%s", (_, wait, expected) => {
    expect(isCongested(aWait(wait), nowMs)).toBe(expected);
  });
});
