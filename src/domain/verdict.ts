import type { Health } from "./health.ts";
import type { Outcome } from "./outcome.ts";
import { waitAfterMs } from "./retry-schedule.ts";

/** What an attempt's result means for its delivery and its endpoint. */
export interface Verdict {
  delivery:
    | { status: "succeeded" }
    | { status: "pending"; dueAtMs: number }
    | { status: "failed"; reason: "exhausted" | "gone" }
    /** It stays what it became while the attempt was under way. */
    | { status: "canceled" };
  /** The endpoint's health from now on. */
  health: Health;
  /** Why the endpoint is disabled by this, or null. */
  disable: "gone" | "consecutive_failures" | null;
}

export interface VerdictInput {
  outcome: Outcome;
  responseStatus: number | null;
  /** What a 429 or 503 asked for, capped; null without a usable `Retry-After`. */
  retryAfterMs: number | null;
  /** A sentence about the failure; null on success. */
  error: string | null;
  /** 1 for the first attempt. */
  attemptNumber: number;
  /** The endpoint's schedule as it is now. */
  delaysSeconds: readonly number[];
  /** Failures in a row after which the endpoint is disabled; null never. */
  autoDisableAfter: number | null;
  health: Health;
  /** When the attempt ended, Unix ms. */
  nowMs: number;
  /** From -1 to 1, uniformly random. */
  jitter: number;
  /** The delivery was canceled while the attempt was under way: only a success changes what it is. */
  isCanceled: boolean;
  /** True while our own network seems to be down: failures then count against nobody. */
  networkSuspect: boolean;
}

/** After a 429 without `Retry-After` the endpoint rests for the next wait, at most this. */
const holdWithoutHeaderMsMax = 5 * 60 * 1000;

/** An endpoint with no success for this long since its first failure is given up, however busy it is. */
const silentMsMax = 72 * 3600 * 1000;

/** Decides what follows an attempt. Pure: the same input gives the same verdict. */
export function decideVerdict(input: VerdictInput): Verdict {
  if (input.outcome === "success") return afterSuccess(input);
  const delivery = failedDelivery(input);
  const health = failedHealth(input, delivery);
  if (input.responseStatus === 410) return { delivery, health, disable: "gone" };
  return { delivery, health, disable: isGivenUp(input, health) ? "consecutive_failures" : null };
}

function failedDelivery(input: VerdictInput): Verdict["delivery"] {
  if (input.isCanceled) return { status: "canceled" };
  if (input.responseStatus === 410) return { status: "failed", reason: "gone" };
  const waitMs = waitAfterMs(input.delaysSeconds, input.attemptNumber, input.jitter);
  if (waitMs === null) return { status: "failed", reason: "exhausted" };
  return { status: "pending", dueAtMs: input.nowMs + Math.max(waitMs, askedWaitMs(input)) };
}

function afterSuccess(input: VerdictInput): Verdict {
  const health: Health = {
    consecutiveFailures: 0,
    consecutiveFailedAttempts: 0,
    countedFailedAttempts: 0,
    firstFailureAtMs: null,
    lastSuccessAtMs: input.nowMs,
    lastFailureAtMs: input.health.lastFailureAtMs,
    lastError: input.health.lastError,
    heldUntilMs: null,
  };
  return { delivery: { status: "succeeded" }, health, disable: null };
}

function askedWaitMs({ responseStatus, retryAfterMs }: VerdictInput): number {
  return responseStatus === 429 || responseStatus === 503 ? (retryAfterMs ?? 0) : 0;
}

function failedHealth(input: VerdictInput, delivery: Verdict["delivery"]): Health {
  const { health, nowMs } = input;
  const exhausted = delivery.status === "failed" && delivery.reason === "exhausted";
  const counts = input.responseStatus !== 429 && !input.networkSuspect;
  return {
    consecutiveFailures: health.consecutiveFailures + (exhausted && counts ? 1 : 0),
    consecutiveFailedAttempts: health.consecutiveFailedAttempts + 1,
    countedFailedAttempts: health.countedFailedAttempts + (counts ? 1 : 0),
    firstFailureAtMs: health.firstFailureAtMs ?? (counts ? nowMs : null),
    lastSuccessAtMs: health.lastSuccessAtMs,
    lastFailureAtMs: nowMs,
    lastError: input.error,
    heldUntilMs:
      input.responseStatus === 429 ? laterOf(health.heldUntilMs, nowMs + holdMs(input)) : health.heldUntilMs,
  };
}

/** How long a 429 holds the whole endpoint: as asked, else the next wait of the schedule, at most 5 min. */
function holdMs(input: VerdictInput): number {
  if (input.retryAfterMs !== null) return input.retryAfterMs;
  const waitMs = waitAfterMs(input.delaysSeconds, input.attemptNumber, input.jitter);
  return Math.min(waitMs ?? holdWithoutHeaderMsMax, holdWithoutHeaderMsMax);
}

function laterOf(a: number | null, b: number): number {
  return a === null ? b : Math.max(a, b);
}

function isGivenUp(input: VerdictInput, health: Health): boolean {
  const { autoDisableAfter, nowMs } = input;
  if (autoDisableAfter === null || input.networkSuspect) return false;
  if (
    health.consecutiveFailures >= autoDisableAfter &&
    health.consecutiveFailures > input.health.consecutiveFailures
  )
    return true;
  const silentMs = health.firstFailureAtMs === null ? 0 : nowMs - health.firstFailureAtMs;
  return silentMs >= silentMsMax && health.countedFailedAttempts >= autoDisableAfter;
}
