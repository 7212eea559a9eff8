import { expect, test } from "bun:test";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

async function endpoints(server: Server, count: number, fields: Record<string, unknown>): Promise<void> {
  const made = await Promise.all(
    Array.from({ length: count }, () =>
      server.call("POST", "/endpoints", { autoDisableAfter: null, timeoutSeconds: 30, ...fields }),
    ),
  );
  for (const { status } of made) expect(status).toBe(201);
}

test("many endpoints that hang hold up nobody: not one that answers, nor one that is new", async () => {
  const hanging = aReceiver(stage, () => new Promise<Response>(() => {}));
  const good = aReceiver(stage);
  const server = await stage.serve({ env: { POSTHORN_MAX_IN_FLIGHT: "64" } });
  const publish = (type: string) => server.call("POST", "/events", { type, data: {} });
  await endpoints(server, 1, { url: good.url, eventTypes: ["good"] });
  await publish("good");
  await until(() => good.received.length === 1);
  await endpoints(server, 40, { url: hanging.url, eventTypes: ["bad"] });
  for (let n = 0; n < 5; n++) await publish("bad");
  await until(() => hanging.received.length >= 32);
  for (let n = 0; n < 20; n++) await publish("good");
  // They hang for 30 s.
  await until(() => good.received.length === 21, { withinMs: 8000 });
  expect(hanging.received.length).toBeLessThanOrEqual(48);
  await endpoints(server, 1, { url: good.url, eventTypes: ["good.new"] });
  await publish("good.new");
  await until(() => good.received.length === 22, { withinMs: 8000 });
  const { body } = await server.call("GET", "/endpoints?eventType=bad&limit=1");
  expect(body.data[0].health.backlog.due).toBe(5);
}, 60_000);
