import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../src/domain/finding.ts";
import { type ServeOptions, useStage } from "../support/posthorn-process.ts";

const stage = useStage();

interface Report {
  healthy: boolean;
  findings: Finding[];
}

async function examine(options: Omit<ServeOptions, "args"> & { args?: string[] }) {
  const { args = [], ...rest } = options;
  const { exitCode, out, error } = await stage.run(["doctor", "--json", ...args], rest);
  expect(error).toBe("");
  const report = JSON.parse(out) as Report;
  const bad = report.findings.filter(({ status }) => status === "problem" || status === "warning");
  return { exitCode, report, bad };
}

test("beside a running server it finds it well, asks it, and changes nothing", async () => {
  const server = await stage.serve();
  const { directory } = server;
  await server.call("POST", "/endpoints", { url: "http://127.0.0.1:9/", eventTypes: ["order.*"] });
  await server.call("POST", "/events", { type: "other.thing", data: {} });
  const names = readdirSync(join(directory, "data"));
  const { host } = new URL(server.url);
  const { exitCode, report, bad } = await examine({ directory, args: ["--listen", host] });
  expect([exitCode, bad]).toEqual([0, []]);
  const messageOf = (check: string) => report.findings.find((one) => one.check === check)?.message;
  expect(messageOf("server.process")).toBe(`Process ${server.pid} is using the data directory.`);
  expect(messageOf("server.ready")).toContain("takes events");
  expect(messageOf("database.rows")).toContain("1 events");
  expect(messageOf("secrets.sealed")).toBe("The master key opens all of 1 stored secrets.");
  expect(readdirSync(join(directory, "data"))).toEqual(names);
  await server.stop();

  const { exitCode: alone, report: stopped } = await examine({ directory });
  expect(alone).toBe(0);
  expect(readdirSync(join(directory, "data")).sort()).toEqual(["lock", "master-key", "posthorn.db"]);
  expect(stopped.findings.find(({ check }) => check === "server.process")?.status).toBe("note");
  const text = await stage.run(["doctor"], { directory });
  expect([text.exitCode, text.out]).toEqual([0, expect.stringMatching(/All is well\.\n$/)]);
  expect((await (await stage.serve({ directory })).call("GET", "/me")).status).toBe(200);
}, 60_000);

test("problems give exit code 1, each with what to do", async () => {
  const server = await stage.serve();
  const { directory } = server;
  await server.call("POST", "/endpoints", { url: "http://127.0.0.1:9/", eventTypes: ["order.*"] });
  await server.stop();
  const path = join(directory, "data/posthorn.db");
  const sound = readFileSync(path);

  chmodSync(path, 0o644);
  const open = await examine({ directory });
  expect([open.exitCode, open.bad]).toMatchObject([0, [{ check: "directory.mode", status: "warning" }]]);
  expect(open.bad[0]?.advice).toContain(`chmod go= ${path}`);
  chmodSync(path, 0o600);

  const env = { POSTHORN_MASTER_KEY: randomBytes(32).toString("base64") };
  const wrongKey = await examine({ directory, env });
  expect([wrongKey.exitCode, wrongKey.bad]).toMatchObject([1, [{ check: "secrets.master_key" }]]);

  const full = await examine({ directory, env: { POSTHORN_MIN_FREE_DISK_BYTES: String(2 ** 49) } });
  expect([full.exitCode, full.bad]).toMatchObject([1, [{ check: "disk.room", status: "problem" }]]);

  {
    using db = new Database(path);
    db.run("PRAGMA foreign_keys = OFF");
    db.run("DELETE FROM endpoint_secrets");
  }
  const orphaned = await examine({ directory });
  expect([orphaned.exitCode, orphaned.bad]).toMatchObject([1, [{ check: "endpoints.complete" }]]);
  expect(orphaned.bad[0]?.advice).toContain("posthorn restore");

  const spoiled = Buffer.from(sound);
  for (let at = 40 * 4096; at < spoiled.length; at += 4096) spoiled.fill(0x5a, at, at + 2000);
  writeFileSync(path, spoiled);
  const damaged = await examine({ directory });
  expect(damaged.exitCode).toBe(1);
  expect(damaged.bad[0]).toMatchObject({
    status: "problem",
    advice: expect.stringContaining("posthorn restore"),
  });

  const nothing = await examine({ directory: stage.directory() });
  expect([nothing.exitCode, nothing.bad]).toMatchObject([1, [{ check: "directory.data" }]]);
}, 60_000);

test("a server that has too few files, or too small ones, is told of", async () => {
  const wrapper = ["sh", "-c", `ulimit -n 512; ulimit -f 9000; exec "$@"`, "sh"];
  const server = await stage.serve({ wrapper });
  const args = ["--listen", new URL(server.url).host];
  const { exitCode, bad } = await examine({ directory: server.directory, args });
  expect([exitCode, bad]).toMatchObject([
    0,
    [
      { check: "limits.open_files", status: "warning" },
      { check: "limits.file_size", status: "warning" },
    ],
  ]);
  expect(bad[0]?.message).toContain("The server may open 512 files at once");
}, 60_000);

test("a server that is not ready, or does not answer, is told of", async () => {
  const env = { POSTHORN_MIN_FREE_DISK_BYTES: String(2 ** 49) };
  const server = await stage.serve({ env });
  const { directory } = server;
  const args = ["--listen", new URL(server.url).host];
  const red = await examine({ directory, args });
  expect([red.exitCode, red.bad]).toMatchObject([1, [{ check: "server.ready", status: "problem" }]]);
  const elsewhere = await examine({ directory, args: ["--listen", "127.0.0.1:9"] });
  expect([elsewhere.exitCode, elsewhere.bad]).toMatchObject([
    0,
    [{ check: "server.ready", status: "warning" }],
  ]);
  expect(elsewhere.bad[0]?.advice).toContain("POSTHORN_LISTEN");
}, 60_000);

test("a backup is examined instead, with the master key that is there", async () => {
  const server = await stage.serve();
  const { directory } = server;
  const file = join(stage.directory(), "posthorn.db");
  await stage.run(["backup", file], { directory });
  const good = await examine({ directory, args: [file] });
  expect([good.exitCode, good.bad]).toEqual([0, []]);
  const missing = await stage.run(["doctor", `${file}.none`], { directory });
  expect([missing.exitCode, missing.error]).toEqual([1, expect.stringContaining("There is no file")]);
}, 60_000);
