import { expect, test } from "bun:test";
import { AppError } from "../../src/domain/app-error.ts";
import { createReadinessProbe } from "../../src/monitoring/readiness-probe.ts";
import { createHandClock } from "../support/hand-clock.ts";

function aProbe(
  options: {
    checkWritable?: () => Promise<void>;
    isBelowFloor?: boolean;
    misplaced?: string | null;
    suspect?: boolean;
  } = {},
) {
  const clock = createHandClock();
  const { checkWritable = async () => {}, isBelowFloor = false, misplaced = null, suspect = false } = options;
  const freeDisk = {
    isBelowFloor: () => isBelowFloor,
    freeBytes: () => null,
    refusal: "The disk is full.",
    stop() {},
  };
  const probe = createReadinessProbe({
    store: { checkWritable },
    freeDisk,
    dataFiles: { problem: () => misplaced, stop() {} },
    clock,
    networkSuspect: () => suspect,
  });
  return { clock, probe };
}

test("a writable database on a disk with room is ready", async () => {
  expect(await aProbe().probe()).toEqual({ problems: [], warnings: [] });
});

test("a database that takes nothing, and missing files and a full disk, are problems; a suspect network is a warning", async () => {
  const { probe } = aProbe({
    checkWritable: () => Promise.reject(new AppError("unavailable", "No room to write.")),
    isBelowFloor: true,
    misplaced: "The files are gone.",
    suspect: true,
  });
  const { problems, warnings } = await probe();
  expect(problems).toEqual([
    { check: "database", message: "No room to write." },
    { check: "files", message: "The files are gone." },
    { check: "disk", message: "The disk is full." },
  ]);
  expect(warnings).toHaveLength(1);
});

test("a write that does not end is a problem after two seconds, and no second one queues behind it", async () => {
  let writes = 0;
  const held = Promise.withResolvers<void>();
  const { clock, probe } = aProbe({
    checkWritable: () => {
      writes += 1;
      return held.promise;
    },
  });
  const first = probe();
  clock.advance(1999);
  const second = probe();
  clock.advance(1);
  for (const report of [await first, await second]) {
    expect(report.problems).toEqual([
      { check: "database", message: expect.stringContaining("no write for 2 seconds") },
    ]);
  }
  clock.advance(500);
  const third = probe();
  clock.advance(0);
  expect((await third).problems).toHaveLength(1);
  expect(writes).toBe(1);
  held.resolve();
  await held.promise;
  clock.advance(500);
  expect(await probe()).toEqual({ problems: [], warnings: [] });
  expect(writes).toBe(2);
});

test("asking often writes seldom", async () => {
  let writes = 0;
  const { clock, probe } = aProbe({
    checkWritable: async () => {
      writes += 1;
    },
  });
  await Promise.all([probe(), probe(), probe()]);
  expect(writes).toBe(1);
  clock.advance(500);
  await probe();
  expect(writes).toBe(2);
});
