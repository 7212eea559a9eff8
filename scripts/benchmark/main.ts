import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { startPosthorn, startReceiver } from "./processes.ts";
import { type Figures, scenarios } from "./scenarios.ts";

/** Runs scenarios one after the other, each on an empty data directory; prints a table and writes JSON. */
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(scenarios);
const results: Record<string, Figures> = {};

for (const name of names) {
  const scenario = scenarios[name];
  if (!scenario) {
    console.error(`There is no scenario "${name}". There are: ${Object.keys(scenarios).join(", ")}.`);
    process.exit(2);
  }
  console.error(`running ${name} …`);
  results[name] = await run(scenario);
}

printTable();
const file = join(import.meta.dir, "../../dist/benchmark.json");
mkdirSync(join(file, ".."), { recursive: true });
writeFileSync(file, JSON.stringify({ machine: machine(), results }, null, 2));
console.error(`written to ${file}`);
process.exit(Object.values(results).some(({ ledger }) => ledger.lost > 0) ? 1 : 0);

async function run(scenario: (typeof scenarios)[string]): Promise<Figures> {
  const receiver = await startReceiver();
  const posthorn = await startPosthorn();
  try {
    await posthorn.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    return await scenario(posthorn, receiver);
  } finally {
    await posthorn.stop();
    receiver.stop();
  }
}

function printTable(): void {
  for (const [name, { ledger, values }] of Object.entries(results)) {
    const verdict = ledger.lost === 0 ? "balanced" : "VOID: events were lost";
    console.log(`\n${name}: ledger ${verdict}`);
    for (const [what, figure] of Object.entries({ ...values, ...ledger })) {
      console.log(`  ${what.padEnd(46)} ${figure.toLocaleString("en", { maximumFractionDigits: 2 })}`);
    }
  }
}

function machine() {
  const [cpu] = cpus();
  return { cpu: cpu?.model, cores: cpus().length, memoryBytes: totalmem(), at: new Date().toISOString() };
}
