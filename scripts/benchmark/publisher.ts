import { idPrefix, preciseNow } from "./ledger.ts";

/** What the publisher is told, as JSON in its first argument. */
export interface PublisherOrder {
  url: string;
  key: string;
  events: number;
  connections: number;
  /** Events per second, open loop: each is timed from the moment it was due. Null: as fast as the answers come. */
  perSecond: number | null;
  dataBytes: number;
}

/** What it prints when it is done. */
export interface PublisherReport {
  /** By event number: when it was due to be sent. */
  dueAtMs: number[];
  /** By event number: when its 202 came; 0 if it was refused. */
  acceptedAtMs: number[];
  refused: number;
  seconds: number;
}

const order = JSON.parse(process.argv[2] ?? "{}") as PublisherOrder;
const filler = "x".repeat(Math.max(0, order.dataBytes - '{"filler":""}'.length));
const dueAtMs: number[] = new Array(order.events).fill(0);
const acceptedAtMs: number[] = new Array(order.events).fill(0);
const headers = { authorization: `Bearer ${order.key}`, "content-type": "application/json" };
let refused = 0;
let next = 0;

const startedAt = preciseNow();
await Promise.all(Array.from({ length: order.connections }, publishInTurn));
const seconds = (preciseNow() - startedAt) / 1000;
console.log(JSON.stringify({ dueAtMs, acceptedAtMs, refused, seconds } satisfies PublisherReport));

async function publishInTurn(): Promise<void> {
  while (next < order.events) {
    const n = next++;
    const due = order.perSecond === null ? preciseNow() : startedAt + (n * 1000) / order.perSecond;
    const wait = due - preciseNow();
    if (wait > 0) await Bun.sleep(wait);
    dueAtMs[n] = due;
    await publish(n);
  }
}

async function publish(n: number): Promise<void> {
  const body = `{"type":"bench.event","id":"${idPrefix}${n}","data":{"filler":"${filler}"}}`;
  const response = await fetch(order.url, { method: "POST", headers, body });
  await response.arrayBuffer();
  if (response.status === 202) acceptedAtMs[n] = preciseNow();
  else refused++;
}
