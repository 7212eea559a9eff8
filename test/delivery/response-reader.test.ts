import { expect, test } from "bun:test";
import fc from "fast-check";
import { BodyReader, readHeaders } from "../../src/delivery/response-reader.ts";

function readAll(...chunks: (Buffer | string)[]) {
  const reader = new BodyReader();
  for (const chunk of chunks) reader.take(Buffer.from(chunk));
  return reader.text();
}

test("a short body is kept whole", () => {
  expect(readAll("héllo", " wörld")).toEqual({ body: "héllo wörld", bodyTruncated: false });
});

test("1,024 bytes are kept, and one more marks the body as cut", () => {
  expect(readAll("a".repeat(1024))).toEqual({ body: "a".repeat(1024), bodyTruncated: false });
  expect(readAll("a".repeat(1025))).toEqual({ body: "a".repeat(1024), bodyTruncated: true });
});

test("the cut never splits a character, wherever chunks end", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 600, maxLength: 1500 }),
      fc.nat(3000),
      (text, split) => {
        const bytes = Buffer.from(text);
        const { body, bodyTruncated } = readAll(bytes.subarray(0, split), bytes.subarray(split));
        expect(text.startsWith(body)).toBe(true);
        expect(bodyTruncated).toBe(body !== text);
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1024);
        if (bodyTruncated) expect(Buffer.byteLength(body)).toBeGreaterThan(1020);
      },
    ),
    { numRuns: 200 },
  );
});

test("bytes that are not UTF-8 become U+FFFD, and the text stays within 1,024 bytes", () => {
  expect(readAll(Buffer.from([0x61, 0xff, 0x62]))).toEqual({ body: "a\uFFFDb", bodyTruncated: false });
  const { body, bodyTruncated } = readAll(Buffer.alloc(1024, 0xff));
  expect(body).toBe("\uFFFD".repeat(341));
  expect(bodyTruncated).toBe(true);
});

test("reading stops at 64 KiB", () => {
  const reader = new BodyReader();
  expect(reader.take(Buffer.alloc(65_535))).toBe(true);
  expect(reader.take(Buffer.alloc(1))).toBe(false);
});

test("repeated headers are joined, and secrets redacted", () => {
  const raw = ["x-a", "1", "x-a", "2", "set-cookie", "sid=1", "set-cookie", "sid=2", "x-api-key", "k"];
  expect(readHeaders(raw)).toEqual({ "x-a": "1, 2", "set-cookie": "[redacted]", "x-api-key": "[redacted]" });
});

test("at most 4 KiB of headers are kept, Retry-After before all others", () => {
  const headers = readHeaders([
    "x-a",
    "a".repeat(4090),
    "x-big",
    "b".repeat(9000),
    "retry-after",
    "5",
    "x-b",
    "c",
  ]);
  expect(Object.keys(headers)).toEqual(["retry-after", "x-b"]);
});

test("a header named like a member of every object is a header like any other", () => {
  expect(Object.entries(readHeaders(["__proto__", "x", "constructor", "y"]))).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
});
