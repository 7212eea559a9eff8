import { statfs } from "node:fs/promises";
import type { Clock, Timer } from "./clock.ts";
import { messageOf } from "./lifecycle.ts";
import type { Logger } from "./logger.ts";

/** Knows whether the disk below the data directory has room. */
export interface FreeDisk {
  /** As of the last look, which is at most two seconds old. */
  isBelowFloor(): boolean;
  /** As of then; null if the file system did not say. */
  freeBytes(): number | null;
  /** What a caller is told while there is no room. */
  refusal: string;
  stop(): void;
}

/** Publishing at full speed writes some 30 MB a second: the floor must outlast one interval by far. */
const intervalMs = 2000;

/** Watches the free space; resolves after the first look. */
export async function watchFreeDisk(options: {
  directory: string;
  floorBytes: number;
  clock: Clock;
  logger: Logger;
  /** Bytes free to this user; asks the file system unless given. */
  readFreeBytes?: (directory: string) => Promise<number>;
}): Promise<FreeDisk> {
  const { directory, floorBytes, clock, logger, readFreeBytes = freeBytesOf } = options;
  let isBelow = false;
  let latestFreeBytes: number | null = null;
  let timer: Timer | null = null;
  let isStopped = false;

  async function look(): Promise<void> {
    try {
      const freeBytes = await readFreeBytes(directory);
      note(freeBytes);
    } catch (error) {
      logger.warn("disk.check_failed", { directory, error: messageOf(error) });
    }
    if (!isStopped) timer = clock.after(intervalMs, () => void look());
  }

  function note(freeBytes: number): void {
    latestFreeBytes = freeBytes;
    const wasBelow = isBelow;
    isBelow = freeBytes < floorBytes;
    if (isBelow === wasBelow) return;
    const fields = { directory, freeBytes, floorBytes };
    if (isBelow) logger.error("disk.fell_below_floor", fields);
    else logger.info("disk.recovered", fields);
  }

  await look();
  return {
    isBelowFloor: () => isBelow,
    freeBytes: () => latestFreeBytes,
    refusal: `The disk has less than ${floorBytes} bytes free. Make room, or lower POSTHORN_MIN_FREE_DISK_BYTES.`,
    stop() {
      isStopped = true;
      timer?.cancel();
    },
  };
}

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
