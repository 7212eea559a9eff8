import { expect, test } from "bun:test";
import { watchFreeDisk } from "../../src/platform/free-disk.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

test("falling below the floor and rising above it are noticed within seconds, and logged once each", async () => {
  let freeBytes = 1000;
  const clock = new VirtualClock();
  const events: string[] = [];
  const note = (event: string) => void events.push(event);
  const disk = await watchFreeDisk({
    directory: "/data",
    floorBytes: 500,
    clock,
    logger: { ...silentLogger, info: note, error: note },
    readFreeBytes: async () => freeBytes,
  });
  expect(disk.isBelowFloor()).toBe(false);
  freeBytes = 499;
  await clock.advance(6000);
  expect(disk.isBelowFloor()).toBe(true);
  expect(disk.freeBytes()).toBe(499);
  freeBytes = 500;
  await clock.advance(6000);
  expect(disk.isBelowFloor()).toBe(false);
  disk.stop();
  expect(events).toEqual(["disk.fell_below_floor", "disk.recovered"]);
});

test("a disk that is full at the start is known before anything is accepted", async () => {
  const directory = temporaryDirectory();
  const disk = await watchFreeDisk({
    directory: directory.path,
    floorBytes: Number.MAX_SAFE_INTEGER,
    clock: new VirtualClock(),
    logger: silentLogger,
  });
  expect(disk.isBelowFloor()).toBe(true);
  expect(disk.refusal).toContain("POSTHORN_MIN_FREE_DISK_BYTES");
  disk.stop();
  directory.remove();
});
