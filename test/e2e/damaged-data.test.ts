import { expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Reply, type Server, useStage } from "../support/posthorn-process.ts";
import { canMount } from "../support/small-disk.ts";
import { until } from "../support/until.ts";

const stage = useStage();

const pageBytes = 4096;
const needle = "a needle in a page";
const hay = "hay all around it";

/** What a page begins with that holds rows of a table. Others may hold the text of rows that have moved away. */
const leafOfTable = 0x0d;

/** Replaces the pages of rows with the one text, and none with the other, by zeros, in a file that nobody has open. */
function erasePages(path: string): void {
  const bytes = readFileSync(path);
  let erased = 0;
  for (let start = 0; start < bytes.length; start += pageBytes) {
    const page = bytes.subarray(start, start + pageBytes);
    if (page[0] !== leafOfTable || !page.includes(needle) || page.includes(hay)) continue;
    page.fill(0);
    erased++;
  }
  expect(erased).toBeGreaterThan(3);
  writeFileSync(path, bytes);
}

async function aServerWithDamagedEvents(): Promise<Server> {
  const directory = stage.directory();
  const server = await stage.serve({ directory });
  // The newest ones stay: a start reads them.
  for (const [kind, text] of [
    ["erased", needle],
    ["sound", hay],
  ]) {
    const events = Array.from({ length: 300 }, (_, n) => ({
      id: `${kind}-${n}`,
      type: "a.b",
      data: { text },
    }));
    expect((await server.call("POST", "/events/batch", { events })).status).toBe(202);
  }
  expect(await server.stop()).toBe(0);
  erasePages(join(directory, "data/posthorn.db"));
  return stage.serve({ directory });
}

/** Page after page; the reply that is none. */
async function readToTheEnd(server: Server): Promise<Reply> {
  let reply = await server.call("GET", "/events?limit=100");
  while (reply.status === 200 && reply.body.nextCursor !== null) {
    reply = await server.call("GET", `/events?limit=100&cursor=${encodeURIComponent(reply.body.nextCursor)}`);
  }
  return reply;
}

const linesOf = (server: Server, event: string) => server.log.filter((line) => line.event === event);

test("a list that meets a damaged page is a 503, said once and in the readiness, and all else goes on", async () => {
  const server = await aServerWithDamagedEvents();
  for (let n = 0; n < 3; n++) {
    const refused = await readToTheEnd(server);
    expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
  }
  await until(() => linesOf(server, "data.damaged").length > 0);
  expect(linesOf(server, "data.damaged")).toMatchObject([
    { error: expect.stringContaining("posthorn.db is damaged. Restore a backup") },
  ]);
  expect(linesOf(server, "request.failed")).toEqual([]);
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([200, expect.stringContaining("is damaged")]);
  expect((await server.call("GET", "/endpoints")).status).toBe(200);
}, 60_000);

test("a damaged page that the work itself needs ends the process with a sentence", async () => {
  const server = await aServerWithDamagedEvents();
  const reply = await server.call("GET", "/events/erased-3").catch(() => null);
  if (reply !== null) expect(reply).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(await server.exited).toBe(1);
  await until(() => linesOf(server, "server.failed").length > 0);
  const [line] = linesOf(server, "server.failed");
  expect(line?.error).toContain("posthorn.db is damaged. Restore a backup");
  expect(JSON.stringify(line)).not.toMatch(/stack| {4}at /);
}, 60_000);

test.each([
  ["is empty: its content was lost", (path: string) => writeFileSync(path, "")],
  ["is damaged", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 3 * pageBytes))],
  ["is not a database", (path: string) => writeFileSync(path, readFileSync(path).fill(7, 0, 100))],
])(
  "a start with a file that %s ends with a sentence and exit code 1",
  async (sentence, damage) => {
    const directory = stage.directory();
    expect(await (await stage.serve({ directory })).stop()).toBe(0);
    damage(join(directory, "data/posthorn.db"));
    const { exitCode, error } = await stage.run(["serve"], { directory });
    expect(error).toContain(sentence);
    expect(error).toContain("Restore a backup");
    expect(error).not.toContain("    at ");
    expect(exitCode).toBe(1);
  },
  20_000,
);

// Without the right to mount nothing can be read-only for a user who may do anything.
test.skipIf(!canMount)(
  "a start with data that may only be read ends with a sentence and exit code 1",
  async () => {
    const directory = stage.directory();
    expect(await (await stage.serve({ directory })).stop()).toBe(0);
    const script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"';
    const wrapper = ["unshare", "-rm", "sh", "-c", script, join(directory, "data")];
    const { exitCode, error } = await stage.run(["serve"], { directory, wrapper });
    expect(error).toMatch(/cannot be (used|written|opened for writing)/);
    expect(error).not.toContain("    at ");
    expect(exitCode).toBe(1);
  },
  20_000,
);
