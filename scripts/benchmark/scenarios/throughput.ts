import { mean } from "../distribution.ts";
import { addEndpoint } from "../endpoints.ts";
import { figure, type ScenarioResult } from "../figure.ts";
import { type Load, repeatLoad, warmUp } from "../load.ts";
import type { Scenario } from "../scenario.ts";
import type { Workbench } from "../workbench.ts";

/** One POST an event, as fast as the answers come. */
export const throughput: Scenario = {
  name: "throughput",
  summary: "one POST an event over 64 connections: events published, delivered and recorded per second",
  seconds: 30,
  run: (bench) => measure(bench, { events: bench.size(60_000, 500) }),
};

/** The same events, a hundred in a request. */
export const batch: Scenario = {
  name: "batch",
  summary: "the same through POST /events/batch, 100 events a request, 8 connections",
  seconds: 30,
  run: (bench) =>
    measure(bench, { events: bench.size(100_000, 1000), eventsPerRequest: 100, connections: 8 }),
};

/** Two rounds, with the bare loop before and after them. */
async function measure(bench: Workbench, load: Load): Promise<ScenarioResult> {
  const posthorn = await bench.start();
  await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
  await warmUp(bench, posthorn, {
    ...load,
    events: Math.min(load.events, bench.size(10_000, 200)),
  });
  bench.part("bare loop");
  const bareBefore = await bench.bareLoop();
  const rounds = await repeatLoad(bench, posthorn, load, 2);
  bench.part("bare loop again");
  const bare = mean([bareBefore, await bench.bareLoop()]);
  const { peak } = await posthorn.memory();
  return {
    ledger: rounds.ledger,
    figures: {
      accepted: figure("accepted", rounds.acceptedPerSecond, "/s"),
      delivered: figure("published, delivered and recorded", rounds.deliveredPerSecond, "/s"),
      spread: figure("spread of the two rounds", rounds.spreadPercent, "%"),
      bare: figure("bare signed-fetch loop", bare, "/s"),
      ratio: figure("ratio to the bare loop", rounds.deliveredPerSecond / bare, "ratio"),
      cpu: figure("processor time per event, all threads", rounds.cpuMicroseconds, "µs"),
      memory: figure("resident memory, most", peak / 1e6, "MB"),
    },
  };
}
