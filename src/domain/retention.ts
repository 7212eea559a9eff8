import { limitInForce } from "./organization.ts";

const dayMs = 24 * 3_600_000;

/** A delivery that is still pending so long after it was first due is given up: `failed` (`expired`). */
export const pendingMsMax = 30 * dayMs;

/** Days that a task that has ended is shown at least, and an entry of the audit log. */
export const taskDaysMin = 30;
export const auditDaysMin = 400;

/**
 * Since when events and ended deliveries are kept; null: for ever.
 * @param ownDays the organization's setting; null: the instance's
 * @param daysMin what is kept longer than those, where they are kept for a short time
 */
export function keptSince(
  nowMs: number,
  { ownDays, instanceDays, daysMin = 0 }: { ownDays: number | null; instanceDays: number; daysMin?: number },
): number | null {
  const days = limitInForce(ownDays, instanceDays);
  return days === null ? null : nowMs - Math.max(days, daysMin) * dayMs;
}

/** How long it is remembered what a source has received. Meta sends again for seven days; longer than anybody else. */
export const sourceKeysKeptMs = 8 * 24 * 3_600_000;
