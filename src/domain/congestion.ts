import type { EndpointStatus } from "./endpoint.ts";

/** What the oldest due delivery of an endpoint may be waiting for. Times in Unix ms. */
export interface OldestWait {
  status: EndpointStatus;
  /** Null: nothing is due. */
  oldestDueAtMs: number | null;
  /** Until when a receiver's 429 holds, or last held, the endpoint. */
  heldUntilMs: number | null;
  /** When the endpoint was last resumed from a pause. */
  resumedAtMs: number | null;
  /** The endpoint keeps the order, and the delivery whose turn it is waits for its retry. */
  isBehindRetry: boolean;
}

/** The oldest due delivery has waited this long for the rate limit or a slot: the endpoint is congested. */
export const congestedFromMs = 60_000;

/** Whether an endpoint gets more than may be sent to it. A wait that has another reason does not count. */
export function isCongested(wait: OldestWait, nowMs: number): boolean {
  const { status, oldestDueAtMs, heldUntilMs, resumedAtMs, isBehindRetry } = wait;
  if (status !== "active" || oldestDueAtMs === null || isBehindRetry) return false;
  return nowMs - Math.max(oldestDueAtMs, heldUntilMs ?? 0, resumedAtMs ?? 0) >= congestedFromMs;
}
