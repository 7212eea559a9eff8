import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

const stage = useStage();

const serve = ["serve", "--listen", "127.0.0.1:0"];

test("a second process on the same data says so and ends, and the first goes on", async () => {
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  const second = await stage.run(serve, { directory });
  expect(second.exitCode).toBe(1);
  expect(second.error).toContain("Another Posthorn is using the data directory");
  expect(second.error).toContain("--data-dir");
  expect(second.error).not.toContain("    at ");
  const published = await server.call("POST", "/events", { type: "order.paid", data: {} });
  expect(published.status).toBe(202);
}, 60_000);

test("data of a newer program is refused with both versions named, and left as it is", async () => {
  const directory = stage.directory();
  await (await stage.serve({ directory })).stop();
  const path = join(directory, "data/posthorn.db");
  const known = changeVersion(path, 99);
  for (const args of [serve, ["migrate"], ["keys", "list"]]) {
    const { exitCode, error } = await stage.run(args, { directory });
    expect(error).toContain(`has version 99, but this program knows versions up to ${known}`);
    expect(exitCode).toBe(1);
  }
  expect(changeVersion(path, known)).toBe(99);
  const server = await stage.serve({ directory });
  expect((await server.call("GET", "/me")).status).toBe(200);
}, 60_000);

/** Sets the file's version and returns the one that it had. */
function changeVersion(path: string, version: number): number {
  using db = new Database(path);
  const had = db.query<{ user_version: number }, []>("PRAGMA user_version").get()?.user_version ?? 0;
  db.run(`PRAGMA user_version = ${version}`);
  return had;
}

test("a wrong master key is found at the start, and with the right one all is there again", async () => {
  const directory = stage.directory();
  const aMasterKey = () => ({ POSTHORN_MASTER_KEY: randomBytes(32).toString("base64") });
  const right = aMasterKey();
  await (await stage.serve({ directory, env: right })).stop();
  const wrong = await stage.run(serve, { directory, env: aMasterKey() });
  expect(wrong.error).toContain("The master key is not the one this data directory was made with");
  expect(wrong.exitCode).toBe(1);
  const server = await stage.serve({ directory, env: right });
  expect((await server.call("GET", "/me")).status).toBe(200);
}, 60_000);

test("a master key that is missing is asked for, and no other is made in its place", async () => {
  const directory = stage.directory();
  await (await stage.serve({ directory })).stop();
  const path = join(directory, "data/master-key");
  const key = readFileSync(path);
  rmSync(path);
  const { exitCode, error } = await stage.run(serve, { directory });
  expect(error).toContain("There is no master key: the stored secrets were sealed with one");
  expect(error).toContain("POSTHORN_MASTER_KEY_FILE");
  expect(exitCode).toBe(1);
  expect(existsSync(path)).toBe(false);
  writeFileSync(path, key);
  const server = await stage.serve({ directory });
  expect((await server.call("GET", "/me")).status).toBe(200);
}, 60_000);

test("a database that is damaged, or another program's, is refused with a sentence and left as it is", async () => {
  const directory = stage.directory();
  const path = join(directory, "data/posthorn.db");
  await Bun.write(path, "no database at all ".repeat(100));
  const damaged = await stage.run(serve, { directory });
  expect(damaged.error).toContain("is not a database, or it is damaged at its beginning");
  expect(damaged.exitCode).toBe(1);
  expect(await Bun.file(path).text()).toStartWith("no database at all");

  rmSync(path);
  {
    using other = new Database(path);
    other.run("CREATE TABLE notes (text TEXT)");
  }
  const foreign = await stage.run(serve, { directory });
  expect(foreign.error).toContain("is a database of another program");
  expect(foreign.exitCode).toBe(1);
}, 60_000);

test("publishing gets a 503 while the disk has less free space than the floor, all else works", async () => {
  const directory = stage.directory();
  const env = { POSTHORN_MIN_FREE_DISK_BYTES: String(2 ** 49) };
  const server = await stage.serve({ directory, env });
  const refused = await server.call("POST", "/events", { id: "early", type: "order.paid", data: {} });
  expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(refused.body.detail).toContain("POSTHORN_MIN_FREE_DISK_BYTES");
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await server.call("GET", "/events/early")).status).toBe(404);
  expect((await server.call("GET", "/events")).body.data).toEqual([]);
}, 60_000);

test("a write that the system refuses ends the process with a sentence, and nothing acknowledged is lost", async () => {
  const directory = stage.directory();
  await (await stage.serve({ directory })).stop();
  // In blocks of 512 or 1,024 bytes, as the shell counts. The signal is ignored, so that the write fails instead.
  const limited = ["sh", "-c", `trap '' XFSZ; ulimit -f 1500; exec "$@"`, "sh"];
  const server = await stage.serve({ directory, wrapper: limited });
  const acknowledged: string[] = [];
  const data = { text: "x".repeat(20_000) };
  let ended: number | null = null;
  void server.exited.then((code) => {
    ended = code;
  });
  for (let n = 0; n < 500 && ended === null; n++) {
    const id = `event-${n}`;
    const reply = await server.call("POST", "/events", { id, type: "order.paid", data }).catch(() => null);
    if (reply?.status === 202) acknowledged.push(id);
  }
  expect(await server.exited).toBe(1);
  await until(() => server.log.some((line) => line.event === "server.failed"));
  expect(server.log.find((line) => line.event === "server.failed")?.error).toContain("Check the disk");
  expect(acknowledged.length).toBeGreaterThan(10);

  const next = await stage.serve({ directory });
  for (const id of acknowledged)
    expect([id, (await next.call("GET", `/events/${id}`)).status]).toEqual([id, 200]);
}, 60_000);

test("nothing is acknowledged once the files in use were deleted, and all of it is there when they are back", async () => {
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  const wal = join(directory, "data/posthorn.db-wal");
  const publish = async () => (await server.call("POST", "/events", { type: "a", data: {} })).status;
  expect(await publish()).toBe(202);
  renameSync(wal, `${wal}.away`);
  await until(async () => (await publish()) === 503, { withinMs: 30_000 });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  renameSync(`${wal}.away`, wal);
  await until(async () => (await publish()) === 202, { withinMs: 30_000 });
}, 60_000);

test("a clean stop leaves all of the data in one file, also after lists were read", async () => {
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  await server.call("POST", "/events", { id: "kept", type: "order.paid", data: {} });
  expect((await server.call("GET", "/events")).body.data).toHaveLength(1);
  expect(await server.stop()).toBe(0);
  const data = join(directory, "data");
  const log = join(data, "posthorn.db-wal");
  if (existsSync(log)) expect(statSync(log).size).toBe(0);
  using db = new Database(join(data, "posthorn.db"), { readonly: true });
  expect(db.query("SELECT id FROM events").all()).toEqual([{ id: "kept" }]);
}, 60_000);
