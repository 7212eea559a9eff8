import { expect, test } from "bun:test";
import { AppError } from "../../src/domain/app-error.ts";
import { startForgettingReplies } from "../../src/monitoring/forget-replies.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

/** A store with so many full steps to do. */
function aStoreWith(fullSteps: number) {
  const asked: number[] = [];
  const clock = new VirtualClock(0);
  return {
    asked,
    clock,
    store: {
      async forgetReplies(nowMs: number) {
        asked.push(nowMs);
        return { done: asked.length > fullSteps };
      },
    },
  };
}

test("looks once a minute, and goes on in small steps until nothing is left", async () => {
  const { asked, clock, store } = aStoreWith(3);
  const sweep = startForgettingReplies({ store, clock, logger: silentLogger });
  await clock.advance(59_999);
  expect(asked).toEqual([]);
  await clock.advance(1000);
  expect(asked).toEqual([60_000, 60_001, 60_002, 60_003]);
  await clock.advance(60_000);
  expect(asked).toHaveLength(5);
  sweep.stop();
});

test("goes on after trouble, and ends when it is told to", async () => {
  const { asked, clock, store } = aStoreWith(0);
  let failures = 1;
  const sweep = startForgettingReplies({
    store: {
      async forgetReplies(nowMs) {
        if (failures-- > 0) throw new AppError("unavailable", "The disk is full.");
        return store.forgetReplies(nowMs);
      },
    },
    clock,
    logger: silentLogger,
  });
  await clock.advance(120_000);
  expect(asked).toEqual([120_000]);
  sweep.stop();
  await clock.advance(600_000);
  expect(asked).toHaveLength(1);
});
