/** A running timer; `cancel` is harmless after it has fired. */
export interface Timer {
  cancel(): void;
}

/** Time as a value, so that the engine runs in virtual time in the simulation. */
export interface Clock {
  /** Wall clock, Unix milliseconds. May step back. */
  now(): number;
  /** Milliseconds since some fixed moment; never steps back. For durations. */
  monotonic(): number;
  /** Calls once after the given milliseconds. */
  after(delayMs: number, call: () => void): Timer;
  /** Calls once when the present turn of the event loop has collected its work. */
  nextTurn(call: () => void): void;
}

/** A timer longer than this fires at once (32-bit milliseconds): cut it, the caller looks again. */
const timerMsMax = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, Math.min(Math.max(0, delayMs), timerMsMax));
    return { cancel: () => clearTimeout(timer) };
  },
  nextTurn: (call) => {
    setImmediate(call);
  },
};
