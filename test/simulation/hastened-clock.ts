import type { Clock } from "../../src/platform/clock.ts";
import type { SteppedClock } from "./stepped-clock.ts";

/** Timers come sooner, but not as often as time flies: a sweep each minute would be all that happens. */
const timersFaster = 60;

/**
 * The world's time, so many times as fast since its beginning: months of keeping pass in the minutes in which
 * everything else happens.
 */
export function hastenedClock(
  clock: SteppedClock,
  { startMs, factor }: { startMs: number; factor: number },
): Clock {
  return {
    now: () => startMs + (clock.trueNow() - startMs) * factor,
    monotonic: () => clock.monotonic() * factor,
    after: (delayMs, call) => clock.after(delayMs / timersFaster, call),
    nextTurn: (call) => clock.nextTurn(call),
  };
}
