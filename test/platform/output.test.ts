import { expect, test } from "bun:test";
import { createOutput, type WriteBytes } from "../../src/platform/output.ts";

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

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("lines of one turn go out in one write, in order", async () => {
  const reader = aReader();
  const output = createOutput({ write: reader.write });
  output.write("one");
  output.write("zwei ü");
  await nextTurn();
  expect(reader.waiting()).toBe(1);
  reader.take();
  expect(reader.text()).toBe("one\nzwei ü\n");
});

test("a write that was taken in part goes on where it ended", async () => {
  const reader = aReader();
  const output = createOutput({ write: reader.write });
  output.write("abcdef");
  await nextTurn();
  reader.take(2);
  reader.take(1);
  reader.take();
  expect(reader.text()).toBe("abcdef\n");
});

test("while nobody reads, one write waits, the lines behind it are bounded, and the rest is dropped", async () => {
  const reader = aReader();
  const output = createOutput({ write: reader.write, waitingBytesMax: 100 });
  expect(output.write("x".repeat(50))).toBe(true);
  await nextTurn();
  expect(output.write("y".repeat(80))).toBe(true);
  expect(output.write("z".repeat(80))).toBe(false);
  expect(reader.waiting()).toBe(1);
  reader.take();
  reader.take();
  expect(output.write("again")).toBe(true);
  await nextTurn();
  reader.take();
  expect(reader.text()).toBe(`${"x".repeat(50)}\n${"y".repeat(80)}\nagain\n`);
});

test("a full descriptor is tried again", async () => {
  const reader = aReader();
  const output = createOutput({ write: reader.write });
  output.write("late");
  await nextTurn();
  reader.refuse("EAGAIN");
  while (reader.waiting() === 0) await nextTurn();
  reader.take();
  expect(reader.text()).toBe("late\n");
});

test("after the reader is gone nothing is kept for it", async () => {
  const reader = aReader();
  const output = createOutput({ write: reader.write });
  output.write("lost");
  await nextTurn();
  reader.refuse("EPIPE");
  expect(output.write("more")).toBe(false);
  await output.flush(1000);
  expect(reader.waiting()).toBe(0);
});

test("flushing waits for what is written, but only so long for a reader that does not read", async () => {
  const reader = aReader();
  const output = createOutput({ write: reader.write });
  output.write("last words");
  const flushed = output.flush(60_000);
  reader.take();
  await flushed;
  expect(reader.text()).toBe("last words\n");
  output.write("unheard");
  await output.flush(5);
  expect(reader.waiting()).toBe(1);
});
