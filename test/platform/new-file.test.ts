import { expect, test } from "bun:test";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeNewFile } from "../../src/platform/new-file.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";

test("the file is its owner's alone, and what an interrupted try left is gone", () => {
  const directory = temporaryDirectory();
  const path = join(directory.path, "key");
  writeFileSync(`${path}.new`, "half a k");
  writeNewFile(path, "a whole key\n");
  expect(readFileSync(path, "utf8")).toBe("a whole key\n");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory.path)).toEqual(["key"]);
  directory.remove();
});
