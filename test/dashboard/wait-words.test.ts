import { expect, test } from "bun:test";
import {
  momentsOf,
  readWaits,
  scheduleWords,
  writeRoughly,
  writeWaits,
} from "../../src/dashboard/pages/endpoint-form/wait-words.ts";
import { retryPresets } from "../../src/domain/retry-presets.ts";

test("waits are read as people write them", () => {
  const written = ["30", "30 s", "5min", "2 hours", "1d 12h", "1 d, 5 m; 10 sec"];
  expect(written.map(readWaits)).toEqual(
    [[30], [30], [300], [7200], [129_600], [86_400, 300, 10]].map((waits) => ({ ok: true, waits })),
  );
  expect(readWaits(" , ")).toEqual({ ok: true, waits: [] });
});

test("what is no wait is named", () => {
  expect(readWaits("5 s, soon")).toEqual({
    ok: false,
    problem: '"soon" is no wait. Write it as 30 s, 5 min, 2 h or 1 d.',
  });
  for (const wrong of ["5 weeks", "-3 s", "1.5 h", "s 5"]) expect(readWaits(wrong).ok).toBe(false);
});

test("every preset that is written out is read back", () => {
  for (const waits of Object.values(retryPresets)) {
    expect(readWaits(writeWaits(waits))).toEqual({ ok: true, waits: [...waits] });
  }
});

test("a schedule is told by its attempts and the moments that it leads to", () => {
  expect(scheduleWords(retryPresets.standard)).toBe("8 attempts over 1 d 3 h");
  expect(scheduleWords([])).toBe("1 attempt, no retry");
  expect(momentsOf([5, 300, 0]).map(writeRoughly)).toEqual(["0 s", "5 s", "5 min 5 s", "5 min 5 s"]);
});
