import { describe, expect, test } from "bun:test";
import { answered, failure } from "../a-transport.ts";
import { answer, type ReceivedRequest } from "../hostile-receiver.ts";
import { until } from "../until.ts";
import type { TransportUnderTest } from "./transport-under-test.ts";

/** Connections that are used again, and what happens when they have died. */
export function describeKeptConnections({ setUp }: TransportUnderTest): void {
  describe("kept connections", () => {
    test("requests one after another share one connection", async () => {
      const { receiver, send } = await setUp();
      for (let i = 0; i < 5; i += 1) await send();
      expect(receiver.connections()).toBe(1);
      expect(receiver.requests.length).toBe(5);
    });

    test("no more than 64 of one receiver are kept", async () => {
      const held: ReceivedRequest[] = [];
      const { receiver, send } = await setUp({ onRequest: (request) => void held.push(request) });
      const all = Array.from({ length: 100 }, () => send());
      await until(() => held.length === 100);
      for (const { socket } of held) socket.write(answer(200));
      await Promise.all(all);
      await until(() => receiver.open().size === 64);
    });

    test("one that dies under a request is replaced at once, within the same attempt", async () => {
      const { receiver, send } = await setUp({
        onRequest({ socket, onConnection }) {
          if (onConnection === 1) socket.write(answer(200));
          else socket.resetAndDestroy();
        },
      });
      await send();
      expect(answered(await send()).status).toBe(200);
      expect(receiver.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    });

    test("when many have died, the request is still sent again once only, on a fresh one", async () => {
      const held: ReceivedRequest[] = [];
      const { receiver, send } = await setUp({
        onRequest(request) {
          if (request.onConnection > 1) request.socket.destroy();
          else if (request.connection > 10) request.socket.write(answer(200));
          else held.push(request);
        },
      });
      const first = Array.from({ length: 10 }, () => send());
      await until(() => held.length === 10);
      for (const { socket } of held) socket.write(answer(200));
      await Promise.all(first);
      expect(answered(await send()).status).toBe(200);
      expect(receiver.requests.length).toBe(12);
    });

    test("one that dies after a byte of the answer came is not sent again", async () => {
      const { receiver, send } = await setUp({
        onRequest({ socket, onConnection }) {
          if (onConnection === 1) socket.write(answer(200));
          else socket.end("HTTP/1.1 2");
        },
      });
      await send();
      expect(failure(await send()).outcome).toMatch(/connection_reset|protocol_error/);
      expect(receiver.requests.length).toBe(2);
    });

    test("the second sending has only the time that is left", async () => {
      const { send } = await setUp({
        onRequest({ socket, connection, onConnection }) {
          if (connection === 1 && onConnection === 1) socket.write(answer(200));
          else if (connection === 1) setTimeout(() => socket.destroy(), 150);
        },
      });
      await send();
      const result = failure(await send({ timeoutMs: 300 }));
      expect(result.outcome).toBe("timeout");
      expect(result.durationMs).toBeLessThan(420);
    });

    test.each([
      ["an answer that nobody asked for", answer(500, "unasked")],
      ["a farewell", answer(408, "too late", { Connection: "close" })],
      ["garbage", "garbage"],
    ])("one on which %s arrives while it is idle is not used again", async (_, bytes) => {
      const { receiver, send } = await setUp({
        onRequest: ({ socket }) => void socket.write(answer(200, "asked")),
      });
      for (const round of [1, 2, 3]) {
        expect(answered(await send()).body).toBe("asked");
        for (const socket of receiver.open()) socket.write(bytes);
        await until(() => receiver.open().size === 0);
        expect(receiver.connections()).toBe(round);
      }
    });

    test("one that its receiver ends while it is idle is not used again", async () => {
      const { receiver, send } = await setUp();
      for (const round of [1, 2, 3]) {
        expect(answered(await send()).status).toBe(200);
        for (const socket of receiver.open()) socket.end();
        await until(() => receiver.open().size === 0);
        expect(receiver.requests.length).toBe(round);
      }
    });

    test("one that its receiver half-closes under a request is replaced at once, within the same attempt", async () => {
      const { receiver, send } = await setUp({
        onRequest({ socket, connection, onConnection }) {
          if (connection === 1 && onConnection === 2) socket.end();
          else socket.write(answer(200));
        },
      });
      await send();
      expect(answered(await send()).status).toBe(200);
      expect(receiver.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    });

    test("close ends the idle connections, and the transport still works", async () => {
      const { receiver, transport, send } = await setUp();
      await send();
      transport.close();
      await until(() => receiver.open().size === 0);
      expect(answered(await send()).status).toBe(200);
    });
  });
}
