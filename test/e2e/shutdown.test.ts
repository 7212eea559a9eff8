import { expect, test } from "bun:test";
import { readFileSync, readlinkSync } from "node:fs";
import { loopbackFlags, type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

/** A server with one attempt in flight to a receiver that answers when `release` is called. */
async function aServerWithAnAttemptInFlight() {
  const answered = Promise.withResolvers<number>();
  stage.keep(answered, () => answered.resolve(200));
  const receiver = aReceiver(stage, () => answered.promise);
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
  const { body } = await server.call("POST", "/events", { type: "message.delivered", data: {} });
  await until(() => receiver.received.length === 1);
  return { server, receiver, directory, eventId: body.id as string, release: () => answered.resolve(200) };
}

const hasLogged = (server: Server, event: string) => () => server.log.some((line) => line.event === event);

const deliveryOf = async (server: Server, eventId: string) =>
  (await server.call("GET", `/deliveries?eventId=${eventId}`)).body.data[0];

test("SIGTERM takes no new requests, lets the attempt in flight end, records it and exits 0", async () => {
  const { server, receiver, directory, eventId, release } = await aServerWithAnAttemptInFlight();
  server.signal("SIGTERM");
  await until(hasLogged(server, "server.stopping"));
  const refused = await server.call("GET", "/me").then(
    (reply) => reply.status,
    () => "no connection",
  );
  expect(refused).toBe("no connection");
  release();
  expect(await server.exited).toBe(0);
  expect(server.log.at(-1)?.event).toBe("server.stopped");

  const next = await stage.serve({ directory });
  expect(await deliveryOf(next, eventId)).toMatchObject({ status: "succeeded", attemptCount: 1 });
  expect(receiver.received).toHaveLength(1);
}, 60_000);

test("SIGINT stops an idle server at once, also while clients keep connections open", async () => {
  const server = await stage.serve();
  await server.call("GET", "/me");
  server.signal("SIGINT");
  await until(hasLogged(server, "server.stopped"), { withinMs: 2000 });
  expect(await server.exited).toBe(0);
}, 60_000);

test("a second SIGTERM ends the process at once, and what was in flight is sent again at the next start", async () => {
  const { server, receiver, directory, eventId, release } = await aServerWithAnAttemptInFlight();
  server.signal("SIGTERM");
  await until(hasLogged(server, "server.stopping"));
  server.signal("SIGTERM");
  expect(await server.exited).toBe(143);

  release();
  const next = await stage.serve({ directory });
  await until(async () => (await deliveryOf(next, eventId)).status === "succeeded");
  expect(receiver.received.map(({ id, attempt }) => [id, attempt])).toEqual([
    [eventId, 1],
    [eventId, 1],
  ]);
}, 60_000);

test("events accepted before a stop and not yet sent are sent after the next start", async () => {
  const receiver = aReceiver(stage);
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
  const deliverAt = new Date(Date.now() + 1000).toISOString();
  await server.call("POST", "/events", { type: "order.paid", data: {}, id: "later", deliverAt });
  expect(await server.stop()).toBe(0);
  expect(receiver.received).toHaveLength(0);
  await stage.serve({ directory });
  await until(() => receiver.received.length === 1);
  expect(receiver.received[0]?.id).toBe("later");
}, 60_000);

test("clients that publish without a pause do not hold up the end, and what was acknowledged to them is kept", async () => {
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  const acknowledged: string[] = [];
  const publishers = Array.from({ length: 8 }, async (_, publisher) => {
    for (let n = 0; ; n++) {
      const event = { id: `event-${publisher}-${n}`, type: "order.paid", data: {} };
      const reply = await server.call("POST", "/events", event).catch(() => null);
      if (reply === null) return;
      expect(reply.status).toBe(202);
      acknowledged.push(event.id);
    }
  });
  await until(() => acknowledged.length > 200);
  server.signal("SIGTERM");
  await until(hasLogged(server, "server.stopped"));
  expect(await server.exited).toBe(0);
  await Promise.all(publishers);

  const next = await stage.serve({ directory });
  const stored = await Promise.all(acknowledged.map((id) => next.call("GET", `/events/${id}`)));
  expect(stored.filter(({ status }) => status !== 200)).toEqual([]);
}, 60_000);

/** Whether it is the program already, and not yet the test runner's copy that is about to become it. */
function isTheProgram({ pid }: Bun.Subprocess): boolean {
  return readlinkSync(`/proc/${pid}/exe`).endsWith("/posthorn") && catchesSigterm(pid);
}

/** Bit 14, counted from 0, of the mask of signals that the process handles. */
function catchesSigterm(pid: number): boolean {
  const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return (BigInt(`0x${caught}`) >> 14n) % 2n === 1n;
}

test("a stop at any moment of the start, from before anything is opened, is a clean one", async () => {
  const directory = stage.directory();
  for (let delayMs = 0; delayMs < 280; delayMs += delayMs < 100 ? 20 : 60) {
    const child = stage.launch(["serve", ...loopbackFlags], { directory });
    await until(() => isTheProgram(child));
    await Bun.sleep(delayMs);
    child.kill("SIGTERM");
    expect([delayMs, await child.exited]).toEqual([delayMs, 0]);
  }
  expect(await (await stage.serve({ directory })).stop()).toBe(0);
}, 60_000);
