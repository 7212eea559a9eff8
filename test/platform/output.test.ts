import { expect, test } from "bun:test";
import { createOutput, type WriteBytes } from "../../src/platform/output.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

type Done = Parameters<WriteBytes>[1];

/** A reader that takes bytes when it is told to. */
function aReader() {
  const pending: { bytes: Uint8Array; done: Done }[] = [];
  let text = "";
  return {
    write: (bytes: Uint8Array, done: Done) => void pending.push({ bytes, done }),
    /** Takes up to so many bytes of the write that waits. */
    take(count = Number.MAX_SAFE_INTEGER) {
      const next = pending.shift();
      if (!next) throw new Error("nothing is being written");
      const taken = next.bytes.subarray(0, count);
      text += Buffer.from(taken).toString("utf8");
      next.done(null, taken.length);
    },
    refuse(code: string) {
      pending.shift()?.done({ code }, 0);
    },
    text: () => text,
    waiting: () => pending.length,
  };
}

/** An output on that reader, in virtual time; `gathered` waits until lines are written. */
function anOutput(reader: ReturnType<typeof aReader>, options: { waitingBytesMax?: number } = {}) {
  const clock = new VirtualClock();
  const output = createOutput({ write: reader.write, clock, ...options });
  return { output, clock, gathered: () => clock.advance(5) };
}

test("lines of a few milliseconds go out in one write, in order", async () => {
  const reader = aReader();
  const { output, clock } = anOutput(reader);
  output.write("one");
  await clock.advance(4);
  output.write("zwei ü");
  expect(reader.waiting()).toBe(0);
  await clock.advance(1);
  expect(reader.waiting()).toBe(1);
  reader.take();
  expect(reader.text()).toBe("one\nzwei ü\n");
});

test("many lines wait for nothing, and go out in pieces", async () => {
  const reader = aReader();
  const { output, gathered } = anOutput(reader);
  const line = "x".repeat(1023);
  for (let n = 0; n < 100; n++) output.write(line);
  expect(reader.waiting()).toBe(1);
  reader.take();
  expect(reader.text()).toHaveLength(64 * 1024);
  expect(reader.waiting()).toBe(0);
  await gathered();
  reader.take();
  expect(reader.text()).toBe(`${line}\n`.repeat(100));
});

test("a write that was taken in part goes on where it ended", async () => {
  const reader = aReader();
  const { output, gathered } = anOutput(reader);
  output.write("abcdef");
  await gathered();
  reader.take(2);
  reader.take(1);
  reader.take();
  expect(reader.text()).toBe("abcdef\n");
});

test("while nobody reads, one write waits, the lines behind it are bounded, and the rest is dropped", async () => {
  const reader = aReader();
  const { output, gathered } = anOutput(reader, { waitingBytesMax: 100 });
  expect(output.write("x".repeat(50))).toBe(true);
  await gathered();
  expect(output.write("y".repeat(80))).toBe(true);
  expect(output.write("z".repeat(80))).toBe(false);
  expect(reader.waiting()).toBe(1);
  reader.take();
  await gathered();
  reader.take();
  expect(output.write("again")).toBe(true);
  await gathered();
  reader.take();
  expect(reader.text()).toBe(`${"x".repeat(50)}\n${"y".repeat(80)}\nagain\n`);
});

test("a full descriptor is tried again", async () => {
  const reader = aReader();
  const { output, clock, gathered } = anOutput(reader);
  output.write("late");
  await gathered();
  reader.refuse("EAGAIN");
  expect(reader.waiting()).toBe(0);
  await clock.advance(20);
  reader.take();
  expect(reader.text()).toBe("late\n");
});

test("after the reader is gone nothing is kept for it", async () => {
  const reader = aReader();
  const { output, gathered } = anOutput(reader);
  output.write("lost");
  await gathered();
  reader.refuse("EPIPE");
  expect(output.write("more")).toBe(false);
  await output.flush(1000);
  expect(reader.waiting()).toBe(0);
});

test("flushing waits for what is written, but only so long for a reader that does not read", async () => {
  const reader = aReader();
  const { output, clock } = anOutput(reader);
  output.write("last words");
  const flushed = output.flush(60_000);
  output.write("the very last");
  reader.take();
  reader.take();
  await flushed;
  expect(reader.text()).toBe("last words\nthe very last\n");
  output.write("unheard");
  const given = output.flush(5);
  await clock.advance(5);
  await given;
  expect(reader.waiting()).toBe(1);
});
