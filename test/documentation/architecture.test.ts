import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { readPage } from "../support/markdown.ts";

const root = join(import.meta.dir, "../..");
const page = await readPage("docs/architecture.md");
const files = [...new Bun.Glob("**/*.ts").scanSync(join(root, "src"))];
const namesInPage = [...page.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");

describe("the page on architecture", () => {
  test("names only files that are there", () => {
    const named = namesInPage.filter((name) => name.endsWith(".ts") && !name.includes("*"));
    const isThere = (name: string) =>
      name.startsWith("test/")
        ? Bun.file(join(root, name)).size > 0
        : files.some((file) => file === name || file.endsWith(`/${name}`));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  test("has a row for every folder of the source, and says all of what its files import", async () => {
    const rows = new Map(
      [...page.matchAll(/^\| (`.*?) +\|.*\| (.*?) +\|$/gm)].map((row) => [row[1] ?? "", row[2] ?? ""]),
    );
    const rowOf = (folder: string) => [...rows].find(([names]) => names.includes(`\`${folder}/\``));
    const folders = new Set(
      files.filter((file) => file.includes("/")).map((file) => file.split("/")[0] ?? ""),
    );
    // The store's own files are in the table as `store/*.ts`, so its row is found by its other folder.
    folders.delete("store");
    const missing: string[] = [];
    for (const folder of [...folders, "store/sqlite"]) {
      const row = rowOf(folder);
      if (row === undefined) missing.push(folder);
      else if (!row[1].startsWith("everything")) missing.push(...(await unsaid(folder, row[1])));
    }
    expect(missing).toEqual([]);
  });
});

/** The folders that a folder's files import from and the table does not say. `platform` is for all, as it says. */
async function unsaid(folder: string, said: string): Promise<string[]> {
  const found = new Set<string>();
  for (const file of files.filter((path) => path.startsWith(`${folder}/`))) {
    const text = await Bun.file(join(root, "src", file)).text();
    for (const [, from = ""] of text.matchAll(/from "(\.[^"]+)"/g)) {
      const path = join(file, "..", from);
      if (!path.startsWith("..") && !path.startsWith(`${folder}/`)) found.add(path.split("/")[0] ?? "");
    }
  }
  return [...found]
    .filter((name) => name !== "platform" && !said.includes(name))
    .map((name) => `${folder}: ${name}`);
}
