import { expect, test } from "bun:test";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatRelative,
  formatShare,
  formatSpan,
} from "../../src/dashboard/parts/format.ts";

test("a share is never rounded up to a hundred", () => {
  expect([1, 0.99999, 0.9968, 0.983, 0.5, 0].map(formatShare)).toEqual([
    "100 %",
    "99.99 %",
    "99.68 %",
    "98.3 %",
    "50 %",
    "0 %",
  ]);
});

test("durations and spans have the unit that fits", () => {
  expect([0, 84, 999, 1240, 59_949, 120_000].map(formatDuration)).toEqual([
    "0 ms",
    "84 ms",
    "999 ms",
    "1.2 s",
    "59.9 s",
    "2 min",
  ]);
  expect([0, 12_000, 300_000, 7_200_000, 259_200_000].map(formatSpan)).toEqual([
    "0 s",
    "12 s",
    "5 min",
    "2 h",
    "3 d",
  ]);
  expect(formatCount(12_300)).toBe("12,300");
});

test("what is rounded up to the next unit is told in that", () => {
  expect([999.4, 999.6, 59_949, 59_960, 59_999].map(formatDuration)).toEqual([
    "999 ms",
    "1 s",
    "59.9 s",
    "1 min",
    "1 min",
  ]);
  expect(
    [0, 999, 999.96, 1000, 999_949, 999_950, 999_999, 999_999_999, 52_400_000_000].map(formatBytes),
  ).toEqual(["0 B", "999 B", "1 kB", "1 kB", "999.9 kB", "1 MB", "1 MB", "1 GB", "52.4 GB"]);
  expect(formatBytes(5e15)).toBe("5,000 TB");
});

test("times are told by their distance, also those to come", () => {
  const now = 1_000_000_000;
  const distances = [0, -500, 4999, 5000, 300_000, -2000, -7_200_000];
  expect(distances.map((ms) => formatRelative(now - ms, now))).toEqual([
    "just now",
    "just now",
    "just now",
    "5 s ago",
    "5 min ago",
    "in a moment",
    "in 2 h",
  ]);
});
