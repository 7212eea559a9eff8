import type { Socket } from "bun";
import { type CountedEvents, numberOf } from "./ledger.ts";
import { MessageReader } from "./message-reader.ts";
import { preciseNow } from "./precise-clock.ts";
import type { ReceiverState, ReceiverWishes } from "./receiver-process.ts";

/**
 * A receiver in a process of its own. The first part of a request's path says how it behaves, the second which endpoint
 * it is: `/in/3` answers 200 at once, `/held/3` as long as nothing is held (until then it hangs), `/hang/3` never,
 * `/fail/3` with 500 as long as failing is wished for, `/flap/3` with 503 every other period. Only what is answered
 * with 200 counts. It is told what to count, and asked, through a second port. Prints both as JSON.
 */
let counted: CountedEvents = { first: 0, count: 0, endpoints: 1 };
let firstAtMs = new Float64Array(0);
let counts = new Uint16Array(0);
const wishes: ReceiverWishes = { isHolding: false, isFailing: false };
const state: ReceiverState = { filled: 0, requests: 0, firstRequestAtMs: 0, connections: 0 };
const flapPeriodMs = 2000;

type Behaviour = (endpoint: number) => "ok" | "failed" | "silent";

const behaviours: Record<string, Behaviour> = {
  in: () => "ok",
  held: () => (wishes.isHolding ? "silent" : "ok"),
  hang: () => "silent",
  fail: () => (wishes.isFailing ? "failed" : "ok"),
  // Endpoints take turns, so that at any time half of them are down.
  flap: (endpoint) => (Math.floor(preciseNow() / flapPeriodMs + endpoint) % 2 === 0 ? "ok" : "failed"),
};

interface OriginsOrder {
  count: number;
  cert: string;
  key: string;
}

type Connection = Socket<{ reader: MessageReader }>;

const handlers = {
  open(socket: Connection) {
    state.connections++;
    const reader = new MessageReader((head) => answer(socket, head));
    socket.data = { reader };
  },
  data(socket: Connection, chunk: Buffer) {
    socket.data.reader.push(chunk);
  },
  error() {},
};

function answer(socket: Connection, head: string): void {
  const at = preciseNow();
  state.requests++;
  if (state.firstRequestAtMs === 0) state.firstRequestAtMs = at;
  const [, behaviour = "", endpoint = "0"] = /^\w+ [^ ]*?\/(\w+)\/(\d+) /.exec(head) ?? [];
  const verdict = behaviours[behaviour]?.(Number(endpoint)) ?? "failed";
  if (verdict === "silent") return;
  if (verdict === "ok") {
    count(/\r\nwebhook-id: *([^\r]+)/i.exec(head)?.[1] ?? "", Number(endpoint), at);
  }
  socket.write(verdict === "ok" ? responses.ok : responses.failed);
}

function count(eventId: string, endpoint: number, at: number): void {
  const n = numberOf(eventId) - counted.first;
  if (!(n >= 0 && n < counted.count && endpoint < counted.endpoints)) return;
  const slot = n * counted.endpoints + endpoint;
  if (counts[slot] === 0) {
    firstAtMs[slot] = at;
    state.filled++;
  }
  counts[slot] = (counts[slot] ?? 0) + 1;
}

/** With the headers that a usual server sends, because the program stores them. */
const responses = { ok: "", failed: "" };
function writeResponses(): void {
  const headers = `content-type: text/plain;charset=utf-8\r\ndate: ${new Date().toUTCString()}\r\n`;
  responses.ok = `HTTP/1.1 200 OK\r\n${headers}content-length: 2\r\n\r\nok`;
  responses.failed = `HTTP/1.1 503 Service Unavailable\r\n${headers}content-length: 4\r\n\r\nbusy`;
}
writeResponses();
setInterval(writeResponses, 1000);

const listener = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: handlers });

const control = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  async fetch(request) {
    switch (new URL(request.url).pathname) {
      case "/state":
        return Response.json(state);
      case "/arrivals":
        return new Response(new Blob([firstAtMs, counts]));
      case "/count":
        startCounting((await request.json()) as CountedEvents);
        break;
      case "/wish":
        Object.assign(wishes, await request.json());
        break;
      case "/origins":
        return Response.json(openOrigins((await request.json()) as OriginsOrder));
    }
    return new Response(null, { status: 204 });
  },
});

function startCounting(events: CountedEvents): void {
  counted = events;
  firstAtMs = new Float64Array(events.count * events.endpoints);
  counts = new Uint16Array(events.count * events.endpoints);
  Object.assign(state, { filled: 0, requests: 0, firstRequestAtMs: 0, connections: 0 });
}

/** Origins of their own: the same certificate on a port each. */
function openOrigins(order: OriginsOrder): number[] {
  const { count: origins, ...tls } = order;
  return Array.from(
    { length: origins },
    () => Bun.listen({ hostname: "127.0.0.1", port: 0, tls, socket: handlers }).port,
  );
}

console.log(JSON.stringify({ port: listener.port, controlPort: control.port }));
