import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { listAll } from "../support/listed.ts";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { preloading } from "../support/preload.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

const hourMs = 3_600_000;

async function aServerWithAClock() {
  const file = join(stage.directory(), "clock");
  const server = await stage.serve({ env: { ...preloading("shift-clock.ts"), FAULT_CLOCK_FILE: file } });
  return {
    server,
    /** Sets its wall clock, and resolves when a reply shows it. */
    async shift(offsetMs: number) {
      writeFileSync(file, String(offsetMs));
      server.signal("SIGUSR2");
      await until(async () => Math.abs((await clockOf(server)) - Date.now() - offsetMs) < hourMs / 2);
    },
  };
}

/** By the time in the newest line of its log. */
async function clockOf(server: Server): Promise<number> {
  const lines = server.log.length;
  await server.call("GET", "/me");
  await until(() => server.log.length > lines);
  return Date.parse(String(server.log.at(-1)?.time));
}

test("a clock that jumps an hour forward, back, and further back delays no delivery and turns no id back", async () => {
  const receiver = aReceiver(stage);
  const { server, shift } = await aServerWithAClock();
  const spec = { eventTypes: ["*"], rateLimitPerSecond: 1000 };
  await server.call("POST", "/endpoints", { ...spec, url: `${receiver.url}/all` });
  await server.call("POST", "/endpoints", { ...spec, url: `${receiver.url}/ordered`, ordered: true });
  const published: string[] = [];
  for (const offsetMs of [0, hourMs, 0, -hourMs, 0]) {
    await shift(offsetMs);
    for (let n = 0; n < 20; n++) {
      const { status, body } = await server.call("POST", "/events", { type: "order.paid", data: { n } });
      expect(status).toBe(202);
      published.push(body.id);
    }
    // Within what is usual, not an hour later.
    await until(() => receiver.received.length === 2 * published.length, { withinMs: 30_000 });
  }
  expect(published).toEqual([...published].sort());
  const ordered = receiver.received.filter(({ path }) => path === "/ordered").map(({ id }) => id);
  expect(ordered).toEqual(published);
  expect(receiver.received.every(({ attempt }) => attempt === 1)).toBe(true);
  const statuses = (await listAll(server, "/deliveries")).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(["succeeded"]));
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
}, 60_000);
