import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { settingEntries } from "../../src/config/settings.ts";
import { longTestsVariable } from "../support/long-tests.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

const root = join(import.meta.dir, "../..");
const paths = [
  "README.md",
  ...[...new Bun.Glob("**/*.md").scanSync(join(root, "docs"))].sort().map((name) => `docs/${name}`),
];
const pages = await Promise.all(paths.map(async (path) => ({ path, text: await readPage(path) })));

/** What breaks a rule, as `page: what`. */
function findAll(judge: (text: string, path: string) => readonly string[]): string[] {
  return pages.flatMap(({ path, text }) => judge(text, path).map((what) => `${path}: ${what}`));
}

/** What code a page holds, in its blocks and in its sentences. */
function codeIn(text: string): string {
  const spans = [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`]+)`/g)].map((match) => match[1]);
  return [...codeBlocksOf(text).map((block) => block.text), ...spans].join("\n");
}

/** A heading's anchor as GitHub makes it. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)];
  return headings.map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

async function leadsNowhere(from: string, target: string): Promise<boolean> {
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : join(dirname(from), file);
  if (!existsSync(join(root, path))) return true;
  return anchor !== undefined && !anchorsOf(await readPage(path)).includes(anchor);
}

describe("every page", () => {
  test("leads only to files and headings that are there", async () => {
    const broken: string[] = [];
    for (const { path, text } of pages) {
      const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
      for (const [, target = ""] of prose.matchAll(/\]\(((?!https?:)[^)\s]+)\)/g)) {
        if (await leadsNowhere(path, target)) broken.push(`${path}: ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test("is found from the README", async () => {
    const readme = pages[0]?.text ?? "";
    expect(paths.slice(1).filter((path) => !readme.includes(`(${path})`))).toEqual([]);
  });

  test("is short enough to be read", () => {
    const linesMax = (path: string) => (path === "README.md" ? 150 : 200);
    const long = findAll((text, path) => (text.split("\n").length - 1 > linesMax(path) ? ["too long"] : []));
    expect(long).toEqual([]);
  });

  test("names only settings that exist", () => {
    const known = new Set([...settingEntries.map(([, { variable }]) => variable), longTestsVariable]);
    const named = (text: string) => [...text.matchAll(/\bPOSTHORN_[A-Z0-9_]+/g)].map(([name]) => name);
    expect(findAll((text) => named(text).filter((name) => !known.has(name)))).toEqual([]);
  });

  test("names only commands and options that exist", async () => {
    const broken: string[] = [];
    for (const { path, text } of pages) {
      for (const [line, command = ""] of codeIn(text).matchAll(
        /(?<![\w.-])posthorn ([a-z][a-z-]+)[^\n|#]*/g,
      )) {
        const { exitCode, help } = await helpOf(command);
        const options = [...line.matchAll(/ (--[a-z-]+)/g)].map((match) => match[1] ?? "");
        const unknown = options.filter((option) => !help.includes(option));
        if (exitCode !== 0 || unknown.length > 0) broken.push(`${path}: ${line}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

/** The help of a command, and that of the settings, which most commands take. */
async function helpOf(command: string): Promise<{ exitCode: number; help: string }> {
  const lines: string[] = [];
  const output = {
    write: (line: string) => lines.push(line) > 0,
    flush: async () => {},
  };
  const streams = { output, printError: () => {} };
  const exitCode = await runCommandLine(["help", command], streams);
  await runCommandLine(["help"], streams);
  return { exitCode, help: lines.join("\n") };
}
