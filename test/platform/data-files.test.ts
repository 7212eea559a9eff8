import { afterEach, beforeEach, expect, test } from "bun:test";
import { appendFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { watchDataFiles } from "../../src/platform/data-files.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";
import { until } from "../support/until.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

let directory: ReturnType<typeof temporaryDirectory>;
let path: string;
beforeEach(() => {
  directory = temporaryDirectory();
  path = join(directory.path, "posthorn.db-wal");
  writeFileSync(path, "log");
});
afterEach(() => directory.remove());

async function watched() {
  const clock = new VirtualClock();
  const events: string[] = [];
  const note = (event: string) => void events.push(event);
  const files = await watchDataFiles({
    paths: [path],
    clock,
    logger: { ...silentLogger, info: note, error: note },
  });
  /** Looks again until the watch says so: a look reads the real file system. */
  const see = (isWrong: boolean) =>
    until(async () => {
      await clock.advance(2000);
      return (files.problem() !== null) === isWrong;
    });
  return { files, events, see, clock };
}

test("a file that is written to is in place", async () => {
  const { files, events, clock } = await watched();
  appendFileSync(path, "more");
  await clock.advance(6000);
  expect(files.problem()).toBeNull();
  files.stop();
  expect(events).toEqual([]);
});

test("a file that is deleted is a problem that names it, until it is back", async () => {
  const { files, events, see } = await watched();
  renameSync(path, `${path}.away`);
  await see(true);
  expect(files.problem()).toContain(path);
  renameSync(`${path}.away`, path);
  await see(false);
  files.stop();
  expect(events).toEqual(["data.files_replaced", "data.files_restored"]);
});

test("another file in its place is a problem", async () => {
  const { files, see } = await watched();
  writeFileSync(`${path}.new`, "log");
  rmSync(path);
  renameSync(`${path}.new`, path);
  await see(true);
  files.stop();
});
