import { nearestWord } from "../../src/platform/nearest-word.ts";

/** What the benchmark is asked to do. */
export interface BenchmarkOrder {
  /** In the order in which they run. */
  scenarios: readonly string[];
  /** Small forms: they show that everything works and measure nothing. */
  isQuick: boolean;
  /** The program runs from source under the CPU profiler. */
  isProfiled: boolean;
}

export type CommandLine =
  | { kind: "help" }
  | { kind: "wrong"; sentence: string }
  | { kind: "run"; order: BenchmarkOrder };

/** Without a scenario's name all of them run. */
export function readCommandLine(args: readonly string[], known: readonly string[]): CommandLine {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const names: string[] = [];
  let isQuick = false;
  let isProfiled = false;
  for (const arg of args) {
    if (arg === "--quick") isQuick = true;
    else if (arg === "--profile") isProfiled = true;
    else if (arg.startsWith("-")) {
      return wrong(`There is no option "${arg}".`, "Options: --quick, --profile, --help.");
    } else if (!known.includes(arg)) {
      const near = nearestWord(arg, known);
      const hint = near === null ? `There are: ${known.join(", ")}.` : `Did you mean "${near}"?`;
      return wrong(`There is no scenario "${arg}".`, hint);
    } else if (!names.includes(arg)) names.push(arg);
  }
  const scenarios = names.length > 0 ? names : known;
  return { kind: "run", order: { scenarios, isQuick, isProfiled } };
}

function wrong(what: string, hint: string): CommandLine {
  return { kind: "wrong", sentence: `${what} ${hint}` };
}
