import { systemClock } from "../../platform/clock.ts";

/** The header has whole seconds, and a reply takes its time: so much is no difference between two clocks. */
const toleratedMs = 5000;

let aheadMs = 0;

/**
 * The present time as Posthorn has it, Unix ms: what it tells of happened by its clock, and this computer's may be off.
 * Until the first reply it is this computer's.
 */
export const serverNow = (): number => systemClock.now() + aheadMs;

/** How far Posthorn's clock is ahead of this computer's, ms; negative where it is behind. */
export const serverAheadMs = (): number => aheadMs;

/** Learns the time from a reply. */
export function noteServerTime(headers: Pick<Headers, "get">): void {
  const ahead = Date.parse(headers.get("date") ?? "") - systemClock.now();
  if (!Number.isNaN(ahead)) aheadMs = Math.abs(ahead) > toleratedMs ? ahead : 0;
}
