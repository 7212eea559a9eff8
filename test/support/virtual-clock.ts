import type { Clock, Timer } from "../../src/platform/clock.ts";

/** A clock that a test moves: timers run in the order of their time, the work of a turn right after it. */
export class VirtualClock implements Clock {
  #nowMs: number;
  #monotonicMs = 0;
  #timers: { atMs: number; order: number; call: () => void }[] = [];
  #order = 0;

  constructor(startMs = Date.parse("2026-05-13T12:00:00.000Z")) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  monotonic(): number {
    return this.#monotonicMs;
  }

  after(delayMs: number, call: () => void): Timer {
    const timer = { atMs: this.#monotonicMs + Math.max(0, delayMs), order: this.#order++, call };
    this.#timers.push(timer);
    return {
      cancel: () => {
        this.#timers = this.#timers.filter((one) => one !== timer);
      },
    };
  }

  nextTurn(call: () => void): void {
    setImmediate(call);
  }

  /** Moves time on, running what becomes due on the way, with real turns of the loop between. */
  async advance(byMs: number): Promise<void> {
    const endMs = this.#monotonicMs + byMs;
    await settle();
    for (let next = this.#earliest(endMs); next; next = this.#earliest(endMs)) {
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#moveTo(Math.max(next.atMs, this.#monotonicMs));
      next.call();
      await settle();
    }
    this.#moveTo(endMs);
    await settle();
  }

  /** Steps the wall clock alone, as an operator or NTP does. */
  stepWall(byMs: number): void {
    this.#nowMs += byMs;
  }

  #moveTo(monotonicMs: number): void {
    this.#nowMs += monotonicMs - this.#monotonicMs;
    this.#monotonicMs = monotonicMs;
  }

  #earliest(endMs: number) {
    const due = this.#timers.filter((timer) => timer.atMs <= endMs);
    return due.sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  }
}

/** Lets promises and the turns of the loop that they ask for run to their end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
}
