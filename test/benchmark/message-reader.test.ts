import { describe, expect, test } from "bun:test";
import { MessageReader } from "../../scripts/benchmark/message-reader.ts";

function read(chunks: readonly string[]): [head: string, body: string][] {
  const messages: [string, string][] = [];
  const reader = new MessageReader((head, body) => messages.push([head, body]));
  for (const chunk of chunks) reader.push(Buffer.from(chunk, "latin1"));
  return messages;
}

const one = "POST /in/3 HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello";
const other = "HTTP/1.1 204 No Content\r\n\r\n";

describe("the reader of HTTP messages", () => {
  test("finds head and body", () => {
    expect(read([one])).toEqual([["POST /in/3 HTTP/1.1\r\nContent-Length: 5", "hello"]]);
  });

  test("finds the same wherever the stream is cut", () => {
    const whole = read([one + other + one]);
    expect(whole).toHaveLength(3);
    for (let at = 1; at < one.length + other.length; at++) {
      const stream = one + other + one;
      expect(read([stream.slice(0, at), stream.slice(at)])).toEqual(whole);
    }
    expect(read([...(one + other + one)])).toEqual(whole);
  });

  test("refuses a body whose length it cannot know", () => {
    expect(() => read(["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"])).toThrow(
      "no Content-Length",
    );
  });
});
