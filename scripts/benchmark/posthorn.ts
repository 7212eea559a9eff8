import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { preciseNow } from "./precise-clock.ts";

const root = join(import.meta.dir, "../..");
const operatorKey = "phk_benchmark_benchmark_benchmark_benchmark";

export interface PosthornOptions {
  /** Holds the data, the log and, where it is profiled, nothing else; made if it is missing. */
  directory: string;
  env?: Record<string, string>;
  /** Default: any free one. */
  port?: number;
  /** Runs from source and writes a CPU profile there when it is stopped. Null: the built executable. */
  profileDirectory: string | null;
}

/** The program's process. */
export interface Posthorn {
  url: string;
  port: number;
  key: string;
  directory: string;
  /** From the start of the process until the API answered. */
  startMs: number;
  /** When the process was started, Unix ms with fractions. */
  startedAtMs: number;
  call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Deliveries that have not ended, of one endpoint or of all. */
  pending(endpointId?: string): Promise<number>;
  /** Resident memory now, and the most since the last reset, bytes. */
  memory(): Promise<{ resident: number; peak: number }>;
  resetPeak(): void;
  /** User and system time that the process has used, all threads, seconds. */
  cpuSeconds(): Promise<number>;
  /** SIGTERM. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

/** Starts the program as it is installed: logging to a file at its usual level, each commit on the disk. */
export async function startPosthorn(options: PosthornOptions): Promise<Posthorn> {
  const { directory, profileDirectory } = options;
  mkdirSync(directory, { recursive: true });
  const port = options.port ?? freePort();
  const program =
    profileDirectory === null
      ? [join(root, "dist/posthorn")]
      : [process.execPath, "--cpu-prof-md", `--cpu-prof-dir=${profileDirectory}`, join(root, "src/main.ts")];
  const log = openSync(join(directory, "posthorn.log"), "a");
  const startedAtMs = preciseNow();
  const child = Bun.spawn(
    [...program, "serve", "--dev", "--listen", `127.0.0.1:${port}`, "--log-format", "json"],
    {
      env: {
        POSTHORN_DATA_DIR: join(directory, "data"),
        POSTHORN_BOOTSTRAP_KEY: operatorKey,
        // What is measured is the program, not its limit.
        POSTHORN_RATE_LIMIT_PER_SECOND: "0",
        ...options.env,
      },
      stdout: log,
      stderr: "inherit",
    },
  );
  closeSync(log);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) {
      throw new Error(`posthorn ended before it listened: see ${directory}/posthorn.log`);
    }
    await Bun.sleep(2);
  }
  const startMs = preciseNow() - startedAtMs;
  const proc = (file: string): Promise<string> => Bun.file(`/proc/${child.pid}/${file}`).text();
  const call: Posthorn["call"] = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${operatorKey}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  return {
    url,
    port,
    key: operatorKey,
    directory,
    startMs,
    startedAtMs,
    call,
    async pending(endpointId) {
      const query = endpointId === undefined ? "" : `&endpointId=${endpointId}`;
      const { data } = await call("GET", `/stats?of=deliveries&interval=day${query}`);
      return (data as { pending: number }[]).reduce((sum, row) => sum + row.pending, 0);
    },
    async memory() {
      const status = await proc("status");
      const bytes = (name: string) =>
        Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024;
      return { resident: bytes("VmRSS"), peak: bytes("VmHWM") };
    },
    resetPeak: () => clearPeak(child.pid),
    async cpuSeconds() {
      // Behind the name, which may hold anything, the 12th and 13th fields are user and system time, in 1/100 s.
      const fields = (await proc("stat")).replace(/^.*\) /, "").split(" ");
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    async stop() {
      child.kill("SIGTERM");
      await child.exited;
    },
    async kill() {
      child.kill("SIGKILL");
      await child.exited;
    },
  };
}

/** Linux forgets the largest resident size when a 5 is written here. */
function clearPeak(pid: number): void {
  const file = openSync(`/proc/${pid}/clear_refs`, "w");
  writeSync(file, "5");
  closeSync(file);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

function freePort(): number {
  const server = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data() {} } });
  const { port } = server;
  server.stop(true);
  return port;
}
