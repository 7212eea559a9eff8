import { afterEach } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "./temporary-directory.ts";
import { until } from "./until.ts";

/** The operator key of every server that is started with the default variables. */
export const operatorKey = "phk_of_the_operator_in_end_to_end_tests";

/** A reply of the API, its JSON read. */
export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what the fields are is what the tests assert
  body: any;
}

export interface LogLine {
  event: string;
  [field: string]: unknown;
}

export interface Outcome {
  exitCode: number;
  out: string;
  error: string;
}

export interface CallOptions {
  /** The operator's, unless another is given. */
  key?: string;
  headers?: Record<string, string>;
}

/** A running `posthorn serve`. */
export interface Server {
  url: string;
  pid: number;
  directory: string;
  /** What it has logged so far, JSON lines only. */
  log: readonly LogLine[];
  call(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Reply>;
  signal(signal: NodeJS.Signals): void;
  /** Resolves with the exit code; of a process that a signal ended with 128 and its number. */
  exited: Promise<number>;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number>;
  /** SIGKILL: no part of the program gets to say anything. */
  kill(): Promise<void>;
}

export interface ServeOptions {
  /** A fresh one by default. */
  directory?: string;
  args?: readonly string[];
  /** Added to, or with undefined taken from, the defaults. Nothing of the test's own environment is passed on. */
  env?: Record<string, string | undefined>;
  /** Run by way of this command, which gets the executable and its arguments appended. */
  wrapper?: readonly string[];
}

/** What ends with the test: processes are killed, directories removed, whatever the test did. */
export interface Stage {
  directory(): string;
  /** Starts a server on a free port of loopback and resolves when it says that it serves. */
  serve(options?: ServeOptions): Promise<Server>;
  /** Runs a command of the executable to its end. */
  run(args: readonly string[], options?: Omit<ServeOptions, "args">): Promise<Outcome>;
  /** Starts a command of the executable and leaves it alone. */
  launch(args: readonly string[], options?: Omit<ServeOptions, "args">): Bun.Subprocess;
  /** Keeps something to be ended after the test. */
  keep<T>(thing: T, end: (thing: T) => unknown): T;
}

/** A busy machine: what a start takes is measured elsewhere. */
const startMsMax = 60_000;

/** Called once at the top of a test file. */
export function useStage(): Stage {
  const ends: (() => unknown)[] = [];
  const keep: Stage["keep"] = (thing, end) => {
    ends.push(() => end(thing));
    return thing;
  };
  const directory = () => keep(temporaryDirectory(), (made) => made.remove()).path;
  afterEach(async () => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
  });

  function spawn(args: readonly string[], { directory: cwd = directory(), env, wrapper = [] }: ServeOptions) {
    const child = Bun.spawn([...wrapper, executable(), ...args], {
      cwd,
      env: withoutAbsent({ PATH: process.env.PATH, POSTHORN_DATA_DIR: join(cwd, "data"), ...env }),
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
    });
    return keep({ child, cwd }, () => {
      child.kill("SIGKILL");
      return child.exited;
    });
  }

  return {
    directory,
    keep,
    async serve(options = {}) {
      const env = { POSTHORN_BOOTSTRAP_KEY: operatorKey, ...options.env };
      const { child, cwd } = spawn(["serve", ...loopbackFlags, ...(options.args ?? [])], { ...options, env });
      return asServer(child, cwd, await waitForStart(child));
    },
    launch: (args, options = {}) => spawn(args, options).child,
    async run(args, options = {}) {
      const { child } = spawn(args, options);
      const [out, error] = await Promise.all([child.stdout.text(), child.stderr.text()]);
      return { exitCode: await child.exited, out, error };
    },
  };
}

/** The executable under test. Throws a sentence when it has not been built. */
export function executable(): string {
  const path = join(import.meta.dir, "../../dist/posthorn");
  if (!existsSync(path)) throw new Error("There is no dist/posthorn to test: run ./scripts/build first.");
  return path;
}

/** Any free port, and receivers on loopback. */
export const loopbackFlags = ["--listen", "127.0.0.1:0", "--allow-http", "--allow-networks", "127.0.0.0/8"];

type Child = Bun.Subprocess<"ignore", "pipe", "pipe">;

async function waitForStart(child: Child): Promise<LogLine[]> {
  const log: LogLine[] = [];
  let error = "";
  const read = Promise.all([
    readLines(child.stdout, (line) => line.startsWith("{") && log.push(JSON.parse(line) as LogLine)),
    readLines(child.stderr, (line) => {
      error += `${line}\n`;
    }),
  ]);
  const ended = Promise.all([read, child.exited]).then(([, code]) => {
    throw new Error(`posthorn ended with ${code} before it served:\n${error}${JSON.stringify(log)}`);
  });
  ended.catch(() => {});
  const started = until(() => log.some((line) => line.event === "server.started"), { withinMs: startMsMax });
  await Promise.race([started, ended]);
  return log;
}

/** Hands over each line of a stream, to its end. */
export async function readLines(
  stream: ReadableStream<Uint8Array>,
  onLine: (line: string) => unknown,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  }
  if (rest !== "") onLine(rest);
}

function asServer(child: Child, directory: string, log: LogLine[]): Server {
  const url = String(log.find((line) => line.event === "server.started")?.address);
  return {
    url,
    pid: child.pid,
    directory,
    log,
    call: (method, path, body, options) => callApi(url, method, path, body, options),
    signal: (signal) => child.kill(signal),
    exited: child.exited,
    stop() {
      child.kill("SIGTERM");
      return child.exited;
    },
    async kill() {
      child.kill("SIGKILL");
      await child.exited;
    },
  };
}

/** One request to the API of a server. Rejects when no reply came. */
export async function callApi(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  { key = operatorKey, headers = {} }: CallOptions = {},
): Promise<Reply> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

function withoutAbsent(env: Record<string, string | undefined>): Record<string, string> {
  const present = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(present);
}
