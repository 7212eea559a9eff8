import type { Clock, Timer } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { RetentionVerbs, Sweep, SweepPlace, Swept } from "../store/retention-verbs.ts";
import { createRetentionClock, type RetentionClock } from "./retention-clock.ts";

/** Told of the progress. */
export interface RetentionMeter {
  began(): void;
  swept(swept: Swept): void;
  /** @param completedAtMs null: it broke off */
  ended(completedAtMs: number | null): void;
}

/** Deletes what has been kept long enough, behind the live work. */
export interface Retention {
  start(): Promise<void>;
  /** Resolves when the step under way has ended. */
  stop(): Promise<void>;
}

export interface RetentionOptions {
  store: RetentionVerbs;
  clock: Clock;
  logger: Logger;
  /** Nobody is told where it is not there. */
  meter?: RetentionMeter;
  /** For organizations that set none; 0 keeps. */
  retentionDays: number;
}

/** The start has enough to do. */
const firstSweepAfterMs = 60_000;
const sweepEveryMs = 15 * 60_000;

/** After each step live work gets three times as long as it took. */
const restFactor = 3;
const restMsMin = 5;

export function createRetention({ store, clock, logger, meter, retentionDays }: RetentionOptions): Retention {
  let retentionClock: RetentionClock | null = null;
  let timer: Timer | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let isStopped = false;
  let wakeUp: () => void = () => {};

  function schedule(delayMs: number): void {
    timer = clock.after(delayMs, () => {
      underWay = sweepAll().finally(() => {
        if (!isStopped) schedule(sweepEveryMs);
      });
    });
  }

  /** Trouble ends the sweep; the next one begins anew. */
  async function sweepAll(): Promise<void> {
    meter?.began();
    try {
      const isComplete = await sweepSteps();
      meter?.ended(isComplete ? clock.now() : null);
    } catch (error) {
      meter?.ended(null);
      if (!isStopped) logger.warn("retention.failed", { error: String(error) });
    }
  }

  /** Says whether it came to its end. */
  async function sweepSteps(): Promise<boolean> {
    if (retentionClock === null) return false;
    const total: Swept = { expired: 0, deliveries: 0, attempts: 0, events: 0 };
    await store.writeClock(retentionClock.toStore());
    const sweep: Sweep = { nowMs: retentionClock.now(), wallMs: clock.now(), retentionDays };
    let place: SweepPlace | null = null;
    while (!isStopped) {
      const startedAt = clock.monotonic();
      const { next, swept }: { next: SweepPlace | null; swept: Swept } = await store.sweep(sweep, place);
      for (const name of Object.keys(total) as (keyof Swept)[]) total[name] += swept[name];
      meter?.swept(swept);
      if (next === null) break;
      place = next;
      await rest(Math.max(restMsMin, restFactor * (clock.monotonic() - startedAt)));
    }
    if (Object.values(total).some((count) => count > 0)) logger.info("retention.swept", { ...total });
    return !isStopped;
  }

  function rest(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      wakeUp = resolve;
      timer = clock.after(delayMs, resolve);
    });
  }

  return {
    async start() {
      retentionClock = createRetentionClock(clock, await store.readClock());
      schedule(firstSweepAfterMs);
    },
    async stop() {
      isStopped = true;
      timer?.cancel();
      wakeUp();
      await underWay;
    },
  };
}
