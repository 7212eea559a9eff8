import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { freshHealth, type Health } from "../../src/domain/health.ts";
import { type Outcome, outcome, retryAfterMs, retryAfterMsMax } from "../../src/domain/outcome.ts";
import { retryPresets } from "../../src/domain/retry-presets.ts";
import { decideVerdict, type VerdictInput } from "../../src/domain/verdict.ts";
import { hourMs, minuteMs, verdictInput } from "../support/a-verdict.ts";

const nowMs = verdictInput().nowMs;
const answered = (status: number, over: Partial<VerdictInput> = {}) =>
  decideVerdict(verdictInput({ outcome: "http_error", responseStatus: status, ...over }));
const due = (waitMs: number) => ({ status: "pending", dueAtMs: nowMs + waitMs }) as const;
const exhausted = { status: "failed", reason: "exhausted" } as const;

describe("row 2xx, read to its end or to the cap", () => {
  const succeed = (over: Partial<VerdictInput> = {}) =>
    decideVerdict(verdictInput({ outcome: "success", responseStatus: 200, error: null, ...over }));

  test("ends the delivery, whichever attempt it was", () => {
    for (const attemptNumber of [1, 4, 8]) {
      expect(succeed({ attemptNumber })).toMatchObject({ delivery: { status: "succeeded" }, disable: null });
    }
  });

  test("resets the counters, ends a hold, and leaves readable what happened", () => {
    const health: Health = {
      consecutiveFailures: 9,
      consecutiveFailedAttempts: 30,
      countedFailedAttempts: 29,
      firstFailureAtMs: nowMs - 100 * hourMs,
      lastSuccessAtMs: nowMs - 200 * hourMs,
      lastFailureAtMs: nowMs - 1000,
      lastError: "The receiver answered 500.",
      heldUntilMs: nowMs + hourMs,
    };
    expect(succeed({ health })).toEqual({
      delivery: { status: "succeeded" },
      disable: null,
      health: {
        ...freshHealth,
        lastSuccessAtMs: nowMs,
        lastFailureAtMs: health.lastFailureAtMs,
        lastError: health.lastError,
      },
    });
  });
});

describe("row 410", () => {
  test("ends the delivery at once and disables the endpoint, however many attempts are left", () => {
    expect(answered(410)).toMatchObject({ delivery: { status: "failed", reason: "gone" }, disable: "gone" });
  });

  test("disables the endpoint even where failures never do", () => {
    expect(answered(410, { autoDisableAfter: null }).disable).toBe("gone");
  });

  test("is not an exhausted delivery", () => {
    expect(answered(410, { delaysSeconds: [] })).toMatchObject({
      delivery: { reason: "gone" },
      health: { consecutiveFailures: 0, consecutiveFailedAttempts: 1 },
    });
  });
});

describe("row 429 with Retry-After", () => {
  test("the next attempt and the whole endpoint wait as long as asked", () => {
    expect(answered(429, { retryAfterMs: 90_000 })).toMatchObject({
      delivery: due(90_000),
      health: { heldUntilMs: nowMs + 90_000 },
    });
  });

  test("the schedule's wait counts where it is the longer one; the hold is as asked", () => {
    expect(answered(429, { retryAfterMs: 1000, attemptNumber: 2 })).toMatchObject({
      delivery: due(5 * minuteMs),
      health: { heldUntilMs: nowMs + 1000 },
    });
  });

  test("asking for more than 24 h is asking for 24 h", () => {
    const asked = retryAfterMs(String(7 * 24 * 3600), nowMs);
    expect(answered(429, { retryAfterMs: asked })).toMatchObject({
      delivery: due(24 * hourMs),
      health: { heldUntilMs: nowMs + retryAfterMsMax },
    });
  });

  test("a hold that ends later already is not cut short", () => {
    const health = { ...freshHealth, heldUntilMs: nowMs + hourMs };
    expect(answered(429, { retryAfterMs: 1000, health }).health.heldUntilMs).toBe(nowMs + hourMs);
  });
});

describe("row 429 without Retry-After", () => {
  test("the endpoint rests for the next wait", () => {
    expect(answered(429, { attemptNumber: 1 })).toMatchObject({
      delivery: due(5000),
      health: { heldUntilMs: nowMs + 5000 },
    });
  });

  test("the endpoint rests 5 min at most, the delivery as long as its schedule says", () => {
    expect(answered(429, { attemptNumber: 5 })).toMatchObject({
      delivery: due(5 * hourMs),
      health: { heldUntilMs: nowMs + 5 * minuteMs },
    });
  });

  test("on the last attempt the endpoint rests 5 min", () => {
    expect(answered(429, { delaysSeconds: [] })).toMatchObject({
      delivery: exhausted,
      health: { heldUntilMs: nowMs + 5 * minuteMs },
    });
  });
});

describe("row 503 with Retry-After", () => {
  test("the next attempt waits as long as asked, and the endpoint's other deliveries do not", () => {
    expect(answered(503, { retryAfterMs: hourMs })).toMatchObject({
      delivery: due(hourMs),
      health: { heldUntilMs: null },
    });
  });

  test("without the header it is any other status", () => expect(answered(503).delivery).toEqual(due(5000)));
});

describe("row any other status", () => {
  test.each([300, 301, 304, 400, 401, 403, 404, 408, 409, 422, 500, 502, 504])(
    "%i is tried again",
    (status) => {
      expect(answered(status)).toMatchObject({
        delivery: due(5000),
        disable: null,
        health: { consecutiveFailedAttempts: 1, heldUntilMs: null },
      });
    },
  );

  test("a redirect is not followed but tried again", () => {
    const redirect = decideVerdict(verdictInput({ outcome: "redirect", responseStatus: 302 }));
    expect(redirect.delivery).toEqual(due(5000));
  });

  test("what it asks to wait does not count", () => {
    expect(answered(500, { retryAfterMs: hourMs }).delivery).toEqual(due(5000));
  });
});

describe("rows timeout, refused, reset, unreachable, DNS, TLS, malformed reply, address not allowed", () => {
  const withoutAnswer = outcome.options.filter((one) => !["success", "http_error", "redirect"].includes(one));

  test.each(withoutAnswer)("%s is tried again, and the endpoint's health says why", (what: Outcome) => {
    const error = `A sentence about ${what}.`;
    expect(decideVerdict(verdictInput({ outcome: what, responseStatus: null, error }))).toEqual({
      delivery: due(5000),
      disable: null,
      health: {
        ...freshHealth,
        consecutiveFailedAttempts: 1,
        countedFailedAttempts: 1,
        firstFailureAtMs: nowMs,
        lastFailureAtMs: nowMs,
        lastError: error,
      },
    });
  });
});

describe("row the last attempt failed", () => {
  test("the delivery is exhausted and counts as one failure", () => {
    expect(answered(500, { attemptNumber: 8 })).toMatchObject({
      delivery: exhausted,
      health: { consecutiveFailures: 1, consecutiveFailedAttempts: 1 },
      disable: null,
    });
  });

  test("a Retry-After gives no further attempt", () => {
    expect(answered(503, { attemptNumber: 8, retryAfterMs: 1000 }).delivery).toEqual(exhausted);
  });

  test("a schedule that was made shorter in the meantime ends the delivery", () => {
    expect(answered(500, { attemptNumber: 5, delaysSeconds: [1, 1] }).delivery).toEqual(exhausted);
  });

  test("a schedule that was made longer in the meantime gives another attempt", () => {
    expect(answered(500, { attemptNumber: 3, delaysSeconds: [1, 1, 7] }).delivery).toEqual(due(7000));
  });
});

describe("a delivery that was canceled while its attempt was under way", () => {
  test("stays canceled after a failure, and counts as no exhausted one on its last attempt", () => {
    const verdict = decideVerdict(verdictInput({ isCanceled: true, delaysSeconds: [], autoDisableAfter: 1 }));
    expect(verdict).toMatchObject({
      delivery: { status: "canceled" },
      health: { consecutiveFailures: 0, consecutiveFailedAttempts: 1 },
      disable: null,
    });
  });

  test("stays canceled after a 410, which disables the endpoint all the same", () => {
    const verdict = decideVerdict(verdictInput({ isCanceled: true, responseStatus: 410 }));
    expect(verdict).toMatchObject({ delivery: { status: "canceled" }, disable: "gone" });
  });

  test("has succeeded after a success", () => {
    const verdict = decideVerdict(
      verdictInput({ isCanceled: true, outcome: "success", responseStatus: 200 }),
    );
    expect(verdict.delivery).toEqual({ status: "succeeded" });
  });
});

test("every wait lies within 10 % of the schedule's, whatever failed", () => {
  const failures = outcome.options.filter((one) => one !== "success");
  fc.assert(
    fc.property(
      fc.constantFrom(...failures),
      fc.constantFrom(null, 302, 404, 500, 503),
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (what, responseStatus, attemptNumber, jitter) => {
        const delaysSeconds = retryPresets.extended;
        const { delivery } = decideVerdict(
          verdictInput({ outcome: what, responseStatus, attemptNumber, jitter, delaysSeconds }),
        );
        const waitMs = (delaysSeconds[attemptNumber - 1] ?? 0) * 1000;
        if (delivery.status !== "pending") throw new Error("The schedule has a wait left");
        expect(Math.abs(delivery.dueAtMs - nowMs - waitMs)).toBeLessThanOrEqual(waitMs / 10);
      },
    ),
  );
});

test("the same input gives the same verdict and changes nothing of the input", () => {
  const input = verdictInput({ responseStatus: 429, health: Object.freeze({ ...freshHealth }) });
  expect(decideVerdict(Object.freeze(input))).toEqual(decideVerdict(input));
});
