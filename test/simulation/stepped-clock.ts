import type { Clock, Timer } from "../../src/platform/clock.ts";

interface Waiting {
  atMs: number;
  call: () => void;
}

/** Virtual time in single steps: one callback each, then every promise that it settles. A crash falls between two. */
export class SteppedClock implements Clock {
  /** The time that has really passed, whatever the wall clock says. */
  #nowMs: number;
  readonly #startMs: number;
  #aheadMs: number;
  #turns: (() => void)[] = [];
  #timers: Waiting[] = [];

  /** @param aheadMs how far ahead of time the wall clock is */
  constructor(startMs: number, aheadMs = 0) {
    this.#nowMs = startMs;
    this.#startMs = startMs;
    this.#aheadMs = aheadMs;
  }

  /** The wall clock. */
  now(): number {
    return this.#nowMs + this.#aheadMs;
  }

  /** What the wall clock would say if nobody had ever set it. */
  trueNow(): number {
    return this.#nowMs;
  }

  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** Sets the wall clock, so far ahead of time; timers do not notice. */
  setAhead(ms: number): void {
    this.#aheadMs = ms;
  }

  monotonic(): number {
    return this.#nowMs - this.#startMs;
  }

  after(delayMs: number, call: () => void): Timer {
    const timer = { atMs: this.#nowMs + Math.max(0, Math.ceil(delayMs)), call };
    const behind = this.#timers.findIndex(({ atMs }) => atMs > timer.atMs);
    this.#timers.splice(behind === -1 ? this.#timers.length : behind, 0, timer);
    return {
      cancel: () => {
        const at = this.#timers.indexOf(timer);
        if (at !== -1) this.#timers.splice(at, 1);
      },
    };
  }

  nextTurn(call: () => void): void {
    this.#turns.push(call);
  }

  /** Nothing happens any more until time moves. */
  get isQuiet(): boolean {
    const [next] = this.#timers;
    return this.#turns.length === 0 && (next === undefined || next.atMs > this.#nowMs);
  }

  /** Runs one callback of this moment, or moves to the next timer and runs that; never past `untilMs` of true time. */
  async step(untilMs: number): Promise<void> {
    const turn = this.#turns.shift();
    if (turn !== undefined) turn();
    else this.#runTimer(untilMs);
    await settlePromises();
  }

  /** Runs what this moment still holds, as a process does that is about to end. */
  async finishTurns(): Promise<void> {
    this.#timers = [];
    for (let turn = this.#turns.shift(); turn !== undefined; turn = this.#turns.shift()) {
      turn();
      await settlePromises();
    }
  }

  #runTimer(untilMs: number): void {
    const [next] = this.#timers;
    if (next === undefined || next.atMs > untilMs) {
      this.#nowMs = untilMs;
      return;
    }
    this.#timers.shift();
    this.#nowMs = next.atMs;
    next.call();
  }
}

/** Promises settle before the next turn of the real loop. */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
