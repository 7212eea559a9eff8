import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { join } from "node:path";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

const stage = useStage();

test("while another program holds the database's lock the process lives, says that it is not ready, and loses nothing", async () => {
  const server = await stage.serve();
  const shell = stage.keep(new Database(join(server.directory, "data/posthorn.db")), (db) => db.close());
  shell.run("BEGIN IMMEDIATE");
  let status: number | null = null;
  const published = server.call("POST", "/events", { id: "waits", type: "order.paid", data: {} });
  void published.then((reply) => {
    status = reply.status;
  });

  const askedAt = performance.now();
  const ready = await fetch(`${server.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(((await ready.json()) as { detail: string }).detail).toContain("another program holds its lock");
  for (let n = 0; n < 20; n++) expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await server.call("GET", "/events")).body.data).toEqual([]);
  // SQLite's own patience with a lock, which stops the thread, would be five seconds a try.
  expect(performance.now() - askedAt).toBeLessThan(4500);
  expect(status).toBeNull();

  shell.run("ROLLBACK");
  expect((await published).status).toBe(202);
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, { withinMs: 30_000 });
}, 60_000);
