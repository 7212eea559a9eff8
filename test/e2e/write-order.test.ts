import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";
import { readWriteTrace } from "../support/write-trace.ts";

const stage = useStage();

const events = 300;

/** Needs strace, and the right to use it. */
const canTrace =
  Bun.which("strace") !== null && Bun.spawnSync(["strace", "-o", "/dev/null", "true"]).exitCode === 0;

test.skipIf(!canTrace)(
  "no 202 leaves before its event is on the disk, and nothing is copied or overwritten that is not",
  async () => {
    const receiver = aReceiver(stage);
    const trace = join(stage.directory(), "trace");
    const calls = "trace=pwrite64,fsync,fdatasync,sendto,write,writev";
    // With -D the process that is started is the program; whole pages, so that the ids in them are seen.
    const wrapper = ["strace", "-D", "-f", "-y", "-s", "4200", "-e", calls, "-o", trace];
    const server = await stage.serve({ wrapper });
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    let next = 0;
    const publish = async () => {
      for (let n = next++; n < events; n = next++) {
        const event = { id: `written-${n}-`, type: "order.paid", data: { text: "x".repeat(20_000) } };
        expect((await server.call("POST", "/events", event)).status).toBe(202);
      }
    };
    await Promise.all([publish(), publish(), publish(), publish()]);
    await until(() => receiver.received.length === events, { withinMs: 30_000 });
    await server.stop();
    const read = () => readFileSync(trace, "latin1");
    // A short number is padded.
    const end = new RegExp(`^${server.pid} +[+]{3} exited with 0`, "m");
    await until(() => end.test(read()), { withinMs: 30_000 });

    const { broken, replies, checkpoints, beginnings } = readWriteTrace(read().split("\n"), /written-\d+-/);
    expect(broken).toEqual([]);
    expect(replies).toBe(events);
    expect(checkpoints).toBeGreaterThan(1);
    expect(beginnings).toBeGreaterThan(1);
  },
  90_000,
);
