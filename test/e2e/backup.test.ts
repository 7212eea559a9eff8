import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { executable, type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver, verifierOf } from "../support/webhook-receiver.ts";

const stage = useStage();

/** A directory to restore into: with the master key of the server that was backed up. */
function aPlaceWithKeyOf(server: Server): string {
  const directory = stage.directory();
  mkdirSync(join(directory, "data"), { mode: 0o700 });
  copyFileSync(join(server.directory, "data/master-key"), join(directory, "data/master-key"));
  return directory;
}

/** Publishes until told to stop; what was acknowledged is in `acknowledged`. */
function publishAllTheTime(server: Server) {
  const acknowledged: string[] = [];
  let isOver = false;
  let n = 0;
  const workers = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const id = `event-${n++}`;
      const data = { n, text: "x".repeat(1000) };
      if ((await server.call("POST", "/events", { id, type: "order.paid", data })).status === 202) {
        acknowledged.push(id);
      }
    }
  });
  return {
    acknowledged,
    async stop() {
      isOver = true;
      await Promise.all(workers);
    },
  };
}

async function addEndpoint(server: Server, url: string): Promise<{ id: string; secret: string }> {
  return (await server.call("POST", "/endpoints", { url, eventTypes: ["*"] })).body;
}

test("a backup under load has all that was acknowledged before it, and serves elsewhere", async () => {
  const before = aReceiver(stage);
  const server = await stage.serve();
  const endpoint = await addEndpoint(server, before.url);
  // What a receiver did not take waits for its next attempt, and is in the backup as pending.
  const refusing = aReceiver(stage, () => 500);
  const waiting = await addEndpoint(server, refusing.url);
  const load = publishAllTheTime(server);
  await until(() => load.acknowledged.length > 500, { withinMs: 30_000 });

  const expected = [...load.acknowledged];
  const file = join(stage.directory(), "posthorn.db");
  const made = await stage.run(["backup", file], { directory: server.directory });
  expect([made.exitCode, made.error]).toEqual([0, ""]);
  expect(made.out).toContain(`${file} is a backup of `);
  expect(made.out).toMatch(/The master key is not in it.*data\/master-key/);
  const atEnd = load.acknowledged.length;
  await load.stop();
  expect(atEnd).toBeGreaterThan(expected.length);
  await server.kill();

  const place = aPlaceWithKeyOf(server);
  const restored = await stage.run(["restore", file], { directory: place });
  expect([restored.exitCode, restored.error]).toEqual([0, ""]);
  expect(restored.out).toContain(`was restored from ${file}, made at `);
  refusing.received.length = 0;
  const next = await stage.serve({ directory: place });
  expect(next.log).toContainEqual(expect.objectContaining({ event: "data.restored", heldEndpoints: 0 }));
  for (const id of expected.slice(0, 20).concat(expected.slice(-100))) {
    expect([id, (await next.call("GET", `/events/${id}`)).status]).toEqual([id, 200]);
  }
  expect(countEvents(join(place, "data/posthorn.db"), expected)).toBe(expected.length);

  // New events go out under the old secret, and so does what was pending when the backup was made.
  const published = await next.call("POST", "/events", { id: "after", type: "order.paid", data: {} });
  expect(published.status).toBe(202);
  await until(() => before.received.some(({ id }) => id === "after"), { withinMs: 30_000 });
  const verify = verifierOf(endpoint.secret);
  before.received.filter(({ id }) => id === "after").forEach(verify);
  await until(() => refusing.received.length > 0, { withinMs: 30_000 });
  refusing.received.forEach(verifierOf(waiting.secret));
  expect(await next.stop()).toBe(0);
  const again = await stage.serve({ directory: place });
  expect(again.log.map(({ event }) => event)).not.toContain("data.restored");
}, 90_000);

/** How many of these events the database has. */
function countEvents(path: string, ids: readonly string[]): number {
  using db = new Database(path, { readonly: true });
  const sql = "SELECT count(*) AS n FROM events WHERE id IN (SELECT value FROM json_each(?))";
  return db.query<{ n: number }, [string]>(sql).get(JSON.stringify(ids))?.n ?? 0;
}

test("a restore that holds sends nothing until its endpoints are resumed", async () => {
  let answer = 500;
  const receiver = aReceiver(stage, () => answer);
  const server = await stage.serve();
  const retry = { delaysSeconds: [1, 1, 1, 1] };
  const { body } = await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"], retry });
  await server.call("POST", "/events", { id: "held", type: "order.paid", data: {} });
  await until(() => receiver.received.length > 0);
  const file = join(stage.directory(), "held.db");
  expect((await stage.run(["backup", file], { directory: server.directory })).exitCode).toBe(0);
  await server.kill();
  answer = 200;
  receiver.received.length = 0;

  const place = aPlaceWithKeyOf(server);
  const restored = await stage.run(["restore", file, "--hold"], { directory: place });
  expect(restored.out).toContain("1 endpoints were paused: POST /api/v1/endpoints/:id/resume");
  const next = await stage.serve({ directory: place });
  expect(next.log).toContainEqual(expect.objectContaining({ event: "data.restored", heldEndpoints: 1 }));
  expect((await next.call("GET", `/endpoints/${body.id}`)).body.status).toBe("paused");
  const due = async () => (await next.call("GET", `/endpoints/${body.id}`)).body.health.backlog.due;
  await until(async () => (await due()) === 1, { withinMs: 30_000 });
  expect(receiver.received).toEqual([]);
  const log = (await next.call("GET", `/audit-log?objectId=${body.id}`)).body.data;
  expect(log[0]).toMatchObject({ action: "endpoint.pause", keyName: "posthorn restore --hold" });
  expect((await next.call("POST", `/endpoints/${body.id}/resume`)).status).toBe(200);
  await until(() => receiver.received.some(({ id }) => id === "held"), { withinMs: 30_000 });
}, 60_000);

test("a backup that is ended in the middle leaves nothing, and the server goes on", async () => {
  const server = await stage.serve();
  const data = { text: "x".repeat(900_000) };
  for (let n = 0; n < 40; n++) await server.call("POST", "/events", { type: "order.paid", data });
  const place = stage.directory();
  const file = join(place, "posthorn.db");
  for (const signal of ["SIGTERM", "SIGINT", "SIGKILL"] as const) {
    const child = Bun.spawn([executable(), "backup", file], {
      cwd: server.directory,
      env: { POSTHORN_DATA_DIR: join(server.directory, "data") },
      stdout: "ignore",
      stderr: "ignore",
    });
    // As soon as something of it is there.
    await until(
      () => readdirSync(place).some((name) => name.includes(".partial-")) || child.exitCode !== null,
      {
        withinMs: 30_000,
      },
    );
    child.kill(signal);
    const code = await child.exited;
    if (code === 0) throw new Error(`the backup was made before ${signal} came`);
    expect(existsSync(file)).toBe(false);
    if (signal !== "SIGKILL") expect([signal, readdirSync(place)]).toEqual([signal, []]);
  }
  expect((await server.call("POST", "/events", { type: "order.paid", data: {} })).status).toBe(202);
  // What a killed one left is taken away by the next.
  expect((await stage.run(["backup", file], { directory: server.directory })).exitCode).toBe(0);
  expect(readdirSync(place)).toEqual(["posthorn.db"]);
}, 60_000);

test("a stopped server's data are backed up as well, with what a crash left in the log", async () => {
  const server = await stage.serve();
  for (let n = 0; n < 30; n++) {
    await server.call("POST", "/events", { id: `event-${n}`, type: "order.paid", data: { n } });
  }
  await server.kill();
  const file = join(stage.directory(), "posthorn.db");
  const { directory } = server;
  const names = readdirSync(join(directory, "data"));
  expect((await stage.run(["backup", file], { directory })).exitCode).toBe(0);
  expect(readdirSync(join(directory, "data"))).toEqual(names);
  expect(countEvents(file, ["event-0", "event-29"])).toBe(2);
}, 60_000);

test("what cannot be backed up or restored is a sentence, and leaves everything as it was", async () => {
  const empty = stage.directory();
  const file = join(stage.directory(), "posthorn.db");
  const nothing = await stage.run(["backup", file], { directory: empty });
  expect([nothing.exitCode, nothing.error]).toEqual([1, expect.stringContaining("There is no data in")]);

  const server = await stage.serve();
  const { directory } = server;
  writeFileSync(file, "here before");
  const link = `${file}.link`;
  symlinkSync(join(directory, "data/posthorn.db"), link);
  const floor = { POSTHORN_MIN_FREE_DISK_BYTES: String(2 ** 49) };
  const refusals: [args: string[], env: Record<string, string>, sentence: string][] = [
    [["backup", file], {}, "is there already, and was left as it is"],
    [["backup", join(directory, "data")], {}, "is a directory. Name a file in it"],
    [["backup", join(directory, "missing/x.db")], {}, "There is no directory"],
    [["backup", join(directory, "data/posthorn.db"), "--force"], {}, "is the database itself"],
    [
      ["backup", join(directory, "data/posthorn.db-wal"), "--force"],
      {},
      "is a name of the server's own files",
    ],
    [["backup", join(directory, "data/master-key"), "--force"], {}, "is a name of the server's own files"],
    [["backup", link, "--force"], {}, "is a device, a pipe or a link"],
    [["backup", `${file}.2`], floor, "POSTHORN_MIN_FREE_DISK_BYTES"],
    [["restore", file], {}, "Another Posthorn is using the data directory"],
  ];
  for (const [args, env, sentence] of refusals) {
    const { exitCode, error } = await stage.run(args, { directory, env });
    expect([args, exitCode, error]).toEqual([args, 1, expect.stringContaining(sentence)]);
    expect(error).not.toContain("    at ");
  }
  expect(await Bun.file(file).text()).toBe("here before");
  expect((await stage.run(["backup", file, "--force"], { directory })).exitCode).toBe(0);

  for (const used of [join(directory, "data/posthorn.db"), link]) {
    const inUse = await stage.run(["restore", used], { directory: aPlaceWithKeyOf(server) });
    expect([inUse.exitCode, inUse.error]).toEqual([1, expect.stringContaining('with "posthorn backup"')]);
  }
  await server.stop();

  const occupied = await stage.run(["restore", file], { directory });
  expect([occupied.exitCode, occupied.error]).toEqual([1, expect.stringContaining("There is data in")]);
  const keyless = await stage.run(["restore", file], { directory: stage.directory() });
  expect([keyless.exitCode, keyless.error]).toEqual([1, expect.stringContaining("There is no master key")]);
  const env = { POSTHORN_MASTER_KEY: randomBytes(32).toString("base64") };
  const wrong = await stage.run(["restore", file], { directory: stage.directory(), env });
  expect([wrong.exitCode, wrong.error]).toEqual([1, expect.stringContaining("does not open the secrets in")]);

  const forced = await stage.run(["restore", file, "--force"], { directory });
  expect([forced.exitCode, forced.error]).toEqual([0, ""]);
  const aside = readdirSync(join(directory, "data")).find((name) => name.startsWith("replaced-")) ?? "";
  expect(readdirSync(join(directory, "data", aside))).toContain("posthorn.db");
  const again = await stage.serve({ directory });
  expect((await again.call("GET", "/me")).status).toBe(200);
}, 60_000);
