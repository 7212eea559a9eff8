import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { useStage } from "../support/posthorn-process.ts";

const stage = useStage();

test("all that is wrong with the configuration is said at once, and nothing is created", async () => {
  const directory = stage.directory();
  const { exitCode, error, out } = await stage.run(["serve", "--listen", "nowhere"], {
    directory,
    env: {
      POSTHORN_ALLOW_NETWORKS: "10.0.0.0/99",
      POSTHORN_MAX_IN_FLIGHT: "many",
      POSTHORN_BOOTSTRAP_KEY: "hush-hush",
      POSTHORN_TLS_CERT_FILE: "cert.pem",
    },
  });
  expect(exitCode).toBe(1);
  expect(error).toContain("The configuration has 5 problems:");
  for (const name of ["--listen", "ALLOW_NETWORKS", "MAX_IN_FLIGHT", "BOOTSTRAP_KEY", "TLS_KEY_FILE"]) {
    expect(error).toContain(name);
  }
  expect(error).not.toContain("hush-hush");
  expect(out).toBe("");
  expect(existsSync(join(directory, "data"))).toBe(false);
}, 60_000);

describe("what is mistyped gets a hint and exit code 2", () => {
  test.each([
    [["serv"], 'There is no command "serv". Did you mean "serve"?'],
    [["serve", "--lisen", "x"], 'has no option "--lisen". Did you mean "--listen"?'],
    [["--data-dir", "x"], '"posthorn serve --data-dir"'],
    [["keys", "create", "--role", "boss"], "--role must be one of viewer, publisher, admin, owner, operator"],
    [["keys", "remove"], '"posthorn keys revoke <key id>"'],
  ])(
    "%p",
    async (args, hint) => {
      const { exitCode, error } = await stage.run(args);
      expect(error).toContain(hint);
      expect(exitCode).toBe(2);
    },
    15_000,
  );
});

test("config prints every setting with its origin and no secret", async () => {
  const { exitCode, out } = await stage.run(["config", "--allow-http"], {
    env: {
      POSTHORN_BOOTSTRAP_KEY: "phk_that_must_not_be_printed_anywhere",
      POSTHORN_EGRESS_PROXY: "http://user:hunter2@proxy.example:3128",
      POSTHORN_LOG_LEVEL: "warn",
      POSTHORN_LOG_LEVLE: "error",
    },
  });
  expect(exitCode).toBe(0);
  expect(out).toMatch(/POSTHORN_BOOTSTRAP_KEY +\[redacted\] +POSTHORN_BOOTSTRAP_KEY/);
  expect(out).toMatch(/POSTHORN_ALLOW_HTTP +true +--allow-http/);
  expect(out).toMatch(/POSTHORN_LOG_LEVEL +warn +POSTHORN_LOG_LEVEL/);
  expect(out).toMatch(/POSTHORN_MAX_IN_FLIGHT +2048 +default/);
  expect(out).toContain("did you mean POSTHORN_LOG_LEVEL?");
  for (const secret of ["must_not_be_printed", "hunter2"]) expect(out).not.toContain(secret);
}, 60_000);

test("version and help print and exit 0", async () => {
  expect(await stage.run(["version"])).toEqual({ exitCode: 0, out: `posthorn ${version}\n`, error: "" });
  const help = await stage.run(["help"]);
  expect(help).toMatchObject({ exitCode: 0, error: "" });
  for (const text of ["serve", "migrate", "listen", "POSTHORN_DATA_DIR"]) expect(help.out).toContain(text);
  expect(await stage.run([])).toEqual(help);
}, 60_000);

test("migrate brings a new database into being, and finds nothing to do afterwards", async () => {
  const directory = stage.directory();
  const first = await stage.run(["migrate"], { directory });
  expect(first).toMatchObject({ exitCode: 0, out: expect.stringMatching(/was created with version \d+/) });
  const second = await stage.run(["migrate"], { directory });
  expect(second).toMatchObject({ exitCode: 0, out: expect.stringContaining("nothing to do") });
  await stage.serve({ directory });
}, 60_000);

test("an operator who lost the key makes one while the server is stopped, and revokes the old one", async () => {
  const directory = stage.directory();
  await (await stage.serve({ directory })).stop();
  const made = await stage.run(["keys", "create", "--name", "found again"], { directory });
  expect(made.out).toMatch(/^phk_\S+\n$/);
  const list = await stage.run(["keys", "list"], { directory });
  expect(list.out).not.toContain(made.out.trim());
  const lost = /^(key_\S+) {2}operator .*first operator key/m.exec(list.out)?.[1] ?? "";
  const revoked = await stage.run(["keys", "revoke", lost], { directory });
  expect(revoked).toEqual({ exitCode: 0, out: `${lost} is revoked.\n`, error: "" });
  const again = await stage.run(["keys", "revoke", "key_unknown"], { directory });
  expect(again).toMatchObject({
    exitCode: 1,
    error: expect.stringContaining('There is no key "key_unknown"'),
  });

  const server = await stage.serve({ directory });
  expect((await server.call("GET", "/me")).status).toBe(401);
  const me = await server.call("GET", "/me", undefined, { key: made.out.trim() });
  expect(me).toMatchObject({ status: 200, body: { name: "found again", role: "operator" } });
}, 60_000);

test("the first key can be made before the first start, which then makes none", async () => {
  const directory = stage.directory();
  const made = await stage.run(["keys", "create"], { directory });
  expect(made.error).toContain(`${join(directory, "data")} held no data`);
  const server = await stage.serve({ directory, env: { POSTHORN_BOOTSTRAP_KEY: undefined } });
  expect(existsSync(join(directory, "data/bootstrap-key"))).toBe(false);
  expect((await server.call("GET", "/me", undefined, { key: made.out.trim() })).status).toBe(200);
}, 60_000);

test("the keys command names the data directory that it found nothing in", async () => {
  const directory = stage.directory();
  const { exitCode, error } = await stage.run(["keys", "list"], { directory });
  expect(error).toContain(`no organization "default" in the data directory ${join(directory, "data")}`);
  expect(exitCode).toBe(1);
}, 60_000);

test("while the server runs the keys command says where keys are made instead", async () => {
  const directory = stage.directory();
  await stage.serve({ directory });
  for (const verb of [["create"], ["list"], ["revoke", "key_1"]]) {
    const { exitCode, error } = await stage.run(["keys", ...verb], { directory });
    expect(error).toContain("POST /api/v1/api-keys");
    expect(exitCode).toBe(1);
  }
}, 60_000);

test("a port that is taken is named, and the data can be opened again afterwards", async () => {
  const taken = stage.keep(Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response() }), (it) =>
    it.stop(true),
  );
  const directory = stage.directory();
  const { exitCode, error } = await stage.run(["serve", "--listen", `127.0.0.1:${taken.port}`], {
    directory,
  });
  expect(error).toContain(`Port ${taken.port} of 127.0.0.1 is in use by another program`);
  expect(exitCode).toBe(1);
  await stage.serve({ directory });
}, 60_000);

test("what lies in the working directory does not change what the program does", async () => {
  const directory = stage.directory();
  await Bun.write(join(directory, ".env"), "POSTHORN_LOG_LEVEL=debug\nPOSTHORN_LISTEN=127.0.0.1:1\n");
  await Bun.write(join(directory, "bunfig.toml"), 'preload = ["./preload.ts"]\n');
  await Bun.write(join(directory, "preload.ts"), 'console.log("preloaded");\n');
  const { out, error, exitCode } = await stage.run(["config"], { directory });
  expect(exitCode).toBe(0);
  expect(error).toBe("");
  expect(out).toMatch(/POSTHORN_LOG_LEVEL +info +default/);
  expect(out).toMatch(/POSTHORN_LISTEN +127\.0\.0\.1:8080 +default/);
  expect(out).not.toContain("preloaded");
}, 60_000);
