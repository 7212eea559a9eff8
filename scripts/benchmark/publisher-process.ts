import { join } from "node:path";

/** What the publisher is told. */
export interface PublisherOrder {
  url: string;
  key: string;
  /** The number of the first event, and how many there are at most. */
  firstEvent: number;
  events: number;
  /** Null: one POST an event; else through `/events/batch`. */
  eventsPerRequest: number | null;
  connections: number;
  /** Events per second, open loop: each is timed from the moment it was due. Null: as fast as the answers come. */
  perSecond: number | null;
  type: string;
  dataBytes: number;
  /** Events go to one of these each, in turn; null: to whoever subscribed. */
  endpointIds: readonly string[] | null;
}

/** What it says first. */
export interface PublisherHead {
  refused: number;
  /** The connection broke before the answer: nobody knows. */
  unanswered: number;
  seconds: number;
  /** How late the latest event was sent though a connection was free: of the publisher's own making. */
  longestLateMs: number;
  /** Events for which a request was made; fewer than ordered when it was stopped. */
  requested: number;
}

export interface PublisherReport extends PublisherHead {
  /** By event: when it was due to be sent, Unix ms with fractions. */
  dueAtMs: Float64Array;
  /** By event: when its 202 came; 0 if none did. */
  acceptedAtMs: Float64Array;
}

/** A publisher at work. */
export interface Publisher {
  /** When all is published and answered, or it was stopped. */
  report: Promise<PublisherReport>;
  /** What is under way is still answered. */
  stop(): void;
}

export function startPublisher(order: PublisherOrder): Publisher {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "publisher.ts")], {
    stdin: Buffer.from(JSON.stringify(order)),
    stdout: "pipe",
  });
  const report = new Response(child.stdout).arrayBuffer().then(async (printed) => {
    if ((await child.exited) !== 0) throw new Error("the publisher broke off");
    return readReport(new Uint8Array(printed), order.events);
  });
  return { report, stop: () => child.kill("SIGTERM") };
}

function readReport(bytes: Uint8Array, events: number): PublisherReport {
  const lineEnd = bytes.indexOf("\n".charCodeAt(0));
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, lineEnd))) as PublisherHead;
  // Copied, because numbers must lie at a multiple of their size.
  const numbers = new Float64Array(bytes.slice(lineEnd + 1).buffer);
  return {
    ...head,
    dueAtMs: numbers.subarray(0, events),
    acceptedAtMs: numbers.subarray(events),
  };
}
