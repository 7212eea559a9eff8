import type { Server } from "./posthorn-process.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { until } from "./until.ts";

export interface RestlessProducers {
  /** The ids of all events that were answered for, with how often each. */
  acknowledged: ReadonlyMap<string, number>;
  /** Ends when every request has been answered. */
  finish(): Promise<void>;
}

const answerMsMax = 60_000;
/** Between two requests of one producer, so that the ledger stays small enough to be read. */
const pauseMsMax = 12;

/**
 * Publishes without an end, as careful producers do: the same request again, to whichever server is up, until there is
 * an answer. One event or many, with ids of their own or under an Idempotency-Key.
 */
export function restlessProducers(options: {
  count: number;
  random: SeededRandom;
  serverNow: () => Server;
}): RestlessProducers {
  const { random, serverNow } = options;
  const acknowledged = new Map<string, number>();
  let isFinishing = false;
  let requests = 0;

  function acknowledge(id: string): void {
    acknowledged.set(id, (acknowledged.get(id) ?? 0) + 1);
  }

  async function produce(): Promise<void> {
    while (!isFinishing) {
      const request = aRequest(random, ++requests);
      for (const id of await sendUntilAnswered(serverNow, request)) acknowledge(id);
      await Bun.sleep(random.between(0, pauseMsMax));
    }
  }

  const produced = Promise.all(Array.from({ length: options.count }, produce));
  // It is awaited at the end; a failure before must not count as nobody's.
  produced.catch(() => {});
  return {
    acknowledged,
    async finish() {
      isFinishing = true;
      await produced;
    },
  };
}

interface PublishRequest {
  path: string;
  body: object;
  headers: Record<string, string>;
}

function aRequest(random: SeededRandom, n: number): PublishRequest {
  const hasIds = random.chance(0.5);
  const headers: Record<string, string> = hasIds ? {} : { "Idempotency-Key": `request-${n}` };
  const anEvent = (at: number) => ({
    type: random.chance(0.15) ? "order.paid" : "message.delivered",
    data: { n, text: "x".repeat(random.between(0, 400)) },
    ...(hasIds ? { id: `event-${n}-${at}` } : {}),
  });
  if (random.chance(0.8)) return { path: "/events", headers, body: anEvent(0) };
  const events = Array.from({ length: random.between(1, 12) }, (_, at) => anEvent(at));
  return { path: "/events/batch", headers, body: { events } };
}

/** The ids that the answer names. */
async function sendUntilAnswered(serverNow: () => Server, request: PublishRequest): Promise<string[]> {
  const { path, body, headers } = request;
  for (;;) {
    const server = serverNow();
    try {
      const reply = await server.call("POST", path, body, { headers });
      if (reply.status !== 202 && reply.status !== 200) throw new Refused(JSON.stringify(reply.body));
      return path === "/events" ? [reply.body.id] : reply.body.data.map(({ id }: { id: string }) => id);
    } catch (error) {
      if (error instanceof Refused) throw error;
      // Killed: nobody knows whether it was stored.
      await until(() => serverNow() !== server, { withinMs: answerMsMax });
    }
  }
}

class Refused extends Error {}
