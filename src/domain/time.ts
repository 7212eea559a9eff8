import { z } from "zod";

/** A moment as the API writes it: ISO 8601, UTC, milliseconds (`2026-05-13T12:46:25.000Z`). */
export const isoTime = z.iso
  .datetime({ precision: 3 })
  .meta({ example: "2026-05-13T12:46:25.000Z", description: "ISO 8601 in UTC with milliseconds" });

/** A moment as a caller may write it: ISO 8601 with any precision and `Z` or an offset. */
export const isoTimeInput = z.iso
  .datetime({ offset: true, message: "must be an ISO 8601 time such as 2026-05-13T12:46:25.000Z" })
  .refine((text) => Number.isFinite(Date.parse(text)), "must be a date that exists")
  .meta({ example: "2026-05-13T12:46:25.000Z" });

export function toIso(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

export function fromIso(text: string): number {
  return Date.parse(text);
}

export function toIsoOrNull(timeMs: number | null): string | null {
  return timeMs === null ? null : toIso(timeMs);
}
