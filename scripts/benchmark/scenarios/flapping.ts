import { distributionOf } from "../distribution.ts";
import { addEndpoint, addEndpoints } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { addLedgers } from "../ledger.ts";
import { runLoad, warmUp } from "../load.ts";
import type { Scenario } from "../scenario.ts";

/** Endpoints that fail for two seconds and work for two: everything arrives in the end, and others do not notice. */
export const flapping: Scenario = {
  name: "flapping",
  summary: "100 endpoints that fail and recover every two seconds, beside one that is well",
  seconds: 55,
  async run(bench) {
    const posthorn = await bench.start();
    const wellId = await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    const flapping = bench.size(100, 10);
    await addEndpoints(posthorn, flapping, (index) => ({
      url: bench.receiver.urlOf("flap", index),
      eventTypes: ["flap.event"],
    }));
    await warmUp(bench, posthorn);
    bench.part("10 events a second to all that flap");
    const troubled = await runLoad(bench, posthorn, {
      events: bench.size(200, 10),
      perSecond: 10,
      type: "flap.event",
      endpoints: flapping,
    });
    const { requests } = await bench.receiver.state();
    bench.part("the same, and 500 events a second to the one that is well");
    const stop = flapMeanwhile(posthorn);
    const well = await runLoad(bench, posthorn, {
      events: bench.size(7500, 200),
      perSecond: 500,
      endpointId: wellId,
    });
    await stop();
    await posthorn.kill();
    const { p50, p99 } = distributionOf(well.waits);
    return {
      ledger: addLedgers([troubled.ledger, well.ledger]),
      figures: {
        delivered: figure("deliveries to those that flap, all arrived", troubled.ledger.arrived, "count"),
        attempts: figure("attempts that it took, for each", requests / troubled.ledger.arrived, "ratio"),
        seconds: figure(
          "until the last had arrived",
          troubled.ledger.arrived / troubled.deliveredPerSecond,
          "s",
        ),
        p50: figure("to the one that is well: due until arrival, p50", p50, "ms"),
        p99: figure("to the one that is well: p99", p99, "ms"),
      },
    };
  },
};

/** Ten events a second until it is stopped; what they become is not counted. */
function flapMeanwhile(posthorn: {
  call(method: string, path: string, body: unknown): Promise<unknown>;
}): () => Promise<void> {
  let isStopped = false;
  const made = (async () => {
    while (!isStopped) {
      await posthorn.call("POST", "/events", { type: "flap.event", data: {} });
      await Bun.sleep(100);
    }
  })();
  return () => {
    isStopped = true;
    return made;
  };
}
