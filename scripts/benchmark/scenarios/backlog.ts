import { figure } from "../figure.ts";
import type { Scenario } from "../scenario.ts";
import { pendingMillion } from "../seeded-data.ts";
import { compareWithEmpty } from "./beside-empty.ts";

/** A million deliveries wait for receivers that hang: new events to another endpoint must not feel it. */
export const backlog: Scenario = {
  name: "backlog",
  summary: "publish rate with 1,000,000 deliveries pending against an empty file; memory; then the draining",
  seconds: 130,
  async run(bench) {
    const seeded = await pendingMillion(bench);
    bench.part("copying the file");
    const directory = bench.directory(seeded.directory);
    await bench.receiver.wish({ isHolding: true });
    const posthorn = await bench.start({ directory });
    const pendingBefore = await posthorn.pending();
    const { ledger, figures } = await compareWithEmpty(bench, posthorn);
    const { peak } = await posthorn.memory();
    // Some arrivals of the backlog, counted as nobody's: how fast it goes once the receivers are back.
    bench.part("the receivers are back: draining");
    await bench.receiver.wish({ isHolding: false });
    await bench.receiver.count({ first: seeded.firstEvent, count: seeded.events, endpoints: 10 });
    const drainSeconds = bench.size(20, 2);
    // The attempts that hang now end first.
    await bench.receiver.waitForFirst();
    const before = await bench.receiver.state();
    await Bun.sleep(drainSeconds * 1000);
    const drained = (await bench.receiver.state()).filled - before.filled;
    const { peak: peakWhileDraining } = await posthorn.memory();
    await posthorn.kill();
    return {
      ledger,
      figures: {
        ...figures,
        pending: figure("pending at the start", pendingBefore, "count"),
        memory: figure("resident memory while publishing, most", peak / 1e6, "MB"),
        drained: figure("once the receivers are back: deliveries", drained / drainSeconds, "/s"),
        memoryDraining: figure("resident memory with that, most", peakWhileDraining / 1e6, "MB"),
      },
    };
  },
};
