import { distributionOf } from "../distribution.ts";
import { addEndpoint } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { runLoad, warmUp } from "../load.ts";
import type { Scenario } from "../scenario.ts";

/** What a single event waits for when there is nothing else to do. */
export const idle: Scenario = {
  name: "idle",
  summary: "one event every 20 ms: how long until it arrives",
  seconds: 15,
  async run(bench) {
    const posthorn = await bench.start();
    await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    await warmUp(bench, posthorn);
    bench.part("50 events a second");
    const { ledger, waits } = await runLoad(bench, posthorn, {
      events: bench.size(500, 50),
      perSecond: 50,
    });
    const { p50, p99, max } = distributionOf(waits);
    return {
      ledger,
      figures: {
        p50: figure("due until arrival, p50", p50, "ms"),
        p99: figure("due until arrival, p99", p99, "ms"),
        max: figure("due until arrival, longest", max, "ms"),
      },
    };
  },
};
