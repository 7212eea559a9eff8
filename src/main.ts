import { runCommandLine } from "./cli/command-line.ts";
import { createOutput } from "./platform/output.ts";

/** How long the exit waits for whoever reads the output. */
const flushPatienceMs = 1000;

const output = createOutput();
const exitCode = await runCommandLine(Bun.argv.slice(2), {
  output,
  printError: (line) => void process.stderr.write(`${line}\n`),
});
await output.flush(flushPatienceMs);
process.exit(exitCode);
