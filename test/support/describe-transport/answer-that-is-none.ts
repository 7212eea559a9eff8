import { describe, expect, test } from "bun:test";
import { answered, failure } from "../a-transport.ts";
import { answer } from "../hostile-receiver.ts";
import { until } from "../until.ts";
import { replying, type TransportUnderTest } from "./transport-under-test.ts";

/** Answers that are no HTTP, and connections that end too early. */
export function describeAnswerThatIsNone({ setUp }: TransportUnderTest): void {
  describe("an answer that is none", () => {
    test.each([
      ["garbage", "hello\r\n\r\n", "not valid HTTP/1.1"],
      ["huge headers", `HTTP/1.1 200 OK\r\nX: ${"a".repeat(100_000)}\r\n\r\n`, "headers are larger"],
      [
        "two lengths",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "not valid HTTP/1.1",
      ],
      [
        "a damaged chunk",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "not valid HTTP/1.1",
      ],
      ["a space before the colon", "HTTP/1.1 200 OK\r\nX-A : 1\r\n\r\n", "not valid HTTP/1.1"],
      ["a header of two lines", "HTTP/1.1 200 OK\r\nX-A: 1\r\n 2\r\n\r\n", "not valid HTTP/1.1"],
      ["a header with a zero byte", "HTTP/1.1 200 OK\r\nX-A: 1\0\r\n\r\n", "not valid HTTP/1.1"],
      ["a version that is another", "HTTP/3 200 OK\r\nContent-Length: 0\r\n\r\n", "not valid HTTP/1.1"],
      ["a frame of HTTP/2", "\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64", "not valid HTTP/1.1"],
      ["a status of no meaning", "HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n", "not valid HTTP/1.1"],
      ["a status of four digits", "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n", "not valid HTTP/1.1"],
      [
        "a trailer of 100 KiB",
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: ${"a".repeat(100_000)}\r\n\r\n`,
        "headers are larger",
      ],
      ["a 101 without an upgrade", "HTTP/1.1 101 Switching\r\n\r\n", "101"],
      ["a switch of protocols", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "101"],
    ])("%s is a protocol_error, at once", async (_, bytes, reason) => {
      const { send } = await setUp(replying(bytes));
      const result = failure(await send());
      expect(result.outcome).toBe("protocol_error");
      expect(result.error).toContain(reason);
      expect(result.durationMs).toBeLessThan(2000);
    });

    test("a kept connection that switches protocols is closed", async () => {
      const { receiver, send } = await setUp({
        onRequest: ({ socket, onConnection }) =>
          void socket.write(
            onConnection === 1 ? answer(200) : "HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
          ),
      });
      await send();
      expect(failure(await send()).outcome).toBe("protocol_error");
      await until(() => receiver.open().size === 0);
    });

    test("a body shorter than announced is a protocol_error", async () => {
      const { send } = await setUp({
        onRequest: ({ socket }) => void socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"),
      });
      expect(failure(await send()).outcome).toBe("protocol_error");
    });

    test("a body longer than announced is cut, and its connection not used again", async () => {
      const { receiver, send } = await setUp(replying(`${answer(200, "ok")}HTTP/1.1 500 Smuggled\r\n\r\n`));
      expect(answered(await send()).body).toBe("ok");
      expect(answered(await send()).status).toBe(200);
      expect(receiver.connections()).toBe(2);
    });

    test("a reset before the headers is a connection_reset, and is not tried twice", async () => {
      const { receiver, send } = await setUp({ onRequest: ({ socket }) => void socket.resetAndDestroy() });
      expect(failure(await send()).outcome).toBe("connection_reset");
      expect(receiver.requests.length).toBe(1);
    });

    test("a close before the headers is a connection_reset", async () => {
      const { send } = await setUp({ onRequest: ({ socket }) => void socket.end() });
      expect(failure(await send()).outcome).toBe("connection_reset");
    });

    test("a reset within the body is a connection_reset", async () => {
      const { send } = await setUp({
        onRequest({ socket }) {
          socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok", () => socket.resetAndDestroy());
        },
      });
      expect(["connection_reset", "protocol_error"]).toContain(failure(await send()).outcome);
    });

    test("a port where nothing listens is a connection_refused", async () => {
      const { receiver, send } = await setUp();
      receiver.close();
      expect(failure(await send()).outcome).toBe("connection_refused");
    });

    test("a header that cannot be written is a value, not a throw, and is not shown", async () => {
      const { send } = await setUp();
      const result = failure(await send({ headers: { "x-a": "s3cret\r\n" } }));
      expect(result.outcome).toBe("protocol_error");
      expect(result.error).not.toContain("s3cret");
    });

    test("no message tells the path or the query", async () => {
      for (const bytes of ["garbage\r\n\r\n", ""]) {
        const { send } = await setUp(replying(bytes));
        expect(failure(await send({ timeoutMs: 100 })).error).not.toContain("s3cret");
      }
    });
  });
}
