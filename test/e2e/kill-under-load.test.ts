import { expect, test } from "bun:test";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver, type ReceivedWebhook, verifierOf } from "../support/webhook-receiver.ts";

const stage = useStage();

const connections = 24;
const eventsPerRound = 3000;
const killAfterAcknowledged = 1200;
const drainMsMax = 60_000;

/** What was published and what came of it: exact for what was answered, open for what was not. */
interface Ledger {
  acknowledged: Set<string>;
  refused: Set<string>;
}

interface LoadEndpoint {
  path: string;
  verify: (webhook: ReceivedWebhook) => void;
  wants: (id: string) => boolean;
}

/** Every seventh event is of another type, every hundredth one that Posthorn refuses. */
function typeOf(n: number): string {
  if (n % 100 === 99) return "posthorn.reserved";
  return n % 7 === 0 ? "order.paid" : "message.delivered";
}

/** Publishes like a careful producer: the same id again, to whichever server is up, until there is a reply. */
async function publishRound(round: number, ledger: Ledger, serverNow: () => Server): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let n = next++; n < eventsPerRound; n = next++) {
        const type = typeOf(n);
        const id = `${type.split(".")[0]}-${round}-${n}`;
        const status = await publishUntilAnswered(serverNow, { id, type, data: { n, round } });
        if (status === 202 || status === 200) ledger.acknowledged.add(id);
        else if (status === 422) ledger.refused.add(id);
        else throw new Error(`${id} got a ${status}`);
      }
    }),
  );
}

async function publishUntilAnswered(serverNow: () => Server, event: object): Promise<number> {
  for (;;) {
    const server = serverNow();
    try {
      return (await server.call("POST", "/events", event)).status;
    } catch {
      // Killed: nobody knows whether the event was stored. Wait for the next server.
      await until(() => serverNow() !== server, { withinMs: drainMsMax });
    }
  }
}

async function createEndpoints(server: Server, url: string): Promise<LoadEndpoint[]> {
  const specs: { path: string; eventTypes: string[]; wants: LoadEndpoint["wants"] }[] = [
    { path: "/all", eventTypes: ["*"], wants: () => true },
    { path: "/orders", eventTypes: ["order.*"], wants: (id) => id.startsWith("order") },
    {
      path: "/messages",
      eventTypes: ["message.delivered"],
      wants: (id) => id.startsWith("message"),
    },
  ];
  return Promise.all(
    specs.map(async ({ path, eventTypes, wants }) => {
      const retry = { delaysSeconds: [0, 1, 1, 1] };
      const reply = await server.call("POST", "/endpoints", { url: `${url}${path}`, eventTypes, retry });
      expect(reply.status).toBe(201);
      return { path, wants, verify: verifierOf(reply.body.secret) };
    }),
  );
}

function arrivedAt(path: string, received: readonly ReceivedWebhook[]): Set<string> {
  return new Set(received.filter((webhook) => webhook.path === path).map(({ id }) => id));
}

async function isDrained(server: Server): Promise<boolean> {
  return (await server.call("GET", "/deliveries?status=pending&limit=1")).body.data.length === 0;
}

/** Without what Posthorn tells of itself: on a slow machine an endpoint falls behind, or is late to answer. */
async function idsInTheLog(server: Server): Promise<Set<string>> {
  const ids = new Set<string>();
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await server.call("GET", `/events?limit=100${query}`);
    for (const { id, type } of body.data) if (!type.startsWith("posthorn.")) ids.add(id);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return ids;
}

test("kill -9 under load, twice, loses nothing that was acknowledged", async () => {
  // A few answers are failures, so that retries are under way as well when the process dies.
  const receiver = aReceiver(stage, ({ attempt, id }) => (attempt === 1 && id.endsWith("5") ? 500 : 200));
  const directory = stage.directory();
  const ledger: Ledger = { acknowledged: new Set(), refused: new Set() };
  let server = await stage.serve({ directory });
  const endpoints = await createEndpoints(server, receiver.url);

  for (const round of [1, 2]) {
    const published = publishRound(round, ledger, () => server);
    const goal = ledger.acknowledged.size + killAfterAcknowledged;
    await until(() => ledger.acknowledged.size >= goal, { withinMs: drainMsMax });
    await server.kill();
    server = await stage.serve({ directory });
    await published;
  }
  await until(() => isDrained(server), { withinMs: drainMsMax });

  expect(ledger.acknowledged.size).toBe(2 * eventsPerRound * 0.99);
  expect(ledger.refused.size).toBe(2 * eventsPerRound * 0.01);
  expect(await idsInTheLog(server)).toEqual(ledger.acknowledged);
  for (const { path, wants, verify } of endpoints) {
    expect(arrivedAt(path, receiver.received)).toEqual(new Set([...ledger.acknowledged].filter(wants)));
    receiver.received.filter((webhook) => webhook.path === path).forEach(verify);
  }
  expect((await server.call("GET", "/deliveries?status=failed&limit=1")).body.data).toEqual([]);
  expect(await server.stop()).toBe(0);
}, 180_000);
