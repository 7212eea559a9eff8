import { z } from "zod";
import { type RetryPreset, retryPresets } from "./retry-presets.ts";

const presetNames = Object.keys(retryPresets) as [RetryPreset, ...RetryPreset[]];

const delaysMax = 20;
const delaySecondsMax = 604_800;
const totalSecondsMax = 30 * 24 * 3600;

const delaysSeconds = z
  .array(
    z
      .number({ error: "must be a number of seconds" })
      .int("must be a whole number of seconds")
      .min(0, "must be 0 or more")
      .max(delaySecondsMax, `must be at most ${delaySecondsMax} (7 days)`),
  )
  .max(delaysMax, `must hold at most ${delaysMax} waits`)
  .refine((delays) => delays.reduce((sum, delay) => sum + delay, 0) <= totalSecondsMax, {
    message: "must not span more than 30 days in all",
  });

/** A schedule as read: the preset's name, or `custom`, and its waits. */
export const retrySchedule = z
  .object({ preset: z.enum([...presetNames, "custom"]), delaysSeconds: z.array(z.int()) })
  .meta({ id: "RetrySchedule" });
export type RetrySchedule = z.infer<typeof retrySchedule>;

/** A schedule as written: a preset, or waits of one's own. A read one may be sent back as it is. */
export const retryScheduleInput = z
  .strictObject({
    preset: z
      .enum([...presetNames, "custom"])
      .optional()
      .describe(`Waits made ready: ${presetMeanings()}. \`custom\` goes with delaysSeconds`),
    delaysSeconds: delaysSeconds
      .optional()
      .describe("Instead of a preset: the seconds before each further attempt, 30 days in all at most"),
  })
  .superRefine((input, context) => {
    const { preset, delaysSeconds: delays } = input;
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    if (preset === undefined && delays === undefined) return refuse("needs a preset or delaysSeconds");
    if (preset === "custom" && delays === undefined)
      return refuse('needs delaysSeconds when the preset is "custom"');
    if (preset === undefined || preset === "custom" || delays === undefined) return;
    if (!sameDelays(retryPresets[preset], delays)) {
      refuse(`takes a preset or delaysSeconds, not both: these are not the waits of "${preset}"`);
    }
  })
  .meta({ id: "RetryScheduleInput", example: { preset: "standard" } });
export type RetryScheduleInput = z.infer<typeof retryScheduleInput>;

export const standardRetry: RetrySchedule = scheduleOf({ preset: "standard" });

/** The schedule that an input means. The input has been validated. */
export function scheduleOf(input: RetryScheduleInput): RetrySchedule {
  if (input.preset !== undefined && input.preset !== "custom") {
    return { preset: input.preset, delaysSeconds: [...retryPresets[input.preset]] };
  }
  return { preset: "custom", delaysSeconds: [...(input.delaysSeconds ?? [])] };
}

/** Attempts in all: the first one and one after each wait. */
export function attemptsMax(schedule: RetrySchedule): number {
  return schedule.delaysSeconds.length + 1;
}

/** How far a wait may differ from the schedule: ±10 %. */
export const jitterShare = 0.1;

/**
 * Milliseconds to wait after the given failed attempt (1 = the first), or null when the schedule is used up.
 * @param jitter from -1 to 1, uniformly random
 */
export function waitAfterMs(delays: readonly number[], attemptNumber: number, jitter: number): number | null {
  const delay = delays[attemptNumber - 1];
  return delay === undefined ? null : Math.round(delay * 1000 * (1 + jitterShare * jitter));
}

/** Each preset with its waits: "`short` (30 s, 300 s)". */
function presetMeanings(): string {
  const meanings = Object.entries(retryPresets).map(([name, delays]) => {
    const waits = delays.length === 0 ? "no retry" : delays.map((delay) => `${delay} s`).join(", ");
    return `\`${name}\` (${waits})`;
  });
  return meanings.join("; ");
}

function sameDelays(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((delay, i) => delay === b[i]);
}
