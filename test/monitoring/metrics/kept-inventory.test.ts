import { expect, test } from "bun:test";
import { keepInventory } from "../../../src/monitoring/metrics/kept-inventory.ts";
import type { Inventory } from "../../../src/store/inventory-verbs.ts";
import { type LogLine, loggerInto } from "../../support/an-engine.ts";
import { createHandClock } from "../../support/hand-clock.ts";
import { anInventory } from "../../support/some-metrics.ts";

function aKeeper(read: () => Promise<Inventory>) {
  const clock = createHandClock();
  const log: LogLine[] = [];
  let reads = 0;
  const store = {
    readInventory() {
      reads++;
      return read();
    },
  };
  const kept = keepInventory({ store, clock, logger: loggerInto(log) });
  return { kept, clock, log, reads: () => reads };
}

test("is read once for everybody who asks within a few seconds", async () => {
  const { kept, clock, reads } = aKeeper(async () => anInventory());
  expect(await Promise.all([kept.read(), kept.read()])).toEqual([anInventory(), anInventory()]);
  clock.advance(4999);
  await kept.read();
  expect(reads()).toBe(1);
  clock.advance(1);
  await kept.read();
  expect(reads()).toBe(2);
});

test("does not keep a scrape waiting for a reading that takes long, and begins no second one", async () => {
  const slow = Promise.withResolvers<Inventory>();
  const { kept, clock, reads } = aKeeper(() => slow.promise);
  for (let scrape = 0; scrape < 3; scrape++) {
    const answer = kept.read();
    clock.advance(500);
    expect(await answer).toBeNull();
  }
  expect(reads()).toBe(1);
  slow.resolve(anInventory({ tasks: 4 }));
  await slow.promise;
  expect((await kept.read())?.tasks).toBe(4);
});

test("keeps what it knew when a reading fails, and says so in the log", async () => {
  let fails = false;
  const { kept, clock, log } = aKeeper(async () => {
    if (fails) throw new Error("The reading worker failed.");
    return anInventory({ tasks: 1 });
  });
  await kept.read();
  fails = true;
  clock.advance(5000);
  expect((await kept.read())?.tasks).toBe(1);
  expect(log).toMatchObject([{ level: "warn", event: "metrics.inventory_not_read" }]);
});
