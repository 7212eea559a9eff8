import { z } from "zod";

/** A moment as the API writes it: ISO 8601, UTC, milliseconds (`2026-05-13T12:46:25.000Z`). */
export const isoTime = z.iso
  .datetime({ precision: 3 })
  .meta({ example: "2026-05-13T12:46:25.000Z", description: "ISO 8601 in UTC with milliseconds" });

/**
 * A moment as a caller may write it: ISO 8601 with any precision and `Z` or an offset. Nothing that cannot be written
 * back: the zone moves a moment near the ends of the calendar into a year of five digits, or before the year 0.
 */
export const isoTimeInput = z.iso
  .datetime({
    offset: true,
    message: "must be an ISO 8601 time such as 2026-05-13T12:46:25.000Z",
    abort: true,
  })
  .refine((text) => isWritable(Date.parse(text)), "must lie in the years 0000 to 9999 in UTC")
  .meta({ example: "2026-05-13T12:46:25.000Z" });

const firstMs = Date.parse("0000-01-01T00:00:00.000Z");
const lastMs = Date.parse("9999-12-31T23:59:59.999Z");

/** False for what is no number, too. */
function isWritable(timeMs: number): boolean {
  return timeMs >= firstMs && timeMs <= lastMs;
}

let latestMs = Number.NaN;
let latestText = "";

/** The latest one is kept: an event, its delivery and their log lines mostly share a millisecond. */
export function toIso(timeMs: number): string {
  if (timeMs !== latestMs) {
    latestText = new Date(timeMs).toISOString();
    latestMs = timeMs;
  }
  return latestText;
}

export function fromIso(text: string): number {
  return Date.parse(text);
}

export function toIsoOrNull(timeMs: number | null): string | null {
  return timeMs === null ? null : toIso(timeMs);
}
