import { write } from "node:fs";
import { type Clock, systemClock, type Timer } from "./clock.ts";

/** A stream of lines that never blocks the program and never grows without bound. */
export interface Output {
  /** Adds a line; false when it was dropped because the reader is too far behind. */
  write(line: string): boolean;
  /** Resolves when all lines have been handed over, or when the reader has not taken them for that long. */
  flush(patienceMs: number): Promise<void>;
}

/** Writes some bytes and calls back with how many were taken, as `fs.write` does. */
export type WriteBytes = (
  bytes: Uint8Array,
  done: (error: { code?: string | undefined } | null, written: number) => void,
) => void;

/** What waits for a slow reader; lines beyond it are dropped. */
const waitingBytesMax = 8 * 1024 * 1024;
/** One write: some three hundred lines, little enough to let the loop turn. */
const batchBytes = 64 * 1024;
/** How long a line waits for others: a write is handed to a thread and back, which costs more than many lines. */
const gatherMs = 5;
/** How long to leave a descriptor alone that is full and does not block. */
const fullRetryMs = 20;

/**
 * Lines to a file descriptor. One write is under way at a time: into a pipe that nobody reads it waits in a
 * thread of its own, while `console.log` would stop the process and a stream's queue would have no end.
 */
export function createOutput(
  options: { write?: WriteBytes; clock?: Clock; waitingBytesMax?: number } = {},
): Output {
  const writeBytes = options.write ?? writeToStandardOutput;
  const clock = options.clock ?? systemClock;
  const bytesMax = options.waitingBytesMax ?? waitingBytesMax;
  let lines: string[] = [];
  let waitingBytes = 0;
  let isWriting = false;
  let gathering: Timer | null = null;
  /** The reader is gone for good: there is nobody to write for. */
  let isBroken = false;
  let onIdle: (() => void)[] = [];

  /** Writes when it is worth a write: enough lines, some time, or somebody who waits for the end of it. */
  function schedule(): void {
    if (isWriting) return;
    if (waitingBytes >= batchBytes || onIdle.length > 0) writeNext();
    else if (lines.length > 0) gathering ??= clock.after(gatherMs, writeNext);
  }

  function writeNext(): void {
    gathering?.cancel();
    gathering = null;
    if (lines.length > 0) {
      isWriting = true;
      writeRest(takeBatch());
      return;
    }
    const waiters = onIdle;
    onIdle = [];
    for (const resolve of waiters) resolve();
  }

  function takeBatch(): Uint8Array {
    let length = 0;
    let count = 0;
    while (count < lines.length && length < batchBytes) length += lines[count++]?.length ?? 0;
    const text = lines.splice(0, count).join("");
    waitingBytes -= length;
    return Buffer.from(text, "utf8");
  }

  function writeRest(bytes: Uint8Array): void {
    writeBytes(bytes, (error, written) => {
      if (error?.code === "EAGAIN") return void clock.after(fullRetryMs, () => writeRest(bytes));
      if (error) isBroken = true;
      else if (written < bytes.length) return writeRest(bytes.subarray(written));
      if (isBroken) lines = [];
      isWriting = false;
      schedule();
    });
  }

  return {
    write(line) {
      if (isBroken || waitingBytes + line.length >= bytesMax) return false;
      lines.push(`${line}\n`);
      waitingBytes += line.length + 1;
      schedule();
      return true;
    },
    flush(patienceMs) {
      return new Promise((resolve) => {
        const timer = clock.after(patienceMs, resolve);
        onIdle.push(() => {
          timer.cancel();
          resolve();
        });
        schedule();
      });
    },
  };
}

function writeToStandardOutput(bytes: Uint8Array, done: Parameters<WriteBytes>[1]): void {
  write(1, bytes, (error, written) => done(error, written));
}
