import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { freshHealth, type Health } from "../../src/domain/health.ts";
import { decideVerdict, type VerdictInput } from "../../src/domain/verdict.ts";
import { hourMs, verdictInput } from "../support/a-verdict.ts";

const nowMs = verdictInput().nowMs;
const silentMs = 72 * hourMs;
const lastAttempt = { delaysSeconds: [] };
const failing = (over: Partial<Health>): Health => ({ ...freshHealth, ...over });
const decide = (over: Partial<VerdictInput>) => decideVerdict(verdictInput(over));

/** Lets attempts follow each other at one endpoint; says which of them disabled it. */
function disabledBy(
  attempts: readonly Partial<VerdictInput>[],
  policy: Partial<VerdictInput> = {},
): number[] {
  let health = freshHealth;
  const disabling: number[] = [];
  for (const [i, attempt] of attempts.entries()) {
    const verdict = decide({ ...policy, ...attempt, health });
    health = verdict.health;
    if (verdict.disable !== null) disabling.push(i);
  }
  return disabling;
}

const success: Partial<VerdictInput> = { outcome: "success", responseStatus: 200, error: null };

describe("exhausted deliveries in a row", () => {
  test("disable the endpoint with the tenth", () => {
    expect(disabledBy(new Array(10).fill(lastAttempt))).toEqual([9]);
  });

  test("disable it with the first where that is asked for", () => {
    expect(disabledBy([lastAttempt], { autoDisableAfter: 1 })).toEqual([0]);
  });

  test("are interrupted by a success, also one on the last allowed attempt", () => {
    const nine = new Array(9).fill(lastAttempt);
    expect(disabledBy([...nine, { ...success, ...lastAttempt }, ...nine])).toEqual([]);
  });

  test("are not interrupted by failed attempts that are tried again, which do not count as failures", () => {
    const retried = {};
    const many = new Array(50).fill(retried);
    expect(disabledBy(many)).toEqual([]);
    expect(disabledBy([lastAttempt, ...many, lastAttempt], { autoDisableAfter: 2 })).toEqual([51]);
  });

  test("by 429 do not count", () => {
    expect(disabledBy(new Array(50).fill({ ...lastAttempt, responseStatus: 429 }))).toEqual([]);
  });

  test("count by whichever outcome they ended", () => {
    const timeout: Partial<VerdictInput> = { ...lastAttempt, outcome: "timeout", responseStatus: null };
    expect(disabledBy([timeout, lastAttempt], { autoDisableAfter: 2 })).toEqual([1]);
  });

  test("count against nobody while our own network seems to be down", () => {
    expect(disabledBy(new Array(50).fill({ ...lastAttempt, networkSuspect: true }))).toEqual([]);
    const health = failing({ consecutiveFailures: 9 });
    expect(decide({ ...lastAttempt, health, networkSuspect: true }).health.consecutiveFailures).toBe(9);
  });

  test("never disable an endpoint that is to stay", () => {
    expect(disabledBy(new Array(50).fill(lastAttempt), { autoDisableAfter: null })).toEqual([]);
  });

  test("beyond a limit that was lowered disable with the next failure, not with an attempt that is tried again", () => {
    const health = failing({ consecutiveFailures: 5 });
    expect(decide({ health, autoDisableAfter: 3 }).disable).toBeNull();
    expect(decide({ ...lastAttempt, health, autoDisableAfter: 3 }).disable).toBe("consecutive_failures");
  });
});

describe("72 h without a success", () => {
  const silent = (over: Partial<Health> = {}) =>
    failing({ countedFailedAttempts: 50, firstFailureAtMs: nowMs - silentMs, ...over });

  test("since the first failure disable the endpoint, although no delivery is exhausted", () => {
    expect(decide({ health: silent() })).toMatchObject({
      delivery: { status: "pending" },
      disable: "consecutive_failures",
    });
  });

  test("less a millisecond do not", () => {
    expect(decide({ health: silent({ firstFailureAtMs: nowMs - silentMs + 1 }) }).disable).toBeNull();
  });

  test("need as many failed attempts as failures would be needed, this one included", () => {
    expect(decide({ health: silent({ countedFailedAttempts: 8 }) }).disable).toBeNull();
    expect(decide({ health: silent({ countedFailedAttempts: 9 }) }).disable).toBe("consecutive_failures");
  });

  test("of nothing but 429 do not disable", () => {
    const limited = Array.from({ length: 100 }, (_, i) => ({
      responseStatus: 429,
      nowMs: nowMs + i * hourMs,
    }));
    expect(disabledBy(limited)).toEqual([]);
  });

  test("begin anew with a success", () => {
    const days = (from: number) =>
      Array.from({ length: 60 }, (_, i) => ({ nowMs: nowMs + (from + i) * hourMs }));
    expect(disabledBy([...days(0), { ...success, nowMs: nowMs + 60 * hourMs }, ...days(61)])).toEqual([]);
    expect(disabledBy([...days(0), ...days(60)])[0]).toBe(72);
  });

  test("do not disable while our own network seems to be down, nor an endpoint that is to stay", () => {
    expect(decide({ health: silent(), networkSuspect: true }).disable).toBeNull();
    expect(decide({ health: silent(), autoDisableAfter: null }).disable).toBeNull();
  });

  test("are counted from the first failure, not from the last success", () => {
    const health = failing({ lastSuccessAtMs: nowMs - 30 * 24 * hourMs, countedFailedAttempts: 20 });
    const verdict = decide({ health });
    expect(verdict.disable).toBeNull();
    expect(verdict.health.firstFailureAtMs).toBe(nowMs);
  });
});

test("against a naive reading of the two rules, for any history", () => {
  const attempt = fc.record({
    what: fc.constantFrom("success", "retried", "exhausted", "limited", "limited at the end", "network down"),
    hours: fc.integer({ min: 0, max: 30 }),
  });
  const limit = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 40 }), limit, (history, autoDisableAfter) => {
      let atMs = nowMs;
      const attempts = history.map(({ what, hours }) => {
        atMs += hours * hourMs;
        return { what, nowMs: atMs };
      });
      const inputs = attempts.map(({ what, nowMs: endedMs }) => ({ ...inputOf(what), nowMs: endedMs }));
      expect(disabledBy(inputs, { autoDisableAfter })).toEqual(naivelyDisabledBy(attempts, autoDisableAfter));
    }),
    { numRuns: 500 },
  );
});

function inputOf(what: string): Partial<VerdictInput> {
  if (what === "success") return success;
  const status = what.startsWith("limited") ? 429 : 500;
  const isLast = what === "exhausted" || what === "limited at the end";
  return { responseStatus: status, networkSuspect: what === "network down", ...(isLast ? lastAttempt : {}) };
}

function naivelyDisabledBy(attempts: { what: string; nowMs: number }[], limit: number | null): number[] {
  if (limit === null) return [];
  return [...attempts.keys()].filter((i) => {
    const now = attempts[i];
    if (!now || now.what === "success" || now.what === "network down") return false;
    const before = attempts.slice(0, i + 1);
    const sinceSuccess = before.slice(before.findLastIndex(({ what }) => what === "success") + 1);
    const counted = sinceSuccess.filter(({ what }) => what === "retried" || what === "exhausted");
    const failures = counted.filter(({ what }) => what === "exhausted").length;
    const isSilent = counted[0] !== undefined && now.nowMs - counted[0].nowMs >= silentMs;
    return (now.what === "exhausted" && failures >= limit) || (isSilent && counted.length >= limit);
  });
}
