import { expect, test } from "bun:test";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

const canChangeLimits = Bun.which("prlimit") !== null;

/** A process that may have only so many files and connections open. */
const withLimit = (limit: number) => ["sh", "-c", `ulimit -n ${limit}; exec "$@"`, "sh"];

async function setSoftLimit({ pid }: Server, limit: number): Promise<void> {
  expect(await Bun.spawn(["prlimit", "--pid", String(pid), `--nofile=${limit}:`]).exited).toBe(0);
}

const linesOf = (server: Server, event: string) => server.log.filter((line) => line.event === event);

test("with few file descriptors fewer attempts are made at once, it is said, and the API stays reachable", async () => {
  const answer = Promise.withResolvers<number>();
  stage.keep(answer, () => answer.resolve(200));
  const receiver = aReceiver(stage, () => answer.promise);
  const server = await stage.serve({ wrapper: withLimit(80) });
  expect(linesOf(server, "descriptors.too_few")).toMatchObject([
    { limit: 80, asked: 2048, maxInFlight: 24, advice: expect.stringContaining("LimitNOFILE=4096") },
  ]);
  for (let n = 0; n < 4; n++) {
    await server.call("POST", "/endpoints", { url: `${receiver.url}/${n}`, eventTypes: ["*"] });
  }
  const events = Array.from({ length: 30 }, () => ({ type: "order.paid", data: {} }));
  expect((await server.call("POST", "/events/batch", { events })).status).toBe(202);
  await until(() => receiver.received.length >= 12);
  for (let n = 0; n < 20; n++) {
    const response = await fetch(`${server.url}/readyz`, { headers: { connection: "close" } });
    expect(response.status).toBe(200);
  }
  answer.resolve(200);
  await until(() => receiver.received.length === 120, { withinMs: 30_000 });
  expect(linesOf(server, "delivery.not_attempted")).toEqual([]);
  expect(await server.stop()).toBe(0);
}, 40_000);

test.skipIf(!canChangeLimits)(
  "without a file descriptor nothing is held against receivers, it is said once, and all goes on when there are some",
  async () => {
    const receiver = aReceiver(stage);
    const server = await stage.serve({ wrapper: withLimit(512) });
    const { port } = new URL(receiver.url);
    // By address and by name: a look-up needs a descriptor too.
    const hosts = ["127.0.0.1", "localhost"];
    for (let n = 0; n < 6; n++) {
      const url = `http://${hosts[n % 2]}:${port}/${n}`;
      const spec = { url, eventTypes: ["*"], retry: { delaysSeconds: [] }, autoDisableAfter: 1 };
      expect((await server.call("POST", "/endpoints", spec)).status).toBe(201);
    }
    const deliverAt = new Date(Date.now() + 1500).toISOString();
    const events = Array.from({ length: 20 }, () => ({ type: "order.paid", data: {}, deliverAt }));
    expect((await server.call("POST", "/events/batch", { events })).status).toBe(202);
    await setSoftLimit(server, 5);
    await until(() => linesOf(server, "delivery.not_attempted").length > 0, { withinMs: 30_000 });
    // Some more tries of each endpoint.
    await Bun.sleep(2500);
    await setSoftLimit(server, 512);
    await until(() => receiver.received.length === 120, { withinMs: 30_000 });

    const isDrained = async () =>
      (await server.call("GET", "/deliveries?status=pending&limit=1")).body.data.length === 0;
    await until(isDrained, { withinMs: 30_000 });
    expect((await server.call("GET", "/deliveries?status=failed&limit=1")).body.data).toEqual([]);
    expect(linesOf(server, "delivery.attempted").every(({ outcome }) => outcome === "success")).toBe(true);
    const { data } = (await server.call("GET", "/endpoints")).body;
    expect(data.map(({ status }: { status: string }) => status)).toEqual(Array(6).fill("active"));
    expect(linesOf(server, "delivery.not_attempted")).toHaveLength(1);
    expect(linesOf(server, "delivery.not_attempted")[0]?.error).toContain("LimitNOFILE");
    expect(await server.stop()).toBe(0);
  },
  60_000,
);
