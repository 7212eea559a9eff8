import { limitInForce } from "./organization.ts";

const dayMs = 24 * 3_600_000;

/** A delivery that is still pending so long after it was first due is given up: `failed` (`expired`). */
export const pendingMsMax = 30 * dayMs;

/**
 * Since when events and ended deliveries are kept; null: for ever.
 * @param ownDays the organization's setting; null: the instance's
 */
export function keptSince(nowMs: number, ownDays: number | null, instanceDays: number): number | null {
  const days = limitInForce(ownDays, instanceDays);
  return days === null ? null : nowMs - days * dayMs;
}
