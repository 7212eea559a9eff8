import { afterEach, describe, expect, test } from "bun:test";
import { gzipSync } from "node:zlib";
import type { Transport } from "../../src/delivery/transport.ts";
import { answered, aRequest, aTransport, failure } from "../support/a-transport.ts";
import {
  answer,
  type HostileReceiver,
  type HostileReceiverOptions,
  type ReceivedRequest,
  startHostileReceiver,
} from "../support/hostile-receiver.ts";
import { until } from "../support/until.ts";

const receivers: HostileReceiver[] = [];
const transports: Transport[] = [];

afterEach(() => {
  for (const receiver of receivers.splice(0)) receiver.close();
  for (const transport of transports.splice(0)) transport.close();
});

async function setUp(options: HostileReceiverOptions = {}) {
  const receiver = await startHostileReceiver(options);
  const transport = aTransport();
  receivers.push(receiver);
  transports.push(transport);
  const send = (overrides: Parameters<typeof aRequest>[0] = {}) =>
    transport.send(aRequest({ url: `http://receiver.test:${receiver.port}/in?token=s3cret`, ...overrides }));
  return { receiver, send };
}

/** A receiver that writes the given bytes for each request. */
function replying(bytes: string | Buffer): HostileReceiverOptions {
  return { onRequest: ({ socket }) => void socket.write(bytes) };
}

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

describe("an answer that does not end", () => {
  test("a huge body counts as complete at 64 KiB, and its connection is closed", async () => {
    const { receiver, send } = await setUp(replying(answer(200, "x".repeat(5_000_000))));
    const result = answered(await send());
    expect(result.body).toBe("x".repeat(1024));
    expect(result.bodyTruncated).toBe(true);
    await until(() => receiver.open().size === 0);
  });

  test("an endless body counts as complete at 64 KiB", async () => {
    const { receiver, send } = await setUp({
      onRequest({ socket }) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const pump = () => {
          while (!socket.destroyed && socket.write(`1000\r\n${"y".repeat(4096)}\r\n`));
        };
        socket.on("drain", pump);
        pump();
      },
    });
    expect(answered(await send())).toMatchObject({ status: 200, bodyTruncated: true });
    await until(() => receiver.open().size === 0);
  });

  const stages: [string, string, string][] = [
    ["without a word", "", "no answer came"],
    ["in the middle of its headers", "HTTP/1.1 200 OK\r\nX-A: 1\r\n", "no answer came"],
    [
      "after its headers, although they say 200",
      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
      "did not end",
    ],
  ];
  test.each(stages)("a receiver that hangs %s times out", async (_, bytes, reason) => {
    const { receiver, send } = await setUp(replying(bytes));
    const result = failure(await send({ timeoutMs: 150 }));
    expect(result.outcome).toBe("timeout");
    expect(result.error).toContain(reason);
    expect(result.durationMs).toBeGreaterThanOrEqual(149);
    expect(result.durationMs).toBeLessThan(1500);
    await until(() => receiver.open().size === 0);
  });

  test("a receiver that drips its body counts against the timeout as a whole", async () => {
    const { send } = await setUp({
      onRequest({ socket }) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        const drip = setInterval(() => socket.write("."), 20);
        socket.on("close", () => clearInterval(drip));
      },
    });
    expect(failure(await send({ timeoutMs: 200 })).outcome).toBe("timeout");
  });

  test("an answer that arrived while the loop was busy is taken, although the timer was due", async () => {
    const server = Bun.spawn(["bun", "-e", lateServer], { stdout: "pipe" });
    try {
      const { value } = await server.stdout.getReader().read();
      const port = Number(new TextDecoder().decode(value));
      const { send } = await setUp();
      const late = send({ url: `http://late.test:${port}/`, timeoutMs: 400 });
      setTimeout(() => {
        const endMs = performance.now() + 700;
        while (performance.now() < endMs);
      }, 100);
      expect(answered(await late).body).toBe("late");
    } finally {
      server.kill();
    }
  });
});

/** Answers after 250 ms, from a process of its own, while this one's loop is busy. */
const lateServer = `
  const fetch = async () => { await Bun.sleep(250); return new Response("late"); };
  console.log(Bun.serve({ port: 0, hostname: "127.0.0.1", fetch }).port);
`;

describe("an answer that is none", () => {
  test.each([
    ["garbage", "hello\r\n\r\n", "not valid HTTP/1.1"],
    ["huge headers", `HTTP/1.1 200 OK\r\nX: ${"a".repeat(100_000)}\r\n\r\n`, "headers are larger"],
    [
      "two lengths",
      "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      "not valid HTTP/1.1",
    ],
    ["a damaged chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "not valid HTTP/1.1"],
    ["a switch of protocols", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "101"],
  ])("%s is a protocol_error, at once", async (_, bytes, reason) => {
    const { send } = await setUp(replying(bytes));
    const result = failure(await send());
    expect(result.outcome).toBe("protocol_error");
    expect(result.error).toContain(reason);
    expect(result.durationMs).toBeLessThan(2000);
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

  test("close ends the idle connections, and the transport still works", async () => {
    const { receiver, send } = await setUp();
    await send();
    transports.at(-1)?.close();
    await until(() => receiver.open().size === 0);
    expect(answered(await send()).status).toBe(200);
  });
});
