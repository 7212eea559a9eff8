import { expect, test } from "bun:test";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

test("the executable counts what it delivered, as soon as it is delivered", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  const { body: endpoint } = await server.call("POST", "/endpoints", {
    url: receiver.url,
    eventTypes: ["*"],
  });
  for (const type of ["message.sent", "message.sent", "message.failed"]) {
    await server.call("POST", "/events", { type, data: {} });
  }
  const stats = async () => (await server.call("GET", `/endpoints/${endpoint.id}/stats`)).body;
  await until(async () => (await stats()).succeeded === 3, { withinMs: 30_000 });
  expect(await stats()).toMatchObject({ total: 3, pending: 0, attempts: 3, successRate: 1 });
  const byType = (await server.call("GET", "/stats?of=events&groupBy=eventType&interval=day")).body.data;
  expect(byType.map(({ group, total }: { group: string; total: number }) => [group, total])).toEqual([
    ["message.failed", 1],
    ["message.sent", 2],
  ]);
  expect((await server.call("GET", `/endpoints/${endpoint.id}`)).body.health.successRate24h).toBe(1);
}, 60_000);
