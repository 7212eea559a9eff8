import { afterEach, beforeEach, expect, test } from "bun:test";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createDraftFile } from "../../src/platform/draft-file.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";

let directory: ReturnType<typeof temporaryDirectory>;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());
const target = () => join(directory.path, "posthorn.db");
const names = () => readdirSync(directory.path).sort();

/** Larger than any that a system gives. */
const deadPid = 2 ** 30;

test("a draft takes those of killed processes away, and nothing that is only called almost so", () => {
  const others = [
    "other.db.partial-1073741824",
    "posthorn.db.partial-1073741824.txt",
    "posthorn.db.partial-of-may",
  ];
  const abandoned = ["", "-wal", "-shm", "-journal"].map(
    (ending) => `posthorn.db.partial-${deadPid}${ending}`,
  );
  const alive = `posthorn.db.partial-${process.ppid}`;
  for (const name of [...others, ...abandoned, alive]) writeFileSync(join(directory.path, name), "");
  createDraftFile(target());
  expect(names()).toEqual([...others, alive].sort());
});

test("a draft replaces what is there when it is published", () => {
  writeFileSync(target(), "before");
  const draft = createDraftFile(target());
  writeFileSync(draft.path, "after");
  draft.sync();
  expect(readFileSync(target(), "utf8")).toBe("before");
  draft.publish();
  expect([names(), readFileSync(target(), "utf8")]).toEqual([["posthorn.db"], "after"]);
});
