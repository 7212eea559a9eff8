import type { Socket } from "bun";
import { eventIdOf } from "./ledger.ts";
import { MessageReader } from "./message-reader.ts";
import { preciseNow } from "./precise-clock.ts";
import type { PublisherHead, PublisherOrder } from "./publisher-process.ts";

/**
 * Publishes from a process of its own. Takes its order as JSON on stdin; prints a line of JSON and then, as bytes, when
 * each event was due and when its 202 came. Written on bare sockets: it must not be what limits the program.
 */
const order = JSON.parse(await Bun.stdin.text()) as PublisherOrder;
const url = new URL(order.url);
const dueAtMs = new Float64Array(order.events);
const acceptedAtMs = new Float64Array(order.events);
const head = `POST ${order.eventsPerRequest === null ? "/api/v1/events" : "/api/v1/events/batch"} HTTP/1.1\r\nhost: ${url.host}\r\nauthorization: Bearer ${order.key}\r\ncontent-type: application/json\r\n`;
const filler = "x".repeat(Math.max(0, order.dataBytes - '{"filler":""}'.length));
const step = order.eventsPerRequest ?? 1;

interface Connection {
  socket: Socket<Connection> | null;
  reader: MessageReader;
  /** The first event of the request under way; −1: free. */
  event: number;
  /** Since when it is free. */
  freeAtMs: number;
  /** What the socket has not taken yet. */
  unsent: Uint8Array;
}

const handlers = {
  data: (socket: Socket<Connection>, chunk: Buffer) => socket.data.reader.push(chunk),
  drain: (socket: Socket<Connection>) => {
    if (socket.data.unsent.length > 0) write(socket.data, socket.data.unsent);
  },
  close: (socket: Socket<Connection>) => void reopen(socket.data),
  error: () => {},
};

/** How long to try to connect. */
const connectMsMax = 60_000;

/** When all were connected, Unix ms. */
let startedAt = 0;
let next = 0;
let refused = 0;
let unanswered = 0;
let longestLateMs = 0;
let underWay = 0;
const neverWoken = new Int32Array(new SharedArrayBuffer(4));
let isStopped = false;
/** In the open loop: no connection was free. */
let isResting = false;
const free: Connection[] = [];
const { promise: finished, resolve: finish } = Promise.withResolvers<void>();

process.on("SIGTERM", () => {
  isStopped = true;
  if (underWay === 0) finish();
});
await Promise.all(Array.from({ length: order.connections }, connect));
// A moment from now, so that the first events are not late already.
startedAt = preciseNow() + (order.perSecond === null ? 0 : 20);
if (order.perSecond === null) pump();
else tick(order.perSecond);
await finished;
const report: PublisherHead = {
  refused,
  unanswered,
  seconds: (preciseNow() - startedAt) / 1000,
  longestLateMs,
  requested: next,
};
await Bun.write(Bun.stdout, new Blob([`${JSON.stringify(report)}\n`, dueAtMs, acceptedAtMs]));
// Connections are still open.
process.exit(0);

function isOver(): boolean {
  return isStopped || next >= order.events;
}

/** Closed loop: as fast as the answers come. */
function pump(): void {
  while (free.length > 0 && !isOver()) send(preciseNow());
  if (underWay === 0 && isOver()) finish();
}

/** Open loop: each event is due at its time, whether the ones before it were answered or not. */
function tick(perSecond: number): void {
  const dueOf = (n: number): number => startedAt + (n * 1000) / perSecond;
  while (free.length > 0 && !isOver() && dueOf(next) <= preciseNow()) send(dueOf(next));
  if (isOver()) {
    if (underWay === 0) finish();
    return;
  }
  // Behind the schedule: the next answer goes on.
  isResting = free.length === 0;
  if (isResting) return;
  const waitMs = dueOf(next) - preciseNow();
  if (waitMs > 2) return void setTimeout(() => tick(perSecond), waitMs - 1.5);
  // A timer is up to a millisecond late, which would count as the program's: the last bit is slept through.
  if (waitMs > 0) Atomics.wait(neverWoken, 0, 0, waitMs);
  setImmediate(() => tick(perSecond));
}

function send(due: number): void {
  const connection = free.pop();
  if (!connection?.socket) return;
  const count = Math.min(step, order.events - next);
  const now = preciseNow();
  longestLateMs = Math.max(longestLateMs, now - Math.max(due, connection.freeAtMs));
  dueAtMs.fill(due, next, next + count);
  connection.event = next;
  underWay++;
  const body =
    order.eventsPerRequest === null
      ? eventBody(next)
      : `{"events":[${Array.from({ length: count }, (_, i) => eventBody(next + i)).join(",")}]}`;
  next += count;
  write(connection, Buffer.from(`${head}content-length: ${body.length}\r\n\r\n${body}`, "latin1"));
}

function eventBody(n: number): string {
  const { endpointIds } = order;
  const target = endpointIds === null ? "" : `,"endpointIds":["${endpointIds[n % endpointIds.length]}"]`;
  return `{"type":"${order.type}","id":"${eventIdOf(order.firstEvent + n)}"${target},"data":{"filler":"${filler}"}}`;
}

function write(connection: Connection, bytes: Uint8Array): void {
  const taken = Math.max(0, connection.socket?.write(bytes) ?? 0);
  connection.unsent = bytes.subarray(taken);
}

function answered(connection: Connection, replyHead: string, body: string): void {
  const { event } = connection;
  const count = Math.min(step, order.events - event);
  if (
    replyHead.startsWith("HTTP/1.1 202") &&
    (order.eventsPerRequest === null || body.includes('"rejected":0'))
  ) {
    acceptedAtMs.fill(preciseNow(), event, event + count);
  } else refused += count;
  release(connection);
}

function release(connection: Connection): void {
  connection.event = -1;
  connection.freeAtMs = preciseNow();
  underWay--;
  setFree(connection);
}

function setFree(connection: Connection): void {
  free.push(connection);
  if (order.perSecond === null) pump();
  else if (underWay === 0 && isOver()) finish();
  else if (isResting) tick(order.perSecond);
}

async function connect(): Promise<void> {
  const connection: Connection = {
    socket: null,
    reader: new MessageReader(() => {}),
    event: -1,
    freeAtMs: 0,
    unsent: new Uint8Array(0),
  };
  await open(connection);
  free.push(connection);
}

/** Again and again: the program may be starting. */
async function open(connection: Connection): Promise<void> {
  connection.reader = new MessageReader((replyHead, body) => answered(connection, replyHead, body));
  const endAt = preciseNow() + connectMsMax;
  for (;;) {
    try {
      connection.socket = await Bun.connect<Connection>({
        hostname: url.hostname,
        port: Number(url.port),
        data: connection,
        socket: handlers,
      });
      return;
    } catch (error) {
      if (isOver() || preciseNow() > endAt) throw error;
      await Bun.sleep(5);
    }
  }
}

/** What was under way is neither accepted nor refused: the program was killed, say. */
async function reopen(connection: Connection): Promise<void> {
  if (isOver() && underWay === 0) return;
  connection.unsent = new Uint8Array(0);
  const wasUnderWay = connection.event >= 0;
  const index = free.indexOf(connection);
  if (index >= 0) free.splice(index, 1);
  if (wasUnderWay) unanswered += Math.min(step, order.events - connection.event);
  await open(connection).catch(() => {});
  if (wasUnderWay) release(connection);
  else setFree(connection);
}
