import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { prepareDataDirectory } from "../../src/platform/data-directory.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { obtainMasterKey } from "../../src/platform/master-key.ts";
import { systemRandom } from "../../src/platform/random.ts";
import { StartError } from "../../src/platform/start-error.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

let parent: ReturnType<typeof temporaryDirectory>;
beforeEach(() => {
  parent = temporaryDirectory();
});
afterEach(() => parent.remove());

const obtain = (over: { given?: Uint8Array; file?: string; isSealed?: boolean } = {}) =>
  obtainMasterKey({
    given: over.given ?? null,
    file: over.file ?? null,
    directory: parent.path,
    random: systemRandom,
    isSealed: () => over.isSealed ?? false,
  });

test("a missing data directory is made for its owner alone", () => {
  const directory = prepareDataDirectory(join(parent.path, "a/b"), silentLogger);
  expect(modeOf(directory)).toBe("700");
  writeFileSync(join(directory, "file"), "x");
  expect(modeOf(join(directory, "file"))).toBe("600");
});

test("an empty directory that others may read is closed to them", () => {
  const path = join(parent.path, "open");
  mkdirSync(path);
  chmodSync(path, 0o755);
  prepareDataDirectory(path, silentLogger);
  expect(modeOf(path)).toBe("700");
});

test("a directory with other people's files keeps its mode, with a warning", () => {
  const path = join(parent.path, "home");
  mkdirSync(path);
  writeFileSync(join(path, "letter.txt"), "x");
  chmodSync(path, 0o755);
  const warnings: string[] = [];
  prepareDataDirectory(path, { ...silentLogger, warn: (event) => void warnings.push(event) });
  expect(modeOf(path)).toBe("755");
  expect(warnings).toEqual(["data_directory.open_to_others"]);
});

test("a path that cannot be a directory is a sentence", () => {
  writeFileSync(join(parent.path, "file"), "x");
  expect(() => prepareDataDirectory(join(parent.path, "file/data"), silentLogger)).toThrow(StartError);
});

test("a master key is generated once, for its owner alone", () => {
  const first = obtain();
  expect(first).toHaveLength(32);
  expect(modeOf(join(parent.path, "master-key"))).toBe("600");
  expect(obtain()).toEqual(first);
});

test("a given key and a key file win over the generated one", () => {
  const key = systemRandom.bytes(32);
  const file = join(parent.path, "elsewhere");
  writeFileSync(file, `${Buffer.from(key).toString("base64")}\n`);
  expect(Buffer.from(obtain({ file }))).toEqual(Buffer.from(key));
  expect(obtain({ given: key })).toBe(key);
  expect(() => readFileSync(join(parent.path, "master-key"))).toThrow();
});

test("a damaged or missing key file is a sentence, and never replaced", () => {
  writeFileSync(join(parent.path, "master-key"), "damaged");
  expect(() => obtain()).toThrow(/does not hold the base64 of 32 bytes/);
  expect(readFileSync(join(parent.path, "master-key"), "utf8")).toBe("damaged");
  expect(() => obtain({ file: join(parent.path, "none") })).toThrow(/cannot be read/);
});

test("a master key file that is gone is a sentence, and no new one takes its place", () => {
  expect(() => obtain({ isSealed: true })).toThrow(/There is no master key: .*master-key is missing/);
  expect(existsSync(join(parent.path, "master-key"))).toBe(false);
});

test("a directory, or a link to nothing, where the master key should be is a sentence", () => {
  const path = join(parent.path, "master-key");
  mkdirSync(path);
  expect(() => obtain()).toThrow(StartError);
  rmSync(path, { recursive: true });
  symlinkSync(join(parent.path, "nothing"), path);
  expect(() => obtain()).toThrow(StartError);
});

test("a master key file that others may read is closed to them", () => {
  obtain();
  chmodSync(join(parent.path, "master-key"), 0o644);
  obtain();
  expect(modeOf(join(parent.path, "master-key"))).toBe("600");
});
