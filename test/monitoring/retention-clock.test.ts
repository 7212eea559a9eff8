import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { createRetentionClock } from "../../src/monitoring/retention-clock.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const hourMs = 3_600_000;
const startMs = Date.parse("2026-05-13T12:00:00.000Z");

/** A run of the program: its clock when it ends, and what it stores. */
async function run(storedMs: number | null, wallMs: number, hours: number) {
  const clock = new VirtualClock(wallMs);
  const retention = createRetentionClock(clock, storedMs);
  await clock.advance(hours * hourMs);
  return { clock, retention, storedMs: retention.toStore() };
}

describe("retention's clock (engine.md, Crash and clock)", () => {
  test("is the wall clock in a new file, and as long as nobody touches it", async () => {
    const { clock, retention, storedMs } = await run(null, startMs, 5);
    expect([retention.now(), storedMs]).toEqual([clock.now(), clock.now()]);
  });

  test("goes with the wall clock when that is set back", async () => {
    const { clock, retention } = await run(startMs, startMs, 5);
    clock.stepWall(-48 * hourMs);
    expect([retention.now(), retention.toStore()]).toEqual([clock.now(), clock.now()]);
  });

  test("is not taken along when the wall clock jumps ahead, before the start or after", async () => {
    const wrongAtStart = await run(startMs, startMs + 8760 * hourMs, 5);
    expect(wrongAtStart.retention.now()).toBe(startMs + 5 * hourMs);
    const jumped = await run(startMs, startMs, 5);
    jumped.clock.stepWall(8760 * hourMs);
    expect(jumped.retention.now()).toBe(startMs + 5 * hourMs);
  });

  test("gains in any number of starts no more than the program runs, however wrong the clock is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 100 }), { maxLength: 8 }), async (runs) => {
        let storedMs = startMs;
        let ranMs = 0;
        for (const hours of runs) {
          ({ storedMs } = await run(storedMs, startMs + 10 ** 6 * hourMs, hours));
          ranMs += hours * hourMs;
        }
        expect(storedMs).toBeLessThanOrEqual(startMs + 2 * ranMs);
      }),
      { numRuns: 20 },
    );
  });

  test("falls behind by no more than a night where the machine is off every night", async () => {
    let storedMs: number | null = null;
    for (let day = 0; day < 30; day++) {
      const wallMs: number = startMs + day * 24 * hourMs;
      const one = await run(storedMs, wallMs, 12);
      expect(one.clock.now() - one.retention.now()).toBeLessThanOrEqual(12 * hourMs);
      storedMs = one.storedMs;
    }
  });
});
