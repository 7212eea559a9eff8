import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { fromIso, isoTime, isoTimeInput, toIso, toIsoOrNull } from "../../src/domain/time.ts";
import { refusals } from "../support/refusals.ts";

const firstMs = Date.parse("0000-01-01T00:00:00.000Z");
const lastMs = Date.parse("9999-12-31T23:59:59.999Z");
const momentMs = fc.integer({ min: firstMs, max: lastMs });

describe("a time as a caller writes it", () => {
  test.each([
    ["2026-05-13T12:46:25.000Z", "2026-05-13T12:46:25.000Z"],
    ["2026-05-13T12:46:25Z", "2026-05-13T12:46:25.000Z"],
    ["2026-05-13T12:46:25.123456789Z", "2026-05-13T12:46:25.123Z"],
    ["2026-05-13T12:46:25+05:30", "2026-05-13T07:16:25.000Z"],
    ["2026-05-13T00:30:00-01:00", "2026-05-13T01:30:00.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"],
    ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z"],
  ])("%s is the moment %s", (written, moment) => {
    expect(refusals(isoTimeInput, written)).toEqual([]);
    expect(toIso(fromIso(written))).toBe(moment);
  });

  test.each([
    ["a day that the month does not have", "2026-02-30T00:00:00Z"],
    ["the 31st of a month of 30 days", "2026-04-31T00:00:00Z"],
    ["the 29th of February of a common year", "2026-02-29T00:00:00Z"],
    ["the 29th of February of a century that is no leap year", "1900-02-29T00:00:00Z"],
    ["the hour 24", "2026-05-13T24:00:00Z"],
    ["a leap second", "2016-12-31T23:59:60Z"],
    ["a year of more than four digits", "+010000-01-01T00:00:00Z"],
    ["a time without a zone", "2026-05-13T12:46:25"],
    ["a day without a time", "2026-05-13"],
    ["a comma before the fraction", "2026-05-13T12:46:25,5Z"],
    ["a number in text", "1778676385"],
    ["nothing", ""],
  ])("%s is refused, once", (_, written) => {
    expect(refusals(isoTimeInput, written)).toEqual([
      `: must be an ISO 8601 time such as 2026-05-13T12:46:25.000Z (got ${JSON.stringify(written)})`,
    ]);
  });

  test.each(["9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01"])(
    "%s is refused: with its offset it leaves the years that can be written back",
    (written) => {
      expect(refusals(isoTimeInput, written)).toEqual([
        `: must lie in the years 0000 to 9999 in UTC (got "${written}")`,
      ]);
    },
  );

  test("what is accepted can always be written back, and means the same moment", () => {
    const offsetMinutes = fc.integer({ min: -1439, max: 1439 });
    fc.assert(
      fc.property(momentMs, offsetMinutes, (ms, minutes) => {
        const written = toIso(ms).replace("Z", zoneOf(minutes));
        if (refusals(isoTimeInput, written).length > 0) return;
        expect(fromIso(written)).toBe(ms - minutes * 60_000);
        expect(refusals(isoTime, toIso(fromIso(written)))).toEqual([]);
      }),
    );
  });

  test("any text is refused or can be written back", () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
    const almost = fc
      .tuple(
        digits(4),
        digits(2),
        digits(2),
        digits(2),
        digits(2),
        digits(2),
        fc.constantFrom("Z", "+23:59", "-23:59", ""),
      )
      .map(([y, mo, d, h, mi, s, zone]) => `${y}-${mo}-${d}T${h}:${mi}:${s}${zone}`);
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (written) => {
        if (refusals(isoTimeInput, written).length > 0) return;
        expect(refusals(isoTime, toIso(fromIso(written)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a time as the API writes it", () => {
  test("has milliseconds and ends in Z", () => {
    expect(toIso(0)).toBe("1970-01-01T00:00:00.000Z");
    expect(refusals(isoTime, "2026-05-13T12:46:25Z")).not.toEqual([]);
    expect(refusals(isoTime, "2026-05-13T12:46:25.000+00:00")).not.toEqual([]);
  });

  test("is read back as the same moment", () => {
    fc.assert(fc.property(momentMs, (ms) => expect(fromIso(toIso(ms))).toBe(ms)));
  });

  test("of no moment is null", () => {
    expect(toIsoOrNull(null)).toBeNull();
    expect(toIsoOrNull(0)).toBe("1970-01-01T00:00:00.000Z");
  });
});

/** 330 → `+05:30` */
function zoneOf(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${twoDigits(size / 60)}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}
