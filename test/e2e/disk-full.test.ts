import { expect, test } from "bun:test";
import { listAll } from "../support/listed.ts";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { aSmallDisk, canMount } from "../support/small-disk.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

const large = { text: "x".repeat(100_000) };

const readiness = async (server: Server) => {
  const response = await fetch(`${server.url}/readyz`);
  return { status: response.status, body: JSON.parse(await response.text()) };
};

// Without the right to mount there is no disk that may be filled.
test.skipIf(!canMount)(
  "a disk that is full to the last byte: clear refusals, red readiness, nothing sent twice, and it goes on by itself",
  async () => {
    const answers = Promise.withResolvers<number>();
    stage.keep(answers, () => answers.resolve(200));
    const receiver = aReceiver(stage, ({ id }) => (id.startsWith("held") ? answers.promise : 200));
    const directory = stage.directory();
    const disk = aSmallDisk(directory, { kibibytes: 24 * 1024 });
    // No floor: what is tested is the disk's own.
    const env = { POSTHORN_MIN_FREE_DISK_BYTES: "0" };
    const server = await stage.serve({ directory, env, wrapper: disk.wrapper });
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    const publish = async (id: string, data: object) =>
      await server.call("POST", "/events", { id, type: "order.paid", data });
    const acknowledged: string[] = [];
    // The log has been filled once and begun anew: it has room of its own on a disk that has none.
    for (let n = 0; n < 60; n++) {
      expect((await publish(`early-${n}`, large)).status).toBe(202);
      acknowledged.push(`early-${n}`);
    }
    for (let n = 0; n < 5; n++) {
      expect((await publish(`held-${n}`, {})).status).toBe(202);
      acknowledged.push(`held-${n}`);
    }
    await until(() => receiver.received.length === 65);

    disk.fill(server.pid);
    const publishUntilRefused = async () => {
      for (let n = 0; ; n++) {
        const reply = await publish(`large-${n}`, large);
        if (reply.status !== 202) return reply;
        acknowledged.push(`large-${n}`);
      }
    };
    const refused = await publishUntilRefused();
    expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect(refused.body.detail).toContain("disk");
    expect(refused.headers.get("retry-after")).not.toBeNull();
    const isRed = async (check: string) =>
      (await readiness(server)).body.errors?.some(({ path }: { path: string }) => path === check);
    await until(() => isRed("disk"), { withinMs: 30_000 });
    // It stays so, although something small may still find room.
    for (let look = 0; look < 4; look++) {
      await Bun.sleep(600);
      expect((await readiness(server)).status).toBe(503);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await server.call("GET", "/events/held-0")).status).toBe(200);

    // What is no publishing may still use the room that the log has of its own, until the smallest finds none.
    const spec = { url: receiver.url, eventTypes: ["never.sent"] };
    for (const bytes of [4000, 1]) {
      const headers = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`x-${n}`, "x".repeat(bytes)]));
      const isRefused = async () =>
        (await server.call("POST", "/endpoints", { ...spec, headers })).status === 503;
      await until(isRefused, { withinMs: 30_000 });
    }
    await until(() => isRed("database"), { withinMs: 30_000 });

    // The attempts in flight end now: their results find no room.
    answers.resolve(200);
    await until(() => server.log.some(({ event }) => event === "engine.paused"), { withinMs: 30_000 });

    disk.empty(server.pid);
    await until(async () => (await readiness(server)).status === 200, { withinMs: 30_000 });
    expect((await publish("after", large)).status).toBe(202);
    acknowledged.push("after");
    const succeeded = async () => (await listAll(server, "/deliveries?status=succeeded")).length;
    await until(async () => (await succeeded()) === acknowledged.length, { withinMs: 30_000 });
    expect(server.log.map(({ event }) => event)).toContain("engine.resumed");
    expect(receiver.received.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    const counts = (await listAll(server, "/deliveries")).map(({ attemptCount }) => attemptCount);
    expect(counts.every((count) => count === 1)).toBe(true);
    expect(await server.stop()).toBe(0);
  },
  60_000,
);

test.skipIf(!canMount)(
  "a start on a full disk ends with a sentence",
  async () => {
    const directory = stage.directory();
    const disk = aSmallDisk(directory, { kibibytes: 64 });
    const { exitCode, error } = await stage.run(["serve"], { directory, wrapper: disk.wrapper });
    expect(error).toContain("the disk is full. Make room and start again.");
    expect(error).not.toContain("    at ");
    expect(exitCode).toBe(1);
  },
  15_000,
);
