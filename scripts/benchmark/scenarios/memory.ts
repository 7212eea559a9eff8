import { addEndpoint } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { addLedgers } from "../ledger.ts";
import { runLoad } from "../load.ts";
import type { Scenario } from "../scenario.ts";
import { pendingMillion } from "../seeded-data.ts";

/** Resident memory: it must depend on what goes on at once, not on what lies in the file. */
export const memory: Scenario = {
  name: "memory",
  summary: "resident memory: idle, the most under full load, the most with a million pending",
  seconds: 50,
  async run(bench) {
    const posthorn = await bench.start();
    await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    bench.part("idle");
    await Bun.sleep(bench.size(5000, 500));
    const idle = (await posthorn.memory()).resident;
    bench.part("under full load");
    const load = await runLoad(bench, posthorn, { events: bench.size(100_000, 500) });
    const { peak } = await posthorn.memory();
    bench.part("idle after the load");
    await Bun.sleep(bench.size(10_000, 500));
    const after = (await posthorn.memory()).resident;
    await posthorn.stop();

    const seeded = await pendingMillion(bench);
    await bench.receiver.wish({ isHolding: true });
    const full = await bench.start({ directory: bench.directory(seeded.directory) });
    const endpointId = await addEndpoint(full, { url: bench.receiver.urlOf("in") });
    bench.part("with a million pending");
    await Bun.sleep(bench.size(5000, 500));
    const pendingIdle = (await full.memory()).resident;
    const events = bench.size(30_000, 500);
    const beside = await runLoad(bench, full, { events, endpointId });
    const pendingPeak = (await full.memory()).peak;
    await full.kill();
    return {
      ledger: addLedgers([load.ledger, beside.ledger]),
      figures: {
        idle: figure("idle, after the start", idle / 1e6, "MB"),
        load: figure("under full load, most", peak / 1e6, "MB"),
        after: figure("ten seconds after the load", after / 1e6, "MB"),
        pendingIdle: figure("a million pending, nothing published", pendingIdle / 1e6, "MB"),
        pending: figure("a million pending, publishing at full speed, most", pendingPeak / 1e6, "MB"),
      },
    };
  },
};
