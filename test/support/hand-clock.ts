import type { Clock } from "../../src/platform/clock.ts";

/** A clock that stands still until it is moved by hand. */
export interface HandClock extends Clock {
  advance(ms: number): void;
}

export function createHandClock(): HandClock {
  let elapsedMs = 0;
  const timers = new Map<object, { dueMs: number; call: () => void }>();
  return {
    now: () => 1_778_676_385_000 + elapsedMs,
    monotonic: () => elapsedMs,
    after(delayMs, call) {
      const timer = { cancel: () => void timers.delete(timer) };
      timers.set(timer, { dueMs: elapsedMs + delayMs, call });
      return timer;
    },
    nextTurn: (call) => queueMicrotask(call),
    advance(ms) {
      elapsedMs += ms;
      for (const [timer, { dueMs, call }] of [...timers]) {
        if (dueMs <= elapsedMs && timers.delete(timer)) call();
      }
    },
  };
}
