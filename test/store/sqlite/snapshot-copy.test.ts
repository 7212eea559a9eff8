import { Database } from "bun:sqlite";
import { afterEach, beforeEach, expect, test } from "bun:test";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../../src/platform/clock.ts";
import { copySnapshot } from "../../../src/store/sqlite/snapshot-copy.ts";
import { readLines } from "../../support/posthorn-process.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";
import { until } from "../../support/until.ts";

let directory: ReturnType<typeof temporaryDirectory>;
const path = () => join(directory.path, "busy.db");
const copyPath = () => join(directory.path, "copy.db");

beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

/** Another process that commits all the time, and the number of the last commit that it told of. */
async function aBusyWriter(paddingRows: number) {
  const child = Bun.spawn(
    [process.execPath, join(import.meta.dir, "../../support/busy-writer.ts"), path(), String(paddingRows)],
    { stdout: "pipe", stderr: "inherit" },
  );
  let last = 0;
  const read = readLines(child.stdout, (line) => {
    last = Number(line);
  });
  await until(() => last > 60, { withinMs: 20_000 });
  return {
    last: () => last,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await child.exited;
      await read;
    },
  };
}

/** What the copy is, opened as a database. */
function readCopy() {
  using db = new Database(copyPath(), { readwrite: true });
  const get = <T>(sql: string) => db.query<T, []>(sql).get();
  return {
    integrity: get<{ integrity_check: string }>("PRAGMA integrity_check")?.integrity_check,
    numbers: db.query<{ n: number }, []>("SELECT DISTINCT n FROM counters").all(),
    lastCommit: get<{ n: number }>("SELECT max(n) AS n FROM commits")?.n ?? 0,
    commits: get<{ n: number }>("SELECT count(*) AS n FROM commits")?.n,
  };
}

/** Every piece takes its time, during which the writer commits and begins its log anew if it may. */
function takingTime(): void {
  const endAt = systemClock.monotonic() + 8;
  while (systemClock.monotonic() < endAt);
}

test("a copy made while another process writes is the state of one moment, with all that was there before", async () => {
  await using writer = await aBusyWriter(2000);
  for (let n = 0; n < 5; n++) {
    await until(() => writer.last() % 7 === n % 7, { withinMs: 20_000 });
    const before = writer.last();
    // Most moves are to a newer snapshot: a clock that runs ten times as fast as it should.
    const clock = { ...systemClock, monotonic: () => systemClock.monotonic() * 10 };
    copySnapshot({ from: path(), to: copyPath(), clock, isInUse: true, beforePiece: takingTime });
    const { integrity, numbers, lastCommit, commits } = readCopy();
    expect(integrity).toBe("ok");
    expect(numbers).toEqual([{ n: lastCommit }]);
    expect(commits).toBe(50);
    expect(lastCommit).toBeGreaterThanOrEqual(before);
    for (const ending of ["", "-wal", "-shm"]) rmSync(copyPath() + ending, { force: true });
  }
}, 60_000);

test("the log is brought in while the copy is made, not all at its end", async () => {
  await using _writer = await aBusyWriter(2000);
  const clock = { ...systemClock, monotonic: () => systemClock.monotonic() * 10 };
  let piece = 0;
  let isBroughtIn = false;
  let framesBefore = 0;
  copySnapshot({
    from: path(),
    to: copyPath(),
    clock,
    isInUse: true,
    beforePiece() {
      takingTime();
      // The log may be begun anew under the first snapshot.
      if (++piece === 3) framesBefore = readLogState().frames;
      // What was written after the third piece gets into the database only if that piece's snapshot was let go.
      if (piece > 3) isBroughtIn ||= readLogState().broughtIn > framesBefore;
    },
  });
  expect(isBroughtIn).toBe(true);
}, 60_000);

/**
 * As the log's index has them: frames that there are, and frames that are in the database. Read by another process:
 * closing the index ends all locks that a process has on it, and with them the snapshot.
 */
function readLogState(): { frames: number; broughtIn: number } {
  const { stdout } = Bun.spawnSync(["head", "-c", "136", `${path()}-shm`]);
  const index = new Uint32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + 136));
  return { frames: index[4] ?? 0, broughtIn: index[24] ?? 0 };
}

test("files that lie still are copied as they are", async () => {
  {
    await using writer = await aBusyWriter(10);
    await until(() => writer.last() > 60);
  }
  copySnapshot({ from: path(), to: copyPath(), clock: systemClock, isInUse: false, beforePiece() {} });
  const { integrity, numbers, lastCommit } = readCopy();
  expect(integrity).toBe("ok");
  expect(numbers).toEqual([{ n: lastCommit }]);
});

test("what ends the copy leaves nothing held: the writer begins its log anew", async () => {
  await using writer = await aBusyWriter(300);
  let pieces = 0;
  const copy = () =>
    copySnapshot({
      from: path(),
      to: copyPath(),
      clock: systemClock,
      isInUse: true,
      beforePiece() {
        if (++pieces > 1) throw new Error("no more room");
      },
    });
  expect(copy).toThrow("no more room");
  const size = () => statSync(`${path()}-wal`).size;
  const [before, last] = [size(), writer.last()];
  await until(() => writer.last() > last + 100, { withinMs: 10_000 });
  expect(size()).toBeLessThan(before + 100 * 4120);
}, 60_000);
