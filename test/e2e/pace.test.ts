import { expect, test } from "bun:test";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

async function anEndpoint(server: Server, url: string, fields: Record<string, unknown>): Promise<string> {
  const { status, body } = await server.call("POST", "/endpoints", { url, eventTypes: ["*"], ...fields });
  expect(status).toBe(201);
  return body.id as string;
}

async function publishMany(server: Server, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await server.call("POST", "/events", { type: "message.delivered", data: { n } });
}

async function startTimes(server: Server): Promise<number[]> {
  const { body } = await server.call("GET", "/attempts?limit=100");
  return body.data.map(({ startedAt }: { startedAt: string }) => Date.parse(startedAt)).sort();
}

test("no second has more attempts than the rate limit, also when the process is killed and starts again", async () => {
  const receiver = aReceiver(stage);
  const first = await stage.serve();
  await anEndpoint(first, receiver.url, { rateLimitPerSecond: 8 });
  await publishMany(first, 30);
  await until(() => receiver.received.length >= 12);
  await first.kill();
  const second = await stage.serve({ directory: first.directory });
  await until(() => new Set(receiver.received.map(({ id }) => id)).size === 30, { withinMs: 8000 });
  await until(async () => (await second.call("GET", "/deliveries?status=pending")).body.data.length === 0);
  const starts = await startTimes(second);
  const counts = starts.map((from) => starts.filter((at) => at >= from && at < from + 1000).length);
  expect(Math.max(...counts)).toBe(8);
}, 60_000);

test("an ordered endpoint gets each event before the next, through failures, a pause and a kill", async () => {
  const receiver = aReceiver(stage, ({ attempt, id }) => (attempt === 1 && id.endsWith("3") ? 500 : 200));
  const first = await stage.serve();
  const endpoint = await anEndpoint(first, receiver.url, { ordered: true, retry: { delaysSeconds: [0, 1] } });
  const ids = Array.from({ length: 40 }, (_, n) => `event-${n}`);
  const publish = (id: string) => first.call("POST", "/events", { type: "a.b", data: {}, id });
  for (const id of ids.slice(0, 20)) await publish(id);
  await first.call("POST", `/endpoints/${endpoint}/pause`);
  for (const id of ids.slice(20)) await publish(id);
  await first.kill();
  const second = await stage.serve({ directory: first.directory });
  expect((await second.call("POST", `/endpoints/${endpoint}/resume`)).body.status).toBe("active");
  await until(() => receiver.received.some(({ id }) => id === "event-39"), { withinMs: 8000 });
  const arrived = receiver.received.map(({ id }) => id);
  // What was in flight when the process was killed comes again.
  expect(arrived.filter((id, i) => id !== arrived[i - 1])).toEqual(ids);
}, 60_000);
