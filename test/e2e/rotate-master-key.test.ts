import { expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Server, useStage } from "../support/posthorn-process.ts";

const stage = useStage();
const rotate = (...args: string[]) => ["rotate-master-key", ...args];
const aKeyText = () => randomBytes(32).toString("base64");

/** An endpoint with both kinds of stored secrets. */
async function anEndpoint(server: Server): Promise<{ id: string; secret: string }> {
  const { body } = await server.call("POST", "/endpoints", {
    url: "http://127.0.0.1:9/in",
    eventTypes: ["*"],
    headers: { "X-Api-Key": "of the receiver" },
  });
  return { id: body.id, secret: body.secret };
}

async function secretOf(server: Server, id: string): Promise<string> {
  return (await server.call("GET", `/endpoints/${id}/secret`)).body.secret;
}

test("the key in the data directory is replaced there, and every secret is still known", async () => {
  const server = await stage.serve();
  const { directory } = server;
  const keyFile = join(directory, "data/master-key");
  const endpoint = await anEndpoint(server);

  const refused = await stage.run(rotate(), { directory });
  expect([refused.exitCode, refused.error]).toEqual([
    1,
    expect.stringContaining("Another Posthorn is using"),
  ]);
  await server.stop();

  copyFileSync(keyFile, join(directory, "old-key"));
  const { exitCode, out, error } = await stage.run(rotate(), { directory });
  expect([exitCode, error]).toEqual([0, ""]);
  expect(out).toContain("2 stored secrets were encrypted anew");
  expect(readFileSync(keyFile, "utf8")).not.toBe(readFileSync(join(directory, "old-key"), "utf8"));
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);

  const again = await stage.serve({ directory });
  expect(await secretOf(again, endpoint.id)).toBe(endpoint.secret);
  expect(again.log.map(({ event }) => event)).not.toContain("master_key.rotation_unfinished");
  await again.stop();

  const env = { POSTHORN_MASTER_KEY_FILE: join(directory, "old-key") };
  const withOld = await stage.run(["keys", "list"], { directory, env });
  expect([withOld.exitCode, withOld.error]).toEqual([
    1,
    expect.stringContaining("The master key is not the one"),
  ]);
}, 60_000);

test("a key from a setting asks for a file with the new one, which is taken from there or made there", async () => {
  const oldKey = aKeyText();
  const env = { POSTHORN_MASTER_KEY: oldKey };
  const server = await stage.serve({ env });
  const { directory } = server;
  const endpoint = await anEndpoint(server);
  await server.stop();

  const unsaid = await stage.run(rotate(), { directory, env });
  expect([unsaid.exitCode, unsaid.error]).toEqual([2, expect.stringContaining("--new-key-file")]);
  const made = join(directory, "made-key");
  const rotated = await stage.run(rotate("--new-key-file", made), { directory, env });
  expect([rotated.exitCode, rotated.out]).toEqual([0, expect.stringContaining(made)]);
  expect(existsSync(join(directory, "data/master-key"))).toBe(false);

  const chosen = join(directory, "chosen-key");
  writeFileSync(chosen, aKeyText());
  const fromFile = { POSTHORN_MASTER_KEY_FILE: made };
  expect((await stage.run(rotate("--new-key-file", chosen), { directory, env: fromFile })).exitCode).toBe(0);

  const again = await stage.serve({ directory, env: { POSTHORN_MASTER_KEY_FILE: chosen } });
  expect(await secretOf(again, endpoint.id)).toBe(endpoint.secret);
}, 60_000);

test("what cannot be done is a sentence, and leaves the data as it was", async () => {
  const directory = stage.directory();
  const nothing = await stage.run(rotate(), { directory });
  expect([nothing.exitCode, nothing.error]).toEqual([1, expect.stringContaining("There is no data in")]);
  const server = await stage.serve({ directory });
  const endpoint = await anEndpoint(server);
  await server.stop();
  writeFileSync(join(directory, "no-key"), "not base64");
  const files: [path: string, sentence: string][] = [
    [join(directory, "no-key"), "does not hold the base64 of 32 bytes"],
    [join(directory, "missing/key"), "cannot be written to"],
    [join(directory, "data/master-key"), "encrypted with already"],
  ];
  for (const [path, sentence] of files) {
    const { exitCode, error } = await stage.run(rotate("--new-key-file", path), { directory });
    expect([exitCode, error]).toEqual([1, expect.stringContaining(sentence)]);
    expect(error).not.toContain("    at ");
  }
  const again = await stage.serve({ directory });
  expect(await secretOf(again, endpoint.id)).toBe(endpoint.secret);
  expect(again.log.map(({ event }) => event)).not.toContain("master_key.rotation_unfinished");
}, 60_000);
