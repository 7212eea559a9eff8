/** What an endpoint's attempts say about it; kept in the same transaction as the attempts. Times in Unix ms. */
export interface Health {
  /** Deliveries that ended `failed` (`exhausted`) in a row, exhaustion by 429 left out. */
  consecutiveFailures: number;
  /** Attempts in a row that did not succeed. */
  consecutiveFailedAttempts: number;
  /** Failed attempts since the last success that count for auto-disable (a 429 does not). */
  countedFailedAttempts: number;
  /** When the first of those was. */
  firstFailureAtMs: number | null;
  lastSuccessAtMs: number | null;
  lastFailureAtMs: number | null;
  /** A sentence about the last failure. */
  lastError: string | null;
  /** Nothing is sent before this time: the receiver answered 429. */
  heldUntilMs: number | null;
}

export const freshHealth: Health = {
  consecutiveFailures: 0,
  consecutiveFailedAttempts: 0,
  countedFailedAttempts: 0,
  firstFailureAtMs: null,
  lastSuccessAtMs: null,
  lastFailureAtMs: null,
  lastError: null,
  heldUntilMs: null,
};

/** From this many failed attempts in a row an endpoint counts as failing. */
export const failingFrom = 4;

/** Enabling starts the counters anew and ends a hold; what happened stays readable. */
export function healthAfterEnabling(health: Health): Health {
  return {
    ...freshHealth,
    lastSuccessAtMs: health.lastSuccessAtMs,
    lastFailureAtMs: health.lastFailureAtMs,
    lastError: health.lastError,
  };
}
