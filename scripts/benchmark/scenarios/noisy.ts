import { distributionOf } from "../distribution.ts";
import { addEndpoint, addEndpoints } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { addLedgers } from "../ledger.ts";
import { type LoadResult, runLoad, warmUp } from "../load.ts";
import type { Posthorn } from "../posthorn.ts";
import type { Scenario } from "../scenario.ts";
import type { Workbench } from "../workbench.ts";

const timeoutSeconds = 5;

/** The latency of a good endpoint beside many that hang until their timeout, again and again. */
export const noisy: Scenario = {
  name: "noisy",
  summary: "1,000 events a second to one endpoint while 1,000 others hang until their timeout",
  seconds: 75,
  async run(bench) {
    const quiet = await bench.start();
    const quietId = await addEndpoint(quiet, { url: bench.receiver.urlOf("in") });
    await warmUp(bench, quiet);
    bench.part("without the others");
    const alone = await measure(bench, quiet, quietId);
    await quiet.stop();

    const posthorn = await bench.start();
    const endpointId = await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    const hanging = bench.size(1000, 20);
    bench.part(`adding ${hanging} endpoints that hang`);
    await addEndpoints(posthorn, hanging, (index) => ({
      url: bench.receiver.urlOf("hang", index),
      eventTypes: ["noise.event"],
      timeoutSeconds,
    }));
    await warmUp(bench, posthorn, { endpointId });
    // Each of them has work from here to the end: a first attempt every two seconds, and the retries of those before.
    const noise = makeNoise(posthorn);
    bench.part("letting the others hang");
    await Bun.sleep(bench.size((timeoutSeconds + 3) * 1000, 1000));
    bench.part("with the others hanging");
    const beside = await measure(bench, posthorn, endpointId);
    const { requests } = await bench.receiver.state();
    await noise.stop();
    // Attempts under way would take their timeout to end.
    await posthorn.kill();
    const [without, withOthers] = [distributionOf(alone.waits), distributionOf(beside.waits)];
    return {
      ledger: addLedgers([alone.ledger, beside.ledger]),
      figures: {
        p50Alone: figure("without the others: due until arrival, p50", without.p50, "ms"),
        p99Alone: figure("without the others: p99", without.p99, "ms"),
        p50: figure("with the others hanging: p50", withOthers.p50, "ms"),
        p99: figure("with the others hanging: p99", withOthers.p99, "ms"),
        max: figure("with the others hanging: longest", withOthers.max, "ms"),
        ratio: figure("ratio of the two p99", withOthers.p99 / without.p99, "ratio"),
        hung: figure("attempts at the others meanwhile", requests - beside.ledger.arrived, "count"),
      },
    };
  },
};

function measure(bench: Workbench, posthorn: Posthorn, endpointId: string): Promise<LoadResult> {
  return runLoad(bench, posthorn, { events: bench.size(20_000, 500), perSecond: 1000, endpointId });
}

/** One event to all of them every two seconds. */
function makeNoise(posthorn: Posthorn): { stop(): Promise<void> } {
  let isStopped = false;
  const made = (async () => {
    while (!isStopped) {
      await posthorn.call("POST", "/events", { type: "noise.event", data: {} });
      await Bun.sleep(2000);
    }
  })();
  return {
    stop() {
      isStopped = true;
      return made;
    },
  };
}
