import { mean } from "../distribution.ts";
import { addEndpoints } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { addLedgers } from "../ledger.ts";
import { repeatLoad, type Summary, warmUp } from "../load.ts";
import type { Scenario } from "../scenario.ts";
import type { Workbench } from "../workbench.ts";

/** One event to many endpoints of one receiver. */
export const fanout: Scenario = {
  name: "fanout",
  summary: "one event to 100 and to 10,000 endpoints: deliveries per second",
  seconds: 100,
  async run(bench) {
    const bareBefore = await bench.bareLoop();
    const hundred = await measure(bench, { endpoints: bench.size(100, 10), events: bench.size(600, 5) });
    const many = await measure(bench, { endpoints: bench.size(10_000, 50), events: bench.size(8, 2) });
    bench.part("bare loop");
    const bare = mean([bareBefore, await bench.bareLoop()]);
    return {
      ledger: addLedgers([hundred.ledger, many.ledger]),
      figures: {
        delivered100: figure("to 100 endpoints, deliveries", hundred.deliveredPerSecond, "/s"),
        spread100: figure("spread of the two rounds", hundred.spreadPercent, "%"),
        ratio100: figure("ratio to the bare loop", hundred.deliveredPerSecond / bare, "ratio"),
        cpu100: figure("processor time per delivery", hundred.cpuMicroseconds, "µs"),
        delivered10000: figure("to 10,000 endpoints, deliveries", many.deliveredPerSecond, "/s"),
        spread10000: figure("spread of the two rounds", many.spreadPercent, "%"),
        ratio10000: figure("ratio to the bare loop", many.deliveredPerSecond / bare, "ratio"),
        cpu10000: figure("processor time per delivery", many.cpuMicroseconds, "µs"),
        bare: figure("bare signed-fetch loop", bare, "/s"),
      },
    };
  },
};

async function measure(bench: Workbench, size: { endpoints: number; events: number }): Promise<Summary> {
  const posthorn = await bench.start();
  bench.part(`adding ${size.endpoints.toLocaleString("en")} endpoints`);
  await addEndpoints(posthorn, size.endpoints, (index) => ({ url: bench.receiver.urlOf("in", index) }));
  const load = { ...size, connections: 4 };
  await warmUp(bench, posthorn, { ...load, events: Math.ceil(bench.size(5000, 10) / size.endpoints) });
  const summary = await repeatLoad(bench, posthorn, load, 2);
  await posthorn.stop();
  return summary;
}
