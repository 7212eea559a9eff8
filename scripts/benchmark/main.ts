import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BenchmarkOrder, readCommandLine } from "./command-line.ts";
import { isBalanced, type ScenarioResult } from "./figure.ts";
import { goals, judge } from "./goals.ts";
import { describeMachine, loadAverage, machineLine } from "./machine.ts";
import { createProgress } from "./progress.ts";
import { startReceiver } from "./receiver-process.ts";
import { scenarios } from "./scenarios/registry.ts";
import { goalTable, scenarioTable } from "./table.ts";
import { Ground } from "./workbench.ts";

/** Runs scenarios one after the other; prints tables, writes JSON. Exit code 1: the run is void. */
const distribution = join(import.meta.dir, "../../dist");
// Beside what is built, not in a directory for temporary files, which may be memory: commits must reach a disk.
const root = join(distribution, `benchmark-${process.pid}`);

const commandLine = readCommandLine(
  process.argv.slice(2),
  scenarios.map(({ name }) => name),
);
switch (commandLine.kind) {
  case "help":
    console.log(help());
    break;
  case "wrong":
    console.error(commandLine.sentence);
    process.exitCode = 2;
    break;
  case "run":
    process.exitCode = await runAll(commandLine.order);
}

function help(): string {
  const lines = scenarios.map(
    ({ name, seconds, summary }) =>
      `  ${name.padEnd(11)} ${String(seconds).padStart(4)} s  ${summary.replaceAll("\n", " ")}`,
  );
  const minutes = Math.ceil(scenarios.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
  return `Usage: ./scripts/bench [--quick] [--profile] [scenario …]

Without a scenario all of them, in about ${minutes} minutes on a quiet machine with two cores.

${lines.join("\n")}

  --quick    small forms of the scenarios: they show that everything works, and measure nothing
  --profile  run the program from source under the CPU profiler; profiles go to dist/profiles/<scenario>

Figures and goals are explained in docs/performance.md. They are written to dist/benchmark.json as well.`;
}

/** Of a run that was killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(distribution)) {
    const pid = /^benchmark-(\d+)$/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(distribution, name), { recursive: true });
  }
}

async function runAll(order: BenchmarkOrder): Promise<number> {
  removeLeftovers();
  mkdirSync(root, { recursive: true });
  const receiver = await startReceiver();
  const progress = createProgress(process.stderr);
  const ground = new Ground({ root, ...order, progress }, receiver);
  const machine = describeMachine(root);
  const results = new Map<string, ScenarioResult>();
  const loads: Record<string, [before: number, after: number]> = {};
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void end().finally(() => process.exit(130)));
  }
  try {
    for (const { name, seconds, run } of scenarios) {
      if (!order.scenarios.includes(name)) continue;
      progress.scenario(name, order.isQuick ? "a few seconds" : `${seconds} s`);
      const before = loadAverage();
      results.set(name, await run(ground.workbench(name)));
      loads[name] = [before, loadAverage()];
      await ground.clear();
    }
  } finally {
    await end();
  }
  const form = order.isQuick ? "quick" : "full";
  const at = new Date().toISOString();
  report(results, order);
  console.log(`\n${machineLine(machine)}`);
  console.log(`load average before and after: ${loadsLine(loads)}`);
  const file = join(distribution, "benchmark.json");
  const json = { form, isProfiled: order.isProfiled, at, machine, loadAverages: loads, ...asJson(results) };
  writeFileSync(file, JSON.stringify(json, null, 2));
  console.error(`written to ${file}`);
  return [...results.values()].every(isBalanced) ? 0 : 1;

  async function end(): Promise<void> {
    await ground.clear();
    progress.end();
    receiver.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

function report(results: ReadonlyMap<string, ScenarioResult>, order: BenchmarkOrder): void {
  for (const [name, result] of results) console.log(`\n${scenarioTable(name, result)}`);
  console.log(`\n${goalTable(goals.map((goal) => judge(goal, results)))}`);
  if (order.isQuick) console.log("\nThis was the small form: its figures mean nothing.");
  if (order.isProfiled) console.log("\nProfiled: slower than it is. The profiles are in dist/profiles.");
}

function loadsLine(loads: Record<string, [before: number, after: number]>): string {
  return Object.entries(loads)
    .map(([name, [before, after]]) => `${name} ${before} and ${after}`)
    .join(", ");
}

function asJson(results: ReadonlyMap<string, ScenarioResult>) {
  return {
    goals: goals.map((goal) => judge(goal, results)),
    results: Object.fromEntries(results),
  };
}
