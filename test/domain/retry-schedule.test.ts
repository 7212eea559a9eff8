import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type RetryPreset, retryPresets } from "../../src/domain/retry-presets.ts";
import {
  attemptsMax,
  jitterShare,
  retrySchedule,
  retryScheduleInput,
  scheduleOf,
  standardRetry,
  waitAfterMs,
} from "../../src/domain/retry-schedule.ts";
import { refusals } from "../support/refusals.ts";

const minute = 60;
const hour = 3600;

describe("a preset", () => {
  test.each([
    ["standard", 8, [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour]],
    ["short", 3, [30, 5 * minute]],
    [
      "extended",
      10,
      [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
    ],
    ["none", 1, []],
  ] as const)("%s makes %i attempts", (preset, attempts, waits) => {
    const schedule = scheduleOf({ preset });
    expect(schedule).toEqual({ preset, delaysSeconds: [...waits] });
    expect(attemptsMax(schedule)).toBe(attempts);
  });

  test("is standard where nothing is said", () => expect(standardRetry.preset).toBe("standard"));

  test("can be sent back as it was read", () => {
    for (const preset of Object.keys(retryPresets) as RetryPreset[]) {
      expect(refusals(retryScheduleInput, scheduleOf({ preset }))).toEqual([]);
    }
  });

  test("cannot be changed through a schedule that was made of it", () => {
    scheduleOf({ preset: "short" }).delaysSeconds.push(1);
    expect(scheduleOf({ preset: "short" }).delaysSeconds).toEqual([30, 300]);
  });
});

describe("waits of one's own", () => {
  test.each([
    ["none at all", []],
    ["no wait between attempts", [0, 0]],
    ["20 waits", new Array(20).fill(1)],
    ["a wait of 7 days", [604_800]],
    ["30 days in all", [604_800, 604_800, 604_800, 604_800, 172_800]],
  ])("may be %s", (_, delaysSeconds) => {
    expect(refusals(retryScheduleInput, { delaysSeconds })).toEqual([]);
    expect(scheduleOf({ delaysSeconds })).toEqual({ preset: "custom", delaysSeconds });
  });

  test.each([
    ["21 waits", new Array(21).fill(1), "delaysSeconds: must hold at most 20 waits"],
    ["a negative wait", [5, -1], "delaysSeconds.1: must be 0 or more (got -1)"],
    ["more than 7 days", [604_801], "delaysSeconds.0: must be at most 604800 (7 days) (got 604801)"],
    ["half a second", [0.5], "delaysSeconds.0: must be a whole number of seconds (got 0.5)"],
    ["text", ["5"], 'delaysSeconds.0: must be a number of seconds (got "5")'],
    [
      "more than 30 days in all",
      [604_800, 604_800, 604_800, 604_800, 172_801],
      "delaysSeconds: must not span more than 30 days in all",
    ],
    ["no list", 5, "delaysSeconds: must be a list (got 5)"],
  ])("may not be %s", (_, delaysSeconds, sentence) => {
    expect(refusals(retryScheduleInput, { delaysSeconds })).toEqual([sentence]);
  });

  test.each([
    ["neither a preset nor waits", {}, ": needs a preset or delaysSeconds"],
    ["custom without waits", { preset: "custom" }, ': needs delaysSeconds when the preset is "custom"'],
    [
      "a preset with other waits",
      { preset: "short", delaysSeconds: [30] },
      ': takes a preset or delaysSeconds, not both: these are not the waits of "short"',
    ],
    [
      "an unknown preset",
      { preset: "forever" },
      'preset: must be one of standard, short, extended, none, custom (got "forever")',
    ],
    [
      "an unknown field",
      { preset: "short", delaySeconds: [1] },
      'delaySeconds: is not a field here; did you mean "delaysSeconds"?',
    ],
  ])("are refused with %s", (_, input, sentence) => {
    expect(refusals(retryScheduleInput, input)).toEqual([sentence]);
  });
});

describe("the wait after a failed attempt", () => {
  const delays = fc.array(fc.integer({ min: 0, max: 604_800 }), { maxLength: 20 });
  const jitter = fc.double({ min: -1, max: 1, noNaN: true });

  test("is the schedule's, within 10 % either way", () => {
    fc.assert(
      fc.property(delays, fc.nat(25), jitter, (waits, attempt, chance) => {
        const waitMs = waitAfterMs(waits, attempt + 1, chance);
        const wait = waits[attempt];
        if (wait === undefined) {
          expect(waitMs).toBeNull();
          return;
        }
        expect(waitMs).toBeGreaterThanOrEqual(wait * 900);
        expect(waitMs).toBeLessThanOrEqual(wait * 1100);
        expect(Number.isInteger(waitMs)).toBe(true);
      }),
    );
  });

  test("reaches both ends of the 10 %, and is exact without jitter", () => {
    expect(jitterShare).toBe(0.1);
    expect([-1, 0, 1].map((chance) => waitAfterMs([300], 1, chance))).toEqual([270_000, 300_000, 330_000]);
  });

  test("grows with the jitter", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 604_800 }), jitter, jitter, (wait, a, b) => {
        const [less, more] = [waitAfterMs([wait], 1, Math.min(a, b)), waitAfterMs([wait], 1, Math.max(a, b))];
        expect(less ?? 0).toBeLessThanOrEqual(more ?? 0);
      }),
    );
  });

  test("is there once for each attempt but the last", () => {
    fc.assert(
      fc.property(delays, (waits) => {
        const schedule = scheduleOf({ delaysSeconds: waits });
        const last = attemptsMax(schedule);
        const waitsFound = Array.from({ length: last }, (_, i) => waitAfterMs(waits, i + 1, 0));
        expect(waitsFound).toEqual([...waits.map((wait) => wait * 1000), null]);
      }),
    );
  });
});

test("a schedule as read names its preset", () => {
  expect(refusals(retrySchedule, standardRetry)).toEqual([]);
  expect(refusals(retrySchedule, { preset: "custom", delaysSeconds: [1] })).toEqual([]);
});
