import { expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { callApi, executable, loopbackFlags, operatorKey, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

const stage = useStage();

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test("without a terminal the first key is in a file of its own that is deleted when the key is first used", async () => {
  const directory = stage.directory();
  const server = await stage.serve({ directory, env: { POSTHORN_BOOTSTRAP_KEY: undefined } });
  const path = join(directory, "data/bootstrap-key");
  expect(server.log).toContainEqual(
    expect.objectContaining({
      event: "first_key.created",
      file: expect.stringMatching(/data\/bootstrap-key$/),
    }),
  );
  expect(modeOf(path)).toBe("600");
  const key = readFileSync(path, "utf8").trim();
  expect(JSON.stringify(server.log)).not.toContain(key);

  expect((await server.call("GET", "/me", undefined, { key: `${key}x` })).status).toBe(401);
  expect(existsSync(path)).toBe(true);
  const me = await server.call("GET", "/me", undefined, { key });
  expect(me).toMatchObject({ status: 200, body: { role: "operator", organization: { uid: "default" } } });
  await until(() => !existsSync(path));
}, 60_000);

test("the file of a key that was not used yet outlives a restart, and is deleted at the use after it", async () => {
  const directory = stage.directory();
  const env = { POSTHORN_BOOTSTRAP_KEY: undefined };
  const path = join(directory, "data/bootstrap-key");
  await (await stage.serve({ directory, env })).stop();
  const key = readFileSync(path, "utf8").trim();
  const server = await stage.serve({ directory, env });
  expect(readFileSync(path, "utf8").trim()).toBe(key);
  expect((await server.call("GET", "/me", undefined, { key })).status).toBe(200);
  await until(() => !existsSync(path));
}, 60_000);

test("a start that cannot write the first key's file says so and makes no key that nobody would know", async () => {
  const directory = stage.directory();
  const path = join(directory, "data/bootstrap-key");
  mkdirSync(path, { recursive: true });
  const { exitCode, error } = await stage.run(["serve", "--listen", "127.0.0.1:0"], { directory });
  expect(error).toContain("The first operator key cannot be written to");
  expect(exitCode).toBe(1);

  rmdirSync(path);
  const server = await stage.serve({ directory, env: { POSTHORN_BOOTSTRAP_KEY: undefined } });
  const key = readFileSync(path, "utf8").trim();
  expect((await server.call("GET", "/me", undefined, { key })).status).toBe(200);
}, 60_000);

test("a key that is given is the operator's, is not written anywhere, and counts at the first start only", async () => {
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  expect(await server.call("GET", "/me")).toMatchObject({ status: 200, body: { role: "operator" } });
  expect(existsSync(join(directory, "data/bootstrap-key"))).toBe(false);
  expect(JSON.stringify(server.log)).not.toContain(operatorKey);
  await server.stop();

  const other = "phk_another_key_given_at_the_second_start";
  const next = await stage.serve({ directory, env: { POSTHORN_BOOTSTRAP_KEY: other } });
  expect((await next.call("GET", "/me", undefined, { key: other })).status).toBe(401);
  expect((await next.call("GET", "/me")).status).toBe(200);
}, 60_000);

test("on a terminal the first key is shown once, among readable log lines, and no file is written", async () => {
  const directory = stage.directory();
  const first = serveOnATerminal(directory);
  await until(() => first.text().includes("server.started"), { withinMs: 30_000 });
  const keys = first.text().match(/phk_\w+/g) ?? [];
  expect(keys).toHaveLength(1);
  const [key = ""] = keys;
  expect(first.text()).toContain("It is shown only now");
  expect(first.text()).not.toContain('{"time"');
  expect(existsSync(join(directory, "bootstrap-key"))).toBe(false);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(first.text())?.[0] ?? "";
  expect(await callApi(url, "GET", "/me", undefined, { key })).toMatchObject({ status: 200 });
  await first.stop();

  const second = serveOnATerminal(directory);
  await until(() => second.text().includes("server.started"), { withinMs: 30_000 });
  expect(second.text()).not.toContain("phk_");
  await second.stop();
}, 60_000);

function serveOnATerminal(directory: string) {
  const decoder = new TextDecoder();
  let text = "";
  const child = Bun.spawn([executable(), "serve", "--data-dir", directory, ...loopbackFlags], {
    cwd: directory,
    env: {},
    terminal: {
      cols: 200,
      rows: 50,
      data: (_terminal, bytes) => {
        text += decoder.decode(bytes, { stream: true });
      },
    },
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return child.exited;
  };
  stage.keep(child, () => stop("SIGKILL"));
  return { text: () => text, stop: () => stop("SIGTERM") };
}

test("the data directory is its owner's alone, and so is all that is in it", async () => {
  const directory = stage.directory();
  await stage.serve({ directory });
  expect(modeOf(join(directory, "data"))).toBe("700");
  for (const name of ["posthorn.db", "posthorn.db-wal", "master-key", "lock"]) {
    expect([name, modeOf(join(directory, "data", name))]).toEqual([name, "600"]);
  }
}, 60_000);
