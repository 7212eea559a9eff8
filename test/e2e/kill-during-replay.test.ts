import { expect, test } from "bun:test";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();
const since = "2026-01-01T00:00:00.000Z";

/** More than is queued ahead of what has been sent: the task is in the middle when the process ends. */
const manyEvents = 2000;

test("a replay goes on where it was after the process is killed, and queues each event once", async () => {
  const receiver = aReceiver(stage);
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  for (let sent = 0; sent < manyEvents; sent += 1000) {
    const events = Array.from({ length: 1000 }, (_, n) => ({
      id: `e${sent + n}`,
      type: "order.paid",
      data: {},
    }));
    expect((await server.call("POST", "/events/batch", { events })).body.accepted).toBe(1000);
  }
  const { body: endpoint } = await server.call("POST", "/endpoints", {
    url: receiver.url,
    eventTypes: ["*"],
  });
  const dryRun = await server.call("POST", `/endpoints/${endpoint.id}/replay`, { since, dryRun: true });
  expect(dryRun).toMatchObject({
    status: 200,
    body: { matched: manyEvents, queued: manyEvents, skipped: 0 },
  });
  const { status, body: task } = await server.call("POST", `/endpoints/${endpoint.id}/replay`, { since });
  expect(status).toBe(202);
  await until(() => receiver.received.length > 100, { withinMs: 30_000 });
  await server.kill();

  const next = await stage.serve({ directory });
  const read = async () => (await next.call("GET", `/tasks/${task.id}`)).body;
  await until(async () => (await read()).status === "done", { withinMs: 30_000 });
  expect((await read()).progress).toEqual({ matched: manyEvents, queued: manyEvents, skipped: 0 });
  const events = () => new Set(receiver.received.map(({ id }) => id));
  await until(() => events().size === manyEvents, { withinMs: 30_000 });
  const again = await next.call("POST", `/endpoints/${endpoint.id}/replay`, { since, dryRun: true });
  expect(again.body).toEqual({ matched: manyEvents, queued: 0, skipped: manyEvents });
}, 60_000);
