import { afterEach, expect, test } from "bun:test";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../../src/store/sqlite/database.ts";
import { moveAside } from "../../../src/store/sqlite/database-files.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test("what was moved aside is as it was, and no start takes its place before another database does", () => {
  const { path: directory, remove } = temporaryDirectory();
  ends.push(remove);
  const path = join(directory, "posthorn.db");
  const db = openDatabase(path);
  db.run("CREATE TABLE only_in_the_log (a)");
  // As a crash leaves it: the newest commits are in the log.
  for (const ending of ["", "-wal"]) copyFileSync(path + ending, `${path}${ending}.crashed`);
  db.close(true);
  for (const ending of ["", "-wal"]) copyFileSync(`${path}${ending}.crashed`, path + ending);
  const before = readFileSync(`${path}-wal`);

  const aside = moveAside(path, "replaced-now");
  expect(() => openDatabase(path)).toThrow("is empty: its content was lost");
  expect(readdirSync(aside).sort()).toEqual(["posthorn.db", "posthorn.db-wal"]);
  expect(readFileSync(join(aside, "posthorn.db-wal")).equals(before)).toBe(true);

  const saved = openDatabase(join(aside, "posthorn.db"));
  ends.push(() => saved.close(true));
  expect(saved.query("SELECT count(*) AS n FROM only_in_the_log").get()).toEqual({ n: 0 });
});
