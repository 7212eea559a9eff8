import { expect, test } from "bun:test";
import { closeSync, constants, openSync, readSync } from "node:fs";
import { join } from "node:path";
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
    env: { POSTHORN_BOOTSTRAP_KEY: operatorKey },
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
  await until(isServing, { withinMs: 5000 });
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
  await until(() => receiver.received.length === eventCount, { withinMs: 8000 });
}

test("a pipe that nobody reads holds up neither requests, nor deliveries, nor the end", async () => {
  const { child, url, readAll } = await aServerThatNobodyReads();
  await publishAndAwaitAll(url);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
  // The pipe was full indeed: the last lines had no room in it.
  expect(readAll()).not.toContain("server.stopp");
}, 20_000);

test("a reader of the log that goes away leaves the server running", async () => {
  const { child, url, hangUp } = await aServerThatNobodyReads();
  hangUp();
  await publishAndAwaitAll(url);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
}, 20_000);
