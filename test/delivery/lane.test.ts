import { describe, expect, test } from "bun:test";
import type { Share } from "../../src/domain/delivery.ts";
import { aDueDelivery, aLane } from "../support/a-lane.ts";

describe("a lane with all kinds of work waiting", () => {
  test("gives 8 of 12 starts to first attempts, 3 to retries and 1 to bulk", () => {
    const lane = aLane();
    for (const share of ["first", "retry", "bulk"] as const) {
      for (let n = 0; n < 24; n++) lane.shares[share].window.push(aDueDelivery({ share }));
    }
    const starts: Record<Share, number> = { first: 0, retry: 0, bulk: 0 };
    for (let n = 0; n < 24; n++) starts[lane.takeNext()?.share ?? "first"]++;
    expect(starts).toEqual({ first: 16, retry: 6, bulk: 2 });
  });

  test("gives every start to the only kind that waits", () => {
    const lane = aLane();
    for (let n = 0; n < 5; n++) lane.shares.bulk.window.push(aDueDelivery({ share: "bulk" }));
    const taken = Array.from({ length: 6 }, () => lane.takeNext()?.share);
    expect(taken).toEqual(["bulk", "bulk", "bulk", "bulk", "bulk", undefined]);
  });
});

describe("a lane's window", () => {
  test("takes nothing past older work of the same share in the table", () => {
    const lane = aLane();
    lane.noteDue("first", 10);
    expect(lane.canTakeNow("first", 20)).toBe(false);
    expect(lane.canTakeNow("retry", 20)).toBe(true);
  });

  test("knows work that was due once as due, whatever the wall clock says", () => {
    const lane = aLane();
    lane.noteDue("first", 1000);
    expect(lane.hasWork(500)).toBe(true);
    expect(lane.hasWork(0)).toBe(true);
  });

  test("holds fewer deliveries when they are large", () => {
    const lane = aLane();
    lane.noteDue("first", 0);
    for (let n = 0; n < 20; n++) lane.noteSize(1000);
    const small = lane.claimLimit("first", 0);
    lane.noteSize(1024 * 1024);
    expect(small).toBeGreaterThan(100);
    expect(lane.claimLimit("first", 0)).toBe(1);
  });
});

describe("a lane's allowance", () => {
  test("halves with each failure down to one, and grows by one with each success up to its maximum", () => {
    const lane = aLane({ inFlightMax: 8 });
    const after = (succeeded: boolean) => {
      lane.learn({ succeeded });
      return lane.allowance;
    };
    expect([false, false, false, false].map(after)).toEqual([4, 2, 1, 1]);
    expect([true, true].map(after)).toEqual([2, 3]);
    for (let n = 0; n < 10; n++) after(true);
    expect(lane.allowance).toBe(8);
  });
});
