import { expect, test } from "bun:test";
import type { LiveChanges } from "../../src/domain/live-changes.ts";
import { operatorKey, type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

interface OpenStream {
  status: number;
  type: string | null;
  messages: readonly LiveChanges[];
  isEnded(): boolean;
  leave(): void;
}

async function openStream(server: Server, key = operatorKey): Promise<OpenStream> {
  const aborter = new AbortController();
  stage.keep(aborter, (one) => one.abort());
  const response = await fetch(`${server.url}/api/v1/stream`, {
    headers: { authorization: `Bearer ${key}` },
    signal: aborter.signal,
  });
  const messages: LiveChanges[] = [];
  let isEnded = false;
  const read = async () => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      for (const one of whole) {
        const data = /^event: changes\ndata: (.*)$/.exec(one)?.[1];
        if (data !== undefined) messages.push(JSON.parse(data) as LiveChanges);
      }
    }
  };
  read()
    .catch(() => {})
    .finally(() => {
      isEnded = true;
    });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    messages,
    isEnded: () => isEnded,
    leave: () => aborter.abort(),
  };
}

test("a stream tells of deliveries and endpoints while they change, and of no other organization's", async () => {
  const receiver = aReceiver(stage, () => 410);
  const server = await stage.serve();
  const { body: other } = await server.call("POST", "/organizations", { name: "Other" });
  const { body: otherKey } = await server.call(
    "POST",
    "/api-keys",
    { name: "other", role: "viewer" },
    { headers: { "x-organization": other.id } },
  );
  const stream = await openStream(server);
  const elsewhere = await openStream(server, otherKey.key);
  expect([stream.status, stream.type]).toEqual([200, "text/event-stream"]);
  const { body: endpoint } = await server.call("POST", "/endpoints", {
    url: receiver.url,
    eventTypes: ["*"],
  });
  const { body: event } = await server.call("POST", "/events", { type: "order.paid", data: {} });
  const deliveries = () => stream.messages.flatMap((message) => message.deliveries);
  const endpoints = () => stream.messages.flatMap((message) => message.endpoints);
  // The endpoint's state may be told a message before the attempt that changed it.
  await until(() => deliveries().length > 0 && endpoints().some(({ status }) => status === "disabled"));
  expect(deliveries()).toEqual([
    expect.objectContaining({
      eventId: event.id,
      eventType: "order.paid",
      endpointId: endpoint.id,
      status: "failed",
      attemptCount: 1,
      lastResponseStatus: 410,
    }),
  ]);
  expect(endpoints().at(-1)).toMatchObject({ id: endpoint.id, status: "disabled", health: "disabled" });
  await server.call("DELETE", `/endpoints/${endpoint.id}`);
  await until(() => endpoints().some(({ status }) => status === "deleted"));
  expect(elsewhere.messages).toEqual([]);
});

test("a stream ends with its key, and with the server, which does not wait for it", async () => {
  const receiver = aReceiver(stage);
  const server = await stage.serve();
  const { body: viewer } = await server.call("POST", "/api-keys", { name: "wall", role: "viewer" });
  const [stream, operators] = [await openStream(server, viewer.key), await openStream(server)];
  await server.call("DELETE", `/api-keys/${viewer.id}`);
  await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
  await until(() => stream.isEnded() && operators.messages.length > 0);
  expect(stream.messages).toEqual([]);
  expect(operators.isEnded()).toBeFalse();
  expect(await server.stop()).toBe(0);
  await until(operators.isEnded);
});

test("fifty streams are open at most, and one that was left makes room", async () => {
  const server = await stage.serve();
  const head = await fetch(`${server.url}/api/v1/stream`, {
    method: "HEAD",
    headers: { authorization: `Bearer ${operatorKey}` },
  });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  const streams = await Promise.all(Array.from({ length: 50 }, () => openStream(server)));
  expect(streams.map(({ status }) => status)).toEqual(Array(50).fill(200));
  const refused = await server.call("GET", "/stream");
  expect([refused.status, refused.body.code]).toEqual([409, "limit_reached"]);
  streams[7]?.leave();
  await until(async () => (await openStream(server)).status === 200);
});
