import { describe, expect, test } from "bun:test";
import { RefusalRuns, refusalWindowMs } from "../../src/sources/refusal-runs.ts";

/** Refusals at a source, evenly spread; says at which of them it is told. */
function toldAt(
  runs: RefusalRuns,
  count: number,
  { everyMs, fromMs = 0 }: { everyMs: number; fromMs?: number },
) {
  const told = Array.from({ length: count }, (_, n) => runs.refused("src_1", fromMs + n * everyMs));
  return told.flatMap((rejected, n) => (rejected === null ? [] : [[n + 1, rejected]]));
}

describe("a run of refusals", () => {
  test("is told at the tenth, once", () => {
    expect(toldAt(new RefusalRuns(), 1000, { everyMs: 1000 })).toEqual([[10, 10]]);
  });

  test("is none where ten do not come within ten minutes", () => {
    expect(toldAt(new RefusalRuns(), 100, { everyMs: refusalWindowMs / 9 + 1 })).toEqual([]);
    expect(toldAt(new RefusalRuns(), 10, { everyMs: refusalWindowMs / 9 - 1 })).toEqual([[10, 10]]);
  });

  test("ends with ten quiet minutes, or when something is accepted", () => {
    const runs = new RefusalRuns();
    expect(toldAt(runs, 12, { everyMs: 1 })).toEqual([[10, 10]]);
    expect(toldAt(runs, 12, { everyMs: 1, fromMs: refusalWindowMs - 20 })).toEqual([]);
    expect(toldAt(runs, 12, { everyMs: 1, fromMs: 3 * refusalWindowMs })).toEqual([[10, 10]]);
    runs.accepted("src_1");
    expect(toldAt(runs, 12, { everyMs: 1, fromMs: 3 * refusalWindowMs + 50 })).toEqual([[10, 10]]);
  });

  test("is each source's own", () => {
    const runs = new RefusalRuns();
    for (let n = 0; n < 9; n++) {
      expect([runs.refused("a", n), runs.refused("b", n)]).toEqual([null, null]);
    }
    expect(runs.refused("a", 9)).toBe(10);
  });
});
