import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Posthorn, type PosthornOptions, startPosthorn } from "./posthorn.ts";
import type { Progress } from "./progress.ts";
import type { Receiver } from "./receiver-process.ts";

/** Bytes of `data` in every event. */
export const dataBytes = 500;

/** What a scenario works with. What it starts ends with it. */
export interface Workbench {
  receiver: Receiver;
  /** The first in the ordinary form, the second in the small one. */
  size(full: number, quick: number): number;
  /** Tells people what is being done. */
  part(what: string): void;
  /** On an empty directory, unless one is named. */
  start(options?: Partial<Pick<PosthornOptions, "directory" | "env" | "port">>): Promise<Posthorn>;
  /** A new directory, a copy of another one if that is given. */
  directory(from?: string): string;
  /** Numbers for so many events; no two of a benchmark have the same. The first of them. */
  numbers(count: number): number;
  /** Requests per second of the bare signed-fetch loop, now. */
  bareLoop(): Promise<number>;
  /** What several scenarios need, made once. */
  shared<T>(name: string, make: () => Promise<T>): Promise<T>;
}

/** All scenarios' ground: directories, processes, numbers. */
export class Ground {
  readonly #options: { root: string; isQuick: boolean; isProfiled: boolean; progress: Progress };
  readonly #receiver: Receiver;
  readonly #shared = new Map<string, Promise<unknown>>();
  readonly #running = new Set<Posthorn>();
  #directories: string[] = [];
  #directoryCount = 0;
  #numbers = 0;

  constructor(
    options: { root: string; isQuick: boolean; isProfiled: boolean; progress: Progress },
    receiver: Receiver,
  ) {
    this.#options = options;
    this.#receiver = receiver;
  }

  workbench(scenario: string): Workbench {
    const { isQuick, progress } = this.#options;
    return {
      receiver: this.#receiver,
      size: (full, quick) => (isQuick ? quick : full),
      part: progress.part,
      start: (options = {}) => this.#start(scenario, options),
      directory: (from) => this.#newDirectory(scenario, from),
      numbers: (count) => {
        this.#numbers += count;
        return this.#numbers - count;
      },
      bareLoop: () => runBareLoop(this.#receiver.urlOf("in"), isQuick ? 2000 : 60_000),
      shared: (name, make) => {
        const made = this.#shared.get(name) ?? this.#keepingDirectories(make);
        this.#shared.set(name, made);
        return made as ReturnType<typeof make>;
      },
    };
  }

  /** Ends what a scenario has started and deletes its directories. */
  async clear(): Promise<void> {
    for (const posthorn of this.#running) await posthorn.stop();
    this.#running.clear();
    for (const directory of this.#directories) rmSync(directory, { recursive: true, force: true });
    this.#directories = [];
  }

  async #keepingDirectories<T>(make: () => Promise<T>): Promise<T> {
    const before = this.#directories;
    this.#directories = [];
    const made = await make();
    this.#directories = before;
    return made;
  }

  async #start(
    scenario: string,
    options: Partial<Pick<PosthornOptions, "directory" | "env" | "port">>,
  ): Promise<Posthorn> {
    const { root, isProfiled } = this.#options;
    const posthorn = await startPosthorn({
      directory: this.#newDirectory(scenario),
      profileDirectory: isProfiled ? join(root, "../profiles", scenario) : null,
      ...options,
    });
    this.#running.add(posthorn);
    return {
      ...posthorn,
      stop: () => this.#ended(posthorn, posthorn.stop()),
      kill: () => this.#ended(posthorn, posthorn.kill()),
    };
  }

  async #ended(posthorn: Posthorn, end: Promise<void>): Promise<void> {
    await end;
    this.#running.delete(posthorn);
  }

  #newDirectory(scenario: string, from?: string): string {
    this.#directoryCount++;
    const directory = join(this.#options.root, `${scenario}-${this.#directoryCount}`);
    mkdirSync(directory, { recursive: true });
    if (from !== undefined) cpSync(join(from, "data"), join(directory, "data"), { recursive: true });
    this.#directories.push(directory);
    return directory;
  }
}

async function runBareLoop(url: string, requests: number): Promise<number> {
  const script = join(import.meta.dir, "bare-loop.ts");
  const child = Bun.spawn([process.execPath, script, url, String(requests), String(dataBytes)], {
    stdout: "pipe",
  });
  const { perSecond } = JSON.parse(await new Response(child.stdout).text()) as { perSecond: number };
  return perSecond;
}
