// First, and all else only after it: see there.
import "./cli/early-stop.ts";

const { runProgram } = await import("./program.ts");
process.exit(await runProgram(Bun.argv.slice(2)));
