import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  outcome,
  outcomeOfStatus,
  retryAfterMs,
  retryAfterMsMax,
  wasAnswered,
} from "../../src/domain/outcome.ts";

describe("the outcome of a status", () => {
  test.each([
    [200, "success"],
    [204, "success"],
    [299, "success"],
    [300, "redirect"],
    [301, "redirect"],
    [399, "redirect"],
    [199, "http_error"],
    [400, "http_error"],
    [410, "http_error"],
    [429, "http_error"],
    [503, "http_error"],
    [599, "http_error"],
  ] as const)("%i is %s", (status, expected) => expect(outcomeOfStatus(status)).toBe(expected));

  test("an answer is a success, an HTTP error or a redirect, nothing else", () => {
    expect(outcome.options.filter(wasAnswered)).toEqual(["success", "http_error", "redirect"]);
  });
});

describe("Retry-After", () => {
  const nowMs = Date.parse("2026-05-13T12:00:00Z");

  test.each([
    ["seconds", "37", 37_000],
    ["seconds in white space", " 5 ", 5000],
    ["a date", "Wed, 13 May 2026 12:00:37 GMT", 37_000],
    ["a date in the form of RFC 850", "Wednesday, 13-May-26 12:00:37 GMT", 37_000],
    ["a date in the form of asctime, which means GMT wherever this runs", "Wed May 13 12:00:37 2026", 37_000],
    ["a day of one digit in the form of asctime", "Thu May 14 12:00:00 2026", 86_400_000],
    ["more than 24 h, which is 24 h", "86401", retryAfterMsMax],
    ["a date far ahead, which is 24 h", "Fri, 13 May 2033 12:00:00 GMT", retryAfterMsMax],
    ["more digits than a number holds, which is 24 h", "9".repeat(400), retryAfterMsMax],
  ])("can be %s", (_, header, expected) => expect(retryAfterMs(header, nowMs)).toBe(expected));

  test.each([
    ["missing", undefined],
    ["empty", ""],
    ["no time", "0"],
    ["a date that has passed", "Wed, 13 May 2026 11:59:59 GMT"],
    ["negative", "-1"],
    ["a fraction", "1.5"],
    ["a word", "soon"],
    ["a day and a number", "Monday 5"],
    ["a date that does not exist", "Wed, 45 May 2026 12:00:37 GMT"],
    ["a date of another calendar's form", "2026-05-13T12:00:37Z"],
    ["a date without a zone", "Wed, 13 May 2026 12:00:37"],
    ["two headers joined", "5, 10"],
  ])("that is %s asks for nothing", (_, header) => expect(retryAfterMs(header, nowMs)).toBeNull());

  test("never asks for more than 24 h, and never for no time or less", () => {
    const header = fc.oneof(
      fc.string(),
      fc.bigInt().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(header, (text) => {
        const waitMs = retryAfterMs(text, nowMs);
        expect(waitMs === null || (waitMs > 0 && waitMs <= retryAfterMsMax)).toBe(true);
      }),
    );
  });
});
