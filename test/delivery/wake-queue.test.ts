import { expect, test } from "bun:test";
import fc from "fast-check";
import { type Sleeper, WakeQueue } from "../../src/delivery/wake-queue.ts";

const step = fc.record({
  who: fc.nat({ max: 7 }),
  wakeAtMs: fc.option(fc.nat({ max: 20 })),
});

test("the first of a wake queue is always one that wakes earliest, through any changes", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = new WakeQueue<Sleeper>();
      const sleepers = Array.from({ length: 8 }, (): Sleeper => ({ wakeAtMs: 0, heapIndex: -1 }));
      for (const { who, wakeAtMs } of steps) {
        const sleeper = sleepers[who] as Sleeper;
        if (wakeAtMs === null) queue.delete(sleeper);
        else queue.set(sleeper, wakeAtMs);
        const asleep = sleepers.filter(({ heapIndex }) => heapIndex !== -1);
        const earliest = asleep.length === 0 ? undefined : Math.min(...asleep.map((one) => one.wakeAtMs));
        expect(queue.first()?.wakeAtMs).toBe(earliest as number);
      }
    }),
  );
});
