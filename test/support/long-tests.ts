import { test } from "bun:test";

/** The variable with which the tests that take minutes are run as well; `.ci/run` sets it. */
export const longTestsVariable = "POSTHORN_LONG_TESTS";

/** Whether this run has the time for them. */
export const isLongRun = Bun.env[longTestsVariable] === "1";

/** How much of something a test does: a little in every run, all of it where there is time. */
export function inShortOrLongRun<T>(amounts: { short: T; long: T }): T {
  return isLongRun ? amounts.long : amounts.short;
}

/** A test that has no short form. */
export const longTest = test.skipIf(!isLongRun);

/** Chance in tests: the same again with the printed SEED. What it cannot repeat is the timing of processes. */
export function seedOfThisRun(): number {
  const given = Bun.env.SEED;
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
