import type { Clock } from "../platform/clock.ts";
import type { NewWork } from "../store/new-work.ts";

/** Work of many steps, done behind the live work: what is left of large fan-outs and disables, recoveries, replays. */
export interface Chores {
  /** Begins, unless it is under way. */
  start(): void;
  stop(): void;
}

export interface ChoresOptions {
  clock: Clock;
  /** Does one step. `waits`: there was nothing to do yet, but there will be. */
  step: () => Promise<{ done: boolean; waits?: boolean; work: NewWork }>;
  onWork: (work: NewWork) => void;
  onError: (error: unknown) => void;
}

const restMsMin = 1;
const restAfterErrorMs = 1000;
const restWhileWaitingMs = 250;

/** Rests after each step for as long as it took: live work gets at least half of the time. */
export function createChores({ clock, step, onWork, onError }: ChoresOptions): Chores {
  let isRunning = false;
  let isStopped = false;
  let wasAskedAgain = false;

  async function runStep(): Promise<void> {
    if (isStopped) return;
    wasAskedAgain = false;
    const startedAt = clock.monotonic();
    let restMs = restAfterErrorMs;
    let isDone = false;
    try {
      const { done, waits = false, work } = await step();
      if (isStopped) return;
      isDone = done;
      onWork(work);
      restMs = waits ? restWhileWaitingMs : Math.max(restMsMin, clock.monotonic() - startedAt);
    } catch (error) {
      onError(error);
    }
    // What came up during the last step may have missed it.
    isRunning = !isDone || wasAskedAgain;
    if (isRunning) clock.after(restMs, () => void runStep());
  }

  return {
    start() {
      wasAskedAgain = true;
      if (isRunning || isStopped) return;
      isRunning = true;
      clock.nextTurn(() => void runStep());
    },
    stop() {
      isStopped = true;
    },
  };
}
