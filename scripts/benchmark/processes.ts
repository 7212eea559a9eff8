import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Subprocess } from "bun";
import type { Arrivals } from "./ledger.ts";
import type { PublisherOrder, PublisherReport } from "./publisher.ts";

/** The processes of a run, each apart, so that none measures another's event loop. */
const root = join(import.meta.dir, "../..");
const executable = join(root, "dist/posthorn");
const operatorKey = "phk_benchmark_benchmark_benchmark_benchmark";

export interface Receiver {
  url: string;
  arrivals(): Promise<Arrivals>;
  /** Resolves when this many requests have come, or rejects after the time. */
  waitForTotal(total: number, timeoutMs: number): Promise<void>;
  reset(): Promise<void>;
  stop(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "receiver.ts")], { stdout: "pipe" });
  const { value } = await child.stdout.getReader().read();
  const origin = `http://127.0.0.1:${new TextDecoder().decode(value).trim()}`;
  return {
    url: `${origin}/in`,
    arrivals: async () => (await fetch(`${origin}/arrivals`)).json() as Promise<Arrivals>,
    async waitForTotal(total, timeoutMs) {
      const endAt = performance.now() + timeoutMs;
      for (let seen = -1; seen < total; ) {
        if (performance.now() > endAt) throw new Error(`only ${seen} of ${total} arrived in ${timeoutMs} ms`);
        ({ total: seen } = (await (await fetch(`${origin}/total`)).json()) as { total: number });
        await Bun.sleep(20);
      }
    },
    async reset() {
      await fetch(`${origin}/reset`, { method: "POST" });
    },
    stop: () => child.kill(),
  };
}

export interface Posthorn {
  url: string;
  key: string;
  call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Resident memory, bytes. */
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
}

/** The built executable on an empty data directory, as it is installed. */
export async function startPosthorn(): Promise<Posthorn> {
  const directory = mkdtempSync(join(tmpdir(), "posthorn-bench-"));
  // The log goes to a file at its usual level, as it does where the program is installed: its cost counts.
  const log = join(directory, "posthorn.log");
  const child = Bun.spawn([executable, "serve", "--dev", "--listen", "127.0.0.1:0", "--log-format", "json"], {
    env: {
      POSTHORN_DATA_DIR: join(directory, "data"),
      POSTHORN_BOOTSTRAP_KEY: operatorKey,
      // What is measured is the program, not its limit.
      POSTHORN_RATE_LIMIT_PER_SECOND: "0",
    },
    stdout: Bun.file(log),
    stderr: "inherit",
  });
  const url = await addressIn(log, child);
  return {
    url,
    key: operatorKey,
    async call(method, path, body) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${operatorKey}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Record<string, unknown>;
    },
    async residentBytes() {
      const status = await Bun.file(`/proc/${child.pid}/status`).text();
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    },
    async stop() {
      child.kill("SIGTERM");
      await child.exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The address that the program logs when it listens. */
async function addressIn(log: string, child: Subprocess): Promise<string> {
  while (child.exitCode === null) {
    const found = /"server\.started".*?(https?:\/\/[\d.]+:\d+)/.exec(await Bun.file(log).text());
    if (found?.[1]) return found[1];
    await Bun.sleep(10);
  }
  throw new Error(`posthorn ended before it listened: ${await Bun.file(log).text()}`);
}

export async function publish(order: PublisherOrder): Promise<PublisherReport> {
  return runJson<PublisherReport>("publisher.ts", JSON.stringify(order));
}

/** Requests per second of the bare signed-fetch loop. */
export async function runBareLoop(url: string, requests: number, bytes: number): Promise<number> {
  return (await runJson<{ perSecond: number }>("bare-loop.ts", url, String(requests), String(bytes)))
    .perSecond;
}

async function runJson<T>(script: string, ...args: string[]): Promise<T> {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, script), ...args], { stdout: "pipe" });
  return JSON.parse(await new Response(child.stdout).text()) as T;
}
