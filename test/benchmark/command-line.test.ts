import { describe, expect, test } from "bun:test";
import { readCommandLine } from "../../scripts/benchmark/command-line.ts";

const known = ["idle", "throughput", "batch"];

describe("the benchmark's command line", () => {
  test("runs everything without a name", () => {
    expect(readCommandLine([], known)).toEqual({
      kind: "run",
      order: { scenarios: known, isQuick: false, isProfiled: false },
    });
  });

  test("runs what is named, in small forms or under the profiler", () => {
    expect(readCommandLine(["--quick", "batch", "--profile", "idle", "batch"], known)).toEqual({
      kind: "run",
      order: { scenarios: ["batch", "idle"], isQuick: true, isProfiled: true },
    });
  });

  test("refuses a name that there is not, and says which one may be meant", () => {
    expect(readCommandLine(["throughputs"], known)).toEqual({
      kind: "wrong",
      sentence: 'There is no scenario "throughputs". Did you mean "throughput"?',
    });
    expect(readCommandLine(["all"], known)).toMatchObject({
      sentence: 'There is no scenario "all". There are: idle, throughput, batch.',
    });
  });

  test("refuses an option that there is not", () => {
    expect(readCommandLine(["--fast"], known)).toMatchObject({
      sentence: 'There is no option "--fast". Options: --quick, --profile, --help.',
    });
  });

  test("helps whatever else is said", () => {
    expect(readCommandLine(["idle", "--help"], known)).toEqual({ kind: "help" });
  });
});
