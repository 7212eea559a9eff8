import { afterAll, beforeAll, expect, test } from "bun:test";
import { aKeyIdentity, aKeyStore } from "../support/a-key-store.ts";
import { anHttpApp } from "../support/an-http-app.ts";

/** What only a real socket shows: bodies in chunks, odd host names, HEAD. */

let server: Bun.Server<undefined>;
const accepted: string[] = [];
beforeAll(async () => {
  const store = aKeyStore({ phk_a: aKeyIdentity() }, undefined, {
    async acceptEvent(_organization, event) {
      accepted.push(event.data);
      const { id, type } = event;
      const at = "2026-05-13T12:46:25.000Z";
      const published = {
        id,
        type,
        timestamp: at,
        createdAt: at,
        deliveries: 0,
        canceled: 0,
        duplicate: false,
      };
      return { published, work: { due: [], waiting: [], changed: [], chores: false, tasks: false } };
    },
  });
  const app = anHttpApp(store, { bodyBytesMax: 10_000 });
  server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request, self) => app.fetch(request, self.requestIP(request)?.address ?? null),
  });
});
afterAll(() => server.stop(true));

function send(body: ReadableStream | string): Promise<Response> {
  return fetch(new URL("/api/v1/events", server.url), {
    method: "POST",
    headers: { authorization: "Bearer phk_a", "content-type": "application/json" },
    body,
  });
}

function inChunks(...chunks: string[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

test("a body in chunks is read whole", async () => {
  const response = await send(inChunks('{"type":"a",', '"data":{"text":"é', '"}}'));
  expect(response.status).toBe(202);
  expect(accepted.at(-1)).toBe('{"text":"é"}');
});

test("a body in chunks is counted, and refused at the limit", async () => {
  const response = await send(
    inChunks(
      '{"type":"a","data":{"x":"',
      ..."x"
        .repeat(11)
        .split("")
        .map((x) => x.repeat(1000)),
      '"}}',
    ),
  );
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: "payload_too_large" });
});

test("an announced body over the limit is refused", async () => {
  expect((await send("x".repeat(10_001))).status).toBe(413);
});

test("HEAD has the length of GET and no body", async () => {
  const get = await fetch(new URL("/healthz", server.url));
  const head = await fetch(new URL("/healthz", server.url), { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect(head.headers.get("content-length")).toBe(String((await get.text()).length));
});

for (const host of ["a", "pc", "posthorn.example.com", "[::1]:8080"]) {
  test(`the host name ${host} reaches every route`, async () => {
    const response = await fetch(new URL("/healthz", server.url), { headers: { host } });
    expect(response.status).toBe(200);
  });
}

/** The status line of the answer to a request written by hand. */
async function statusLineOf(request: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = await Bun.connect({
    hostname: "127.0.0.1",
    port: Number(server.url.port),
    socket: { data: (_socket, bytes) => resolve(bytes.toString("latin1")), close: () => resolve("closed") },
  });
  socket.write(request);
  const answer = await promise;
  socket.end();
  return answer.split("\r\n")[0] ?? "";
}

const handWritten: [name: string, request: string, statusLine: string][] = [
  ["HTTP/1.0 without a Host", "GET /healthz HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK"],
  ["a longer path without a Host", "GET /api/v1/endpoints/a HTTP/1.0\r\n\r\n", "HTTP/1.1 401 Unauthorized"],
  ["a Host that is none", "GET /healthz HTTP/1.1\r\nHost: b@d host/\r\n\r\n", "HTTP/1.1 200 OK"],
  ["an absolute path", "GET http://x.example/healthz HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 OK"],
  [
    "a short Host, with a body",
    'POST /api/v1/events HTTP/1.1\r\nHost: pc\r\nAuthorization: Bearer phk_a\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n{"type":"a","data":{}}',
    "HTTP/1.1 202 Accepted",
  ],
  ["a fragment", "GET /healthz#part HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404 Not Found"],
  ["two slashes", "GET //healthz HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404 Not Found"],
];
for (const [name, request, statusLine] of handWritten) {
  test(`${name}: ${statusLine}`, async () => {
    expect(await statusLineOf(request)).toBe(statusLine);
  });
}
