import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const stage = useStage();

const events = 300;

/** Needs strace, and the right to use it. */
const canTrace =
  Bun.which("strace") !== null && Bun.spawnSync(["strace", "-o", "/dev/null", "true"]).exitCode === 0;

interface WriteOrder {
  replies: number;
  checkpoints: number;
  /** What came too early, as the trace has it. */
  broken: string[];
}

/** Reads a trace: what is in the log and not on the disk yet may neither be answered for nor be moved over. */
function readTrace(lines: readonly string[]): WriteOrder {
  const order: WriteOrder = { replies: 0, checkpoints: 0, broken: [] };
  let isLogDirty = false;
  let isMainDirty = false;
  for (const line of lines) {
    const isWrite = line.includes("pwrite64(");
    const isSync = /\b(fsync|fdatasync)/.test(line);
    if (isWrite && line.includes("posthorn.db-wal>")) {
      // The log's first frame again: what was in it must be in the main file by now.
      if (isMainDirty && /, 32\) =/.test(line)) order.broken.push(line);
      isLogDirty = true;
    } else if (isSync && line.includes("posthorn.db-wal>")) isLogDirty = false;
    else if (isWrite && line.includes("posthorn.db>")) {
      if (isLogDirty) order.broken.push(line);
      isMainDirty = true;
    } else if (isSync && line.includes("posthorn.db>")) {
      isMainDirty = false;
      order.checkpoints++;
    } else if (line.includes('"HTTP/1.1 202')) {
      order.replies++;
      if (isLogDirty) order.broken.push(line);
    }
  }
  return order;
}

test.skipIf(!canTrace)(
  "no 202 leaves before its commit is on the disk, and nothing is moved over that is not",
  async () => {
    const receiver = aReceiver(stage);
    const trace = join(stage.directory(), "trace");
    const calls = "trace=pwrite64,fsync,fdatasync,sendto,write,writev";
    // Without -f: of all threads the one that writes and answers. With -D the process that is started is the program.
    const wrapper = ["strace", "-D", "-y", "-s", "16", "-e", calls, "-o", trace];
    const server = await stage.serve({ wrapper });
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    let next = 0;
    const publish = async () => {
      while (next++ < events) {
        const data = { text: "x".repeat(20_000) };
        expect((await server.call("POST", "/events", { type: "order.paid", data })).status).toBe(202);
      }
    };
    await Promise.all([publish(), publish(), publish(), publish()]);
    await until(() => receiver.received.length === events, { withinMs: 20_000 });
    await server.stop();
    await until(() => readFileSync(trace, "utf8").includes("+++ exited with 0"));
    const { replies, checkpoints, broken } = readTrace(readFileSync(trace, "utf8").split("\n"));
    expect(broken).toEqual([]);
    expect(replies).toBe(events);
    expect(checkpoints).toBeGreaterThan(1);
  },
  60_000,
);
