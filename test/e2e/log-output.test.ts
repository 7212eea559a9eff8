import { expect, test } from "bun:test";
import { closeSync, constants, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { longTest } from "../support/long-tests.ts";
import { callApi, executable, loopbackFlags, operatorKey, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

/** More log lines than a pipe's 64 KiB hold: one a request and one an attempt. */
const eventCount = 600;

/**
 * A server whose standard output is a pipe that this test reads up to the line that says where it serves, and no
 * further. `hangUp` closes the reading end as well.
 */
async function aServerThatNobodyReads() {
  const directory = stage.directory();
  const path = join(directory, "log");
  expect(await Bun.spawn(["mkfifo", path]).exited).toBe(0);
  const reading = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writing = openSync(path, constants.O_WRONLY);
  const child = Bun.spawn([executable(), "serve", "--data-dir", join(directory, "data"), ...loopbackFlags], {
    cwd: directory,
    // Without a limit: what fills the log are requests, as fast as the machine makes them.
    env: { POSTHORN_BOOTSTRAP_KEY: operatorKey, POSTHORN_RATE_LIMIT_PER_SECOND: "0" },
    stdout: writing,
    stderr: "inherit",
  });
  closeSync(writing);
  stage.keep(child, () => {
    child.kill("SIGKILL");
    return child.exited;
  });
  let text = "";
  const isServing = () => {
    text += readSome(reading);
    return text.includes("server.started");
  };
  await until(isServing, { withinMs: 30_000 });
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "";
  return { child, url, hangUp: () => closeSync(reading), readAll: () => readSome(reading) };
}

function readSome(descriptor: number): string {
  const buffer = Buffer.alloc(1024 * 1024);
  try {
    return buffer.toString("utf8", 0, readSync(descriptor, buffer));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return "";
    throw error;
  }
}

async function publishAndAwaitAll(url: string): Promise<void> {
  const receiver = aReceiver(stage);
  await callApi(url, "POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next++ < eventCount) {
        const reply = await callApi(url, "POST", "/events", { type: "order.paid", data: {} });
        expect(reply.status).toBe(202);
      }
    }),
  );
  await until(() => receiver.received.length === eventCount, { withinMs: 30_000 });
}

test("a pipe that nobody reads holds up neither requests, nor deliveries, nor the end", async () => {
  const { child, url, readAll } = await aServerThatNobodyReads();
  await publishAndAwaitAll(url);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
  // The pipe was full indeed: the last lines had no room in it.
  expect(readAll()).not.toContain("server.stopp");
}, 60_000);

test("a reader of the log that goes away leaves the server running", async () => {
  const { child, url, hangUp } = await aServerThatNobodyReads();
  hangUp();
  await publishAndAwaitAll(url);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
}, 60_000);

/** More lines than fit into the 8 MiB that wait for a reader. */
const manyRequests = 40_000;

function residentMebibytes(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1024;
}

async function requestMany(url: string, count: number): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: 48 }, async () => {
      while (next++ < count) expect((await callApi(url, "GET", "/me")).status).toBe(200);
    }),
  );
}

longTest(
  "what a reader of the log leaves unread takes up no more than 8 MiB; beyond it lines are dropped, and counted exactly",
  async () => {
    const { child, url, readAll } = await aServerThatNobodyReads();
    await requestMany(url, 1000);
    const before = residentMebibytes(child.pid);
    await requestMany(url, manyRequests);
    // The lines wait as text, beside whatever the requests themselves took.
    expect(residentMebibytes(child.pid) - before).toBeLessThan(150);

    let text = "";
    const isRead = () => {
      const more = readAll();
      text += more;
      return more === "" && text.endsWith("\n");
    };
    let asked = 1000 + manyRequests;
    const countOf = () => {
      const lines = text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      const dropped = lines
        .filter(({ event }) => event === "log.lines_dropped")
        .reduce((sum, { count }) => sum + count, 0);
      return { dropped, written: lines.filter(({ path }) => path === "/api/v1/me").length };
    };
    await until(
      async () => {
        if (!isRead()) return false;
        const { dropped, written } = countOf();
        if (written + dropped === asked) return true;
        // The next line that finds room tells how many did not. This one may not find any yet: it counts as well.
        await requestMany(url, 1);
        asked++;
        return false;
      },
      { withinMs: 30_000 },
    );
    expect(countOf().dropped).toBeGreaterThan(1000);
    child.kill("SIGTERM");
    expect(await child.exited).toBe(0);
  },
  120_000,
);
