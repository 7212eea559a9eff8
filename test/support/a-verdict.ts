import { freshHealth } from "../../src/domain/health.ts";
import { retryPresets } from "../../src/domain/retry-presets.ts";
import type { VerdictInput } from "../../src/domain/verdict.ts";

export const minuteMs = 60_000;
export const hourMs = 3_600_000;

/** A first attempt that was answered 500, at an endpoint with the default policy and no history; no jitter. */
export function verdictInput(over: Partial<VerdictInput> = {}): VerdictInput {
  return {
    outcome: "http_error",
    responseStatus: 500,
    retryAfterMs: null,
    error: "The receiver answered.",
    attemptNumber: 1,
    delaysSeconds: retryPresets.standard,
    autoDisableAfter: 10,
    health: freshHealth,
    nowMs: Date.parse("2026-05-13T12:00:00.000Z"),
    jitter: 0,
    isCanceled: false,
    networkSuspect: false,
    ...over,
  };
}
