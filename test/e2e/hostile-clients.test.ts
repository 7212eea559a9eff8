import { describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { type CrowdOptions, holdingsOf, sendRaw, startCrowd } from "../support/hostile-clients.ts";
import { longTest } from "../support/long-tests.ts";
import { operatorKey, type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

/** Clients of our own API that mean no good, and whoever else is served meanwhile. */

const stage = useStage();
const authorization = `Authorization: Bearer ${operatorKey}\r\n`;
const event = '{"type":"a.b","data":{}}';
const wholePost = `POST /api/v1/events HTTP/1.1\r\nHost: x\r\n${authorization}Content-Type: application/json\r\nContent-Length: ${event.length}\r\n\r\n${event}`;

/** As the page of operations says. */
const headersWithinMs = 10_000;
const silenceWithinMs = 120_000;

const portOf = (server: Server) => Number(new URL(server.url).port);

async function crowd(server: Server, options: CrowdOptions) {
  return stage.keep(await startCrowd(portOf(server), options), (one) => one.close());
}

/** Milliseconds that each of so many publications takes, one after the other, each on a connection of its own. */
async function publishTimes(server: Server, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now();
    const headers = { connection: "close" };
    const { status } = await server.call("POST", "/events", { type: "a.b", data: {} }, { headers });
    expect(status).toBe(202);
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b);
}

const unfinishedHead = "POST /api/v1/events HTTP/1.1\r\nX-Slow: ";
const unfinishedBody = `POST /api/v1/events HTTP/1.1\r\nHost: x\r\n${authorization}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"type":"`;

describe.skipIf(process.platform !== "linux")("a crowd that never comes to an end", () => {
  test("holds up nobody and costs little; who has not asked after ten seconds is gone", async () => {
    const server = await stage.serve();
    await publishTimes(server, 10);
    const before = holdingsOf(server.pid);
    const crowds = [
      await crowd(server, { size: 1000 }),
      await crowd(server, { size: 150, greeting: unfinishedHead, drip: "slow" }),
    ];
    const dripping = await crowd(server, { size: 150, greeting: unfinishedBody, drip: "slow" });
    const times = await publishTimes(server, 40);
    expect(times[20]).toBeLessThan(500);
    expect(times.at(-1)).toBeLessThan(3000);
    expect(holdingsOf(server.pid).residentMiB - before.residentMiB).toBeLessThan(100);

    const closed = () => crowds.every((one, at) => one.closed === [1000, 150][at]);
    await until(closed, { withinMs: 3 * headersWithinMs });
    expect(dripping.closed).toBe(0);
    dripping.close();
    await until(() => holdingsOf(server.pid).descriptors <= before.descriptors + 10, { withinMs: 30_000 });
    expect((await publishTimes(server, 5)).length).toBe(5);
  }, 90_000);

  test("and never reads what it asked for costs no more than the replies", async () => {
    const server = await stage.serve();
    await publishTimes(server, 10);
    const before = holdingsOf(server.pid);
    // More than a megabyte each.
    const greeting = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    const deaf = await crowd(server, { size: 100, greeting, reads: false });
    const times = await publishTimes(server, 40);
    expect(times[20]).toBeLessThan(500);
    expect(holdingsOf(server.pid).residentMiB - before.residentMiB).toBeLessThan(200);
    deaf.close();
    await until(() => holdingsOf(server.pid).descriptors <= before.descriptors + 10, { withinMs: 30_000 });
  }, 60_000);

  test("and begins large bodies to a source is sent away; small ones go on, and large ones when it is gone", async () => {
    const server = await stage.serve();
    const { body: source } = await server.call("POST", "/sources", {
      kind: "whatsapp",
      name: "up",
      config: { appSecrets: ["a secret"] },
    });
    const send = async (body: string) => {
      const signature = createHmac("sha256", "a secret").update(body).digest("hex");
      const headers = { "x-hub-signature-256": `sha256=${signature}` };
      return (await fetch(server.url + source.url, { method: "POST", headers, body })).status;
    };
    // Nobody has to know the secret for it.
    const head = `POST ${source.url} HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: sha256=${"0".repeat(64)}\r\n`;
    const greeting = `${head}Content-Length: 4194304\r\n\r\n${"a".repeat(4_194_000)}`;
    const before = holdingsOf(server.pid);
    const beginners = await crowd(server, { size: 40, greeting });
    await until(() => beginners.receivedBytes > 0, { withinMs: 30_000 });
    expect(await send("{}")).toBe(200);
    expect(holdingsOf(server.pid).residentMiB - before.residentMiB).toBeLessThan(400);
    beginners.close();
    const large = `{"text":"${"a".repeat(4_000_000)}"}`;
    await until(async () => (await send(large)) === 200, { withinMs: 30_000 });
  }, 60_000);

  longTest(
    "is gone after two minutes, however it drips its bodies and whatever it does not read",
    async () => {
      const server = await stage.serve();
      await publishTimes(server, 10);
      const before = holdingsOf(server.pid);
      const deafGreeting = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
      await crowd(server, { size: 100, greeting: unfinishedBody, drip: "slow" });
      await crowd(server, { size: 100, greeting: wholePost });
      await crowd(server, { size: 20, greeting: deafGreeting, reads: false });
      await until(() => holdingsOf(server.pid).descriptors > before.descriptors + 200);
      // By the server's own books: who does not read does not hear that it was closed.
      await until(() => holdingsOf(server.pid).descriptors <= before.descriptors + 10, {
        withinMs: silenceWithinMs + 30_000,
      });
      expect((await publishTimes(server, 5)).length).toBe(5);
    },
    200_000,
  );
});

describe("a request that is none", () => {
  const get = (more = "") => `GET /api/v1/whoami HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
  const post = (more: string, body = "") =>
    `POST /api/v1/events HTTP/1.1\r\nHost: x\r\n${authorization}${more}\r\n${body}`;
  const requests: [what: string, bytes: string][] = [
    ["garbage", "hello world\r\n\r\n"],
    ["a handshake of TLS", "\x16\x03\x01\x00\x40\x01\x00\x00\x3c\x03\x03".padEnd(70, "\x07")],
    ["a preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["a request of HTTP/0.9", "GET /\r\n"],
    ["one without a host", "GET / HTTP/1.1\r\n\r\n"],
    ["an unknown method", "FOO / HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["headers of 100 KiB", get(`X: ${"a".repeat(100_000)}\r\n`)],
    ["1,000 headers", get(Array.from({ length: 1000 }, (_, n) => `x${n}: y\r\n`).join(""))],
    ["a path of 100 KiB", `GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ["a space before a colon", get("X : 1\r\n")],
    ["a header with a zero byte", get("X: \0\r\n")],
    ["a header of two lines", get("X: 1\r\n 2\r\n")],
    ["lines that end in LF", "GET / HTTP/1.1\nHost: x\n\n"],
    ["two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "abcdef")],
    ["a length below zero", post("Content-Length: -5\r\n", "abcdef")],
    ["a length beside chunks", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")],
    ["a damaged chunk", post("Transfer-Encoding: chunked\r\n", "ZZ\r\nabcdef")],
    ["a chunk beyond all numbers", post("Transfer-Encoding: chunked\r\n", `${"f".repeat(16)}\r\nabcdef`)],
  ];

  test("is refused, and its connection closed, whatever is wrong with it; nobody else notices", async () => {
    const server = await stage.serve();
    for (const [what, bytes] of requests) {
      const { text, isClosed } = await sendRaw(portOf(server), `${bytes}${wholePost}`);
      expect([what, text.slice(0, 12)]).toEqual([what, expect.stringMatching(/^(?:HTTP\/1\.1 [45]|$)/)]);
      expect([what, isClosed]).toEqual([what, true]);
      // What follows it is not taken for a request of its own.
      expect([what, text.match(/HTTP\/1\.1 /g)?.length ?? 0]).toEqual([what, text === "" ? 0 : 1]);
    }
    expect((await publishTimes(server, 3)).length).toBe(3);
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
  }, 60_000);

  test("names a host that is none: it is answered as any other", async () => {
    const server = await stage.serve();
    const { body: source } = await server.call("POST", "/sources", {
      kind: "generic",
      name: "up",
      config: { verification: { kind: "none" } },
    });
    const requests: [line: string, status: number][] = [
      [`POST ${source.url}?a=1`, 200],
      [`PUT ${source.url}`, 405],
      ["GET /nowhere", 404],
    ];
    for (const [line, status] of requests) {
      const { text } = await sendRaw(
        portOf(server),
        `${line} HTTP/1.1\r\nHost: x:99999999\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
      );
      expect([line, text.slice(9, 12)]).toEqual([line, `${status}`]);
    }
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
  });

  test.each(["x", "example.com"])(
    "is told at once that its body is too large, at the host %s",
    async (host) => {
      const server = await stage.serve();
      const { body: source } = await server.call("POST", "/sources", {
        kind: "generic",
        name: "up",
        config: { verification: { kind: "none" } },
      });
      const chunk = `100000\r\n${"a".repeat(0x100000)}\r\n`;
      const head = `POST ${source.url} HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\n`;
      const { text } = await sendRaw(portOf(server), head + chunk.repeat(2));
      expect(text).toStartWith("HTTP/1.1 413 ");
    },
  );

  test("is told from an old one: HTTP/1.0 is answered, and its connection closed", async () => {
    const server = await stage.serve();
    const old = wholePost.replace("HTTP/1.1\r\nHost: x\r\n", "HTTP/1.0\r\n");
    const { text, isClosed } = await sendRaw(portOf(server), old);
    expect(text).toContain(" 202 ");
    expect(isClosed).toBe(true);
  });

  test("a request that comes before the reply to the one before ends its connection, and is not taken", async () => {
    const server = await stage.serve();
    const { text, isClosed } = await sendRaw(portOf(server), wholePost.repeat(5));
    expect(isClosed).toBe(true);
    expect(text.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(1);
    const { body } = await server.call("GET", "/events");
    expect(body.data.length).toBeLessThanOrEqual(1);
    expect((await publishTimes(server, 3)).length).toBe(3);
  });
});
