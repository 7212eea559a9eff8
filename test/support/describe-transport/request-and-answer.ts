import { describe, expect, test } from "bun:test";
import { gzipSync } from "node:zlib";
import { answered } from "../a-transport.ts";
import { answer } from "../hostile-receiver.ts";
import { replying, type TransportUnderTest } from "./transport-under-test.ts";

/** What is sent, and what is kept of an answer. */
export function describeRequestAndAnswer({ setUp }: TransportUnderTest): void {
  describe("a request and its answer", () => {
    test("the request arrives as it was given, with the name as Host", async () => {
      const { receiver, send } = await setUp();
      const result = answered(await send({ body: '{"text":"höhe"}', headers: { "webhook-id": "evt_1" } }));
      expect(result).toMatchObject({ status: 200, body: "ok", bodyTruncated: false });
      expect(receiver.requests[0]).toMatchObject({
        path: "/in?token=s3cret",
        body: '{"text":"höhe"}',
        headers: {
          host: `receiver.test:${receiver.port}`,
          "webhook-id": "evt_1",
          "content-length": "16",
          connection: "keep-alive",
        },
      });
    });

    test("a redirect is handed back and not followed", async () => {
      const { receiver, send } = await setUp(replying(answer(302, "", { Location: "/elsewhere" })));
      expect(answered(await send())).toMatchObject({ status: 302, headers: { location: "/elsewhere" } });
      expect(receiver.requests.length).toBe(1);
    });

    test("interim answers are passed over", async () => {
      const interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
      const { send } = await setUp(replying(interim + answer(204)));
      expect(answered(await send()).status).toBe(204);
    });

    test("an answer without a length ends with its connection", async () => {
      const { send } = await setUp({
        onRequest: ({ socket }) => void socket.end("HTTP/1.1 200 OK\r\n\r\nto the end"),
      });
      expect(answered(await send()).body).toBe("to the end");
    });

    test.each([
      ["as soon as the connection stands", "{}"],
      ["before it has read the request", "x".repeat(20_000_000)],
    ])("an answer that comes %s is the answer, and the next request does not wait", async (_, body) => {
      const { receiver, send } = await setUp({
        onConnection(socket) {
          socket.pause();
          socket.write(answer(413, "", { Connection: "close" }));
        },
      });
      expect(answered(await send({ body })).status).toBe(413);
      expect(answered(await send()).status).toBe(413);
      expect(receiver.connections()).toBe(2);
    });

    test("what is left of a request that was answered early holds up no other", async () => {
      const { receiver, send } = await setUp({
        onConnection(socket) {
          socket.pause();
          socket.write(answer(413));
        },
      });
      expect(answered(await send({ body: "x".repeat(40_000_000) })).status).toBe(413);
      expect(answered(await send()).status).toBe(413);
      expect(receiver.connections()).toBe(2);
    });

    test("an answer of HTTP/1.0 is an answer", async () => {
      const { receiver, send } = await setUp({
        onRequest: ({ socket }) => void socket.end("HTTP/1.0 200 OK\r\n\r\nold"),
      });
      expect(answered(await send()).body).toBe("old");
      expect(answered(await send()).body).toBe("old");
      expect(receiver.connections()).toBe(2);
    });

    test("a compressed bomb is not decompressed", async () => {
      const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024));
      const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`;
      const { send } = await setUp(replying(Buffer.concat([Buffer.from(head), bomb])));
      const result = answered(await send());
      expect(result.headers["content-encoding"]).toBe("gzip");
      expect(Buffer.byteLength(result.body)).toBeLessThanOrEqual(1024);
      expect(result.bodyTruncated).toBe(true);
    });

    test("secrets that the receiver echoes are not kept", async () => {
      const { send } = await setUp(
        replying(answer(200, "", { "Set-Cookie": "sid=1", Authorization: "Bearer x" })),
      );
      expect(answered(await send()).headers).toMatchObject({
        "set-cookie": "[redacted]",
        authorization: "[redacted]",
      });
    });
  });
}
