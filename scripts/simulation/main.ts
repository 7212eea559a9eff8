import { availableParallelism } from "node:os";
import { join } from "node:path";
import { replayCommand } from "../../test/simulation/worlds.ts";
import { readOptions, type SimulationOptions, usage } from "./options.ts";
import type { WorldOrder, WorldReport } from "./run-worlds.ts";

/** A world that takes longer hangs: an ordinary one needs well under a second. */
const worldMsMax = 120_000;
/** Often for a person who watches, seldom for a log. */
const progressEveryMs = process.stderr.isTTY ? 2000 : 30_000;

const options = readOrExit();
const startedMs = performance.now();
const orders = options.seeds.flatMap((seed) => options.kinds.map((kind): WorldOrder => ({ kind, seed })));
const broken: WorldReport[] = [];
let [begun, ended] = [0, 0];

const progress = setInterval(() => console.error(progressLine()), progressEveryMs);
await Promise.all(Array.from({ length: Math.min(availableParallelism(), orders.length) }, work));
clearInterval(progress);
console.error(progressLine());
if (broken.length > 0) console.log(`\n${broken.length} broke:\n${broken.map(replayOf).join("\n")}`);
process.exit(broken.length === 0 ? 0 : 1);

function readOrExit(): SimulationOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

/** One process after another, until there is nothing left: one whose world hangs or ends it is replaced. */
async function work(): Promise<void> {
  while (begun < orders.length && !isOver()) await runInOneProcess();
}

async function runInOneProcess(): Promise<void> {
  let settle: (report: WorldReport) => void = () => {};
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "run-worlds.ts")], {
    ipc: (report: WorldReport) => settle(report),
    stdout: "inherit",
    stderr: "inherit",
  });
  for (let order = take(); order !== null; order = take()) {
    const { promise, resolve } = Promise.withResolvers<WorldReport>();
    settle = resolve;
    const said = { ...order };
    const timer = setTimeout(() => resolve({ ...said, trouble: "It did not end in time." }), worldMsMax);
    void child.exited.then((code) => resolve({ ...said, trouble: `Its process ended with ${code}.` }));
    child.send(order);
    const report = await promise;
    clearTimeout(timer);
    ended += 1;
    if (report.trouble === null) continue;
    broken.push(report);
    console.log(`${replayOf(report)}\n${report.trouble}\n`);
    // What a broken world has left in its process is not known.
    break;
  }
  child.kill();
  await child.exited;
}

function take(): WorldOrder | null {
  return isOver() ? null : (orders[begun++] ?? null);
}

function isOver(): boolean {
  return options.minutes !== null && performance.now() - startedMs >= options.minutes * 60_000;
}

function replayOf({ kind, seed }: WorldReport): string {
  return `seed ${seed} broke the world of ${kind}; replay: ${replayCommand(kind, seed)}`;
}

function progressLine(): string {
  const seconds = Math.max(1, Math.round((performance.now() - startedMs) / 1000));
  const rate = (ended / seconds).toFixed(1);
  return `${ended} of ${orders.length} worlds in ${seconds} s (${rate}/s), ${broken.length} broken`;
}
