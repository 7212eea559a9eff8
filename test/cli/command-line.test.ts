import { describe, expect, test } from "bun:test";
import { runCommandLine } from "../../src/cli/command-line.ts";

async function run(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const output = { write: (line: string) => lines.push(line) > 0, flush: async () => {} };
  const exitCode = await runCommandLine(args, { output, printError: (line) => void errors.push(line) });
  return { exitCode, out: lines.join("\n"), error: errors.join("\n") };
}

describe("what cannot be understood is a sentence and exit code 2", () => {
  test.each([
    [["serv"], 'There is no command "serv". Did you mean "serve"?'],
    [["dashboard"], 'There is no command "dashboard". "posthorn help" lists all of them.'],
    [["--listen"], "A command must come first"],
    [["config", "--lissten", "x"], 'has no option "--lissten". Did you mean "--listen"?'],
    [["config", "--listen"], "argument missing"],
    [["config", "surplus"], '"surplus" is one argument too many'],
    [["listen", "--port", "70000"], '--port ("70000") must be a whole number from 0 to 65535.'],
    [["listen", "--secret", "hush"], "--secret must be a signing secret"],
    [["backup"], 'Say where to: "posthorn backup <file>"'],
    [["restore"], 'Say what: "posthorn restore <file>"'],
    [["keys"], 'Say which: "posthorn keys create"'],
    [["keys", "revoke"], '"posthorn keys revoke <key id>"'],
  ])("%p", async (args, sentence) => {
    const { exitCode, error } = await run(...args);
    expect(error).toContain(sentence);
    expect(exitCode).toBe(2);
  });
});

test("a configuration that is wrong is a sentence and exit code 1", async () => {
  const { exitCode, error } = await run("config", "--listen", "nowhere");
  expect(error).toContain('--listen ("nowhere") must be an address and a port');
  expect(error).not.toContain("    at ");
  expect(exitCode).toBe(1);
});

describe("help", () => {
  test.each([[[]], [["help"]], [["--help"]], [["-h"]]])(
    "%p shows the whole program",
    async (args: string[]) => {
      const { exitCode, out } = await run(...args);
      for (const command of [
        "serve",
        "backup",
        "restore",
        "doctor",
        "migrate",
        "keys",
        "rotate-master-key",
        "config",
        "listen",
        "version",
        "help",
      ]) {
        expect(out).toContain(`\n  ${command}`);
      }
      expect(out).toContain("POSTHORN_DATA_DIR");
      expect(exitCode).toBe(0);
    },
  );

  test("of one command, however it is asked for", async () => {
    const asked = [await run("help", "listen"), await run("listen", "--help"), await run("listen", "-h")];
    for (const { out } of asked) expect(out).toContain("Usage: posthorn listen [--port 4000]");
  });
});

test("the version is the package's", async () => {
  const { version } = await import("../../package.json");
  expect((await run("version")).out).toBe(`posthorn ${version}`);
  expect((await run("--version")).out).toBe(`posthorn ${version}`);
});

test("config shows values with their origin", async () => {
  const { out } = await run("config", "--data-dir", "/var/lib/posthorn");
  expect(out).toMatch(/POSTHORN_DATA_DIR +\/var\/lib\/posthorn +--data-dir/);
});
