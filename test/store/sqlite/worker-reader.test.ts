import { afterEach, expect, test } from "bun:test";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createWorkerReader } from "../../../src/store/sqlite/worker-reader.ts";
import { temporaryDirectory } from "../../support/temporary-directory.ts";

const directory = temporaryDirectory();
afterEach(() => directory.remove());

const page = { limit: 10, cursor: null };

test("a list whose worker cannot start is refused, and the next one gets a new worker", async () => {
  const script = join(directory.path, "worker.ts");
  const reader = createWorkerReader("unused", pathToFileURL(script), () => {});
  try {
    await expect(reader.read("events", 1, {}, page)).rejects.toThrow(/reading worker failed/);
    writeFileSync(
      script,
      "self.onmessage = ({ data }) => { if (data.id) postMessage({ id: data.id, kind: 'page', page: 'read' }); };",
    );
    expect(await reader.read("events", 1, {}, page)).toBe("read" as never);
    rmSync(script);
  } finally {
    reader.close();
  }
});
