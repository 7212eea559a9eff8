import type { Clock, Timer } from "../../platform/clock.ts";
import { Histogram } from "./instruments.ts";
import { histogram, type MetricFamily } from "./metric-family.ts";

/** A look costs about a microsecond, and a block of this length is always seen. */
const everyMs = 50;
const lagBounds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;

/** How late timers fire: while one thing runs on the thread that does everything, all others wait. */
export function watchLoopLag(clock: Clock): { families: MetricFamily[]; stop(): void } {
  const lag = new Histogram(lagBounds);
  let timer: Timer | null = null;
  let dueAt = 0;

  function schedule(): void {
    dueAt = clock.monotonic() + everyMs;
    timer = clock.after(everyMs, look);
  }

  function look(): void {
    lag.observe(Math.max(0, clock.monotonic() - dueAt) / 1000);
    schedule();
  }

  schedule();
  return {
    families: [
      histogram(
        "posthorn_event_loop_lag_seconds",
        "How late a timer fired that is set 20 times a second: what everything else waited too",
        lag,
      ),
    ],
    stop: () => timer?.cancel(),
  };
}
