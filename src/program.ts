import { runCommandLine } from "./cli/command-line.ts";
import { createOutput } from "./platform/output.ts";

/** How long the exit waits for whoever reads the output. */
const flushPatienceMs = 1000;

/** Runs the command that the arguments name and resolves with the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const output = createOutput();
  const exitCode = await runCommandLine(args, {
    output,
    printError: (line) => void process.stderr.write(`${line}\n`),
  });
  await output.flush(flushPatienceMs);
  return exitCode;
}
