import { expect, test } from "bun:test";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

/** More than one transaction writes: the rest is done in steps after the reply. */
const manyRows = 2500;

async function sixteenAtOnce(count: number, act: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let n = next++; n < count; n = next++) await act(n);
    }),
  );
}

async function createEndpoint(server: Server, url: string): Promise<string> {
  const reply = await server.call("POST", "/endpoints", { url, eventTypes: ["*"] });
  expect(reply.status).toBe(201);
  return reply.body.id;
}

/** How many deliveries there are by status. */
async function countDeliveries(server: Server): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await server.call("GET", `/deliveries?limit=100${query}`);
    for (const { status } of body.data) counts[status] = (counts[status] ?? 0) + 1;
    cursor = body.nextCursor;
  } while (cursor !== null);
  return counts;
}

test("an event for thousands of endpoints reaches each, also when the process is killed right after the reply", async () => {
  const receiver = aReceiver(stage);
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  await sixteenAtOnce(manyRows, async (n) => void (await createEndpoint(server, `${receiver.url}/${n}`)));
  const published = await server.call("POST", "/events", { type: "order.paid", data: {} });
  await server.kill();
  expect(published).toMatchObject({ status: 202, body: { deliveries: manyRows } });

  const next = await stage.serve({ directory });
  const paths = () => new Set(receiver.received.map(({ path }) => path));
  await until(() => paths().size === manyRows, { withinMs: 30_000 });
  await until(async () => (await countDeliveries(next)).succeeded === manyRows, { withinMs: 30_000 });
}, 40_000);

test("what a disable canceled stays unsent, also when the process is killed right after the reply", async () => {
  const receiver = aReceiver(stage);
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  const id = await createEndpoint(server, receiver.url);
  const deliverAt = new Date(Date.now() + 3_600_000).toISOString();
  await sixteenAtOnce(manyRows, async () => {
    expect((await server.call("POST", "/events", { type: "order.paid", data: {}, deliverAt })).status).toBe(
      202,
    );
  });
  const disabled = await server.call("POST", `/endpoints/${id}/disable`);
  await server.kill();
  expect(disabled).toMatchObject({ status: 200, body: { status: "disabled" } });

  const next = await stage.serve({ directory });
  await until(async () => (await countDeliveries(next)).canceled === manyRows, { withinMs: 30_000 });
  expect((await next.call("GET", `/endpoints/${id}`)).body).toMatchObject({ disabledReason: "manual" });
  expect(receiver.received).toEqual([]);
}, 40_000);
