import { describe, expect, test } from "bun:test";
import { answered, failure } from "../a-transport.ts";
import { answer } from "../hostile-receiver.ts";
import { replying, type TransportUnderTest } from "./transport-under-test.ts";

const head = "HTTP/1.1 200 OK\r\n";
const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n`;

/** Answers that say how long they are, and are not. */
export function describeLengthsThatLie({ setUp }: TransportUnderTest): void {
  describe("a length that lies", () => {
    test.each([
      ["below zero", `${head}Content-Length: -1\r\n\r\nok`],
      ["with a sign", `${head}Content-Length: +2\r\n\r\nok`],
      ["in hexadecimal", `${head}Content-Length: 0x2\r\n\r\nok`],
      ["of nothing", `${head}Content-Length: \r\n\r\nok`],
      ["of letters", `${head}Content-Length: two\r\n\r\nok`],
      ["beyond all numbers", `${head}Content-Length: ${"9".repeat(40)}\r\n\r\nok`],
      ["beside another", `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\nok`],
      ["in a list of two", `${head}Content-Length: 2, 3\r\n\r\nok`],
      ["before chunks", `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`],
      ["behind chunks", `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n2\r\nok\r\n0\r\n\r\n`],
      ["of a chunk, below zero", `${chunked}-1\r\nok\r\n0\r\n\r\n`],
      ["of a chunk, beyond all numbers", `${chunked}${"f".repeat(18)}\r\nok\r\n0\r\n\r\n`],
      ["of a chunk that is longer", `${chunked}1\r\nok\r\n0\r\n\r\n`],
      ["of a chunk that is shorter", `${chunked}5\r\nok\r\n0\r\n\r\n`],
    ])("%s is a protocol_error, at once, and its connection is not used again", async (_, bytes) => {
      const { receiver, send } = await setUp(replying(bytes));
      for (const _ of [1, 2]) {
        const result = failure(await send());
        expect(result.outcome).toBe("protocol_error");
        expect(result.durationMs).toBeLessThan(2000);
      }
      expect(receiver.connections()).toBe(2);
    });

    test.each([
      ["a body", `${head}Content-Length: 9\r\n\r\nshort`],
      ["a chunk", `${chunked}9\r\nshort`],
      ["the last chunk", `${chunked}5\r\nshort\r\n`],
    ])("%s that is missing when the connection closes is a protocol_error", async (_, bytes) => {
      const { send } = await setUp({ onRequest: ({ socket }) => void socket.end(bytes) });
      expect(failure(await send()).outcome).toBe("protocol_error");
    });

    test.each([
      ["a 204 that has a body", answer(204, "all is well"), 204],
      ["a 204 in chunks", `HTTP/1.1 204 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`, 204],
      ["a length counted in characters", `${head}Content-Length: 4\r\n\r\nhöhe`, 200],
      ["bytes that nobody announced", `${answer(200, "ok")}and more`, 200],
      ["a second answer", `${answer(200, "ok")}HTTP/1.1 500 Smuggled\r\n\r\n`, 200],
    ])("%s is the answer that it was; what is left of it reaches no other", async (_, bytes, status) => {
      const { receiver, send } = await setUp(replying(bytes));
      for (const _ of [1, 2, 3]) expect(answered(await send()).status).toBe(status);
      expect(receiver.connections()).toBe(3);
    });
  });
}
