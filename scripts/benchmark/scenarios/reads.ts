import { type Distribution, distributionOf } from "../distribution.ts";
import { addEndpoint } from "../endpoints.ts";
import { type Figure, figure } from "../figure.ts";
import { addLedgers } from "../ledger.ts";
import { runLoad, warmUp } from "../load.ts";
import type { Posthorn } from "../posthorn.ts";
import type { Scenario } from "../scenario.ts";
import { deliveredHistory } from "../seeded-data.ts";

/** Each is asked for ten times a second. */
const readsPerSecond = 10;

/** Somebody looks at lists and charts while events are published at full speed. */
export const reads: Scenario = {
  name: "reads",
  summary: "lists and statistics while publishing at full speed: how long they take, and what they cost",
  seconds: 60,
  async run(bench) {
    const seeded = await deliveredHistory(bench, bench.size(600_000, 3000));
    const posthorn = await bench.start({ directory: seeded.directory });
    const endpointId = await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    await warmUp(bench, posthorn, { endpointId });
    const load = { events: bench.size(50_000, 500), endpointId };
    bench.part("publishing without reads");
    const alone = await runLoad(bench, posthorn, load);
    bench.part("publishing with reads");
    const reading = readAgainAndAgain(posthorn, endpointId);
    const beside = await runLoad(bench, posthorn, load);
    const times = await reading.stop();
    return {
      ledger: addLedgers([alone.ledger, beside.ledger]),
      figures: {
        alone: figure("delivered without reads", alone.deliveredPerSecond, "/s"),
        beside: figure("delivered with 60 reads a second", beside.deliveredPerSecond, "/s"),
        ratio: figure("ratio of the two", beside.deliveredPerSecond / alone.deliveredPerSecond, "ratio"),
        ...Object.assign({}, ...[...times].map(([name, time]) => figuresOf(name, time))),
      },
    };
  },
};

function figuresOf(name: string, { p50, p99 }: Distribution): Record<string, Figure> {
  return {
    [`${name} p50`]: figure(`GET ${name}, p50`, p50, "ms"),
    [`${name} p99`]: figure(`GET ${name}, p99`, p99, "ms"),
  };
}

/** Open loop as well: a read is timed from the moment it was due. */
function readAgainAndAgain(
  posthorn: Posthorn,
  endpointId: string,
): { stop(): Promise<Map<string, Distribution>> } {
  const routes: readonly [name: string, path: string][] = [
    ["/deliveries", "/deliveries?limit=50"],
    ["/attempts of an endpoint", `/attempts?endpointId=${endpointId}`],
    ["/attempts that failed", "/attempts?outcome=timeout"],
    ["/events", "/events?limit=100"],
    ["/stats by type", "/stats?of=deliveries&interval=hour&groupBy=eventType"],
    ["/endpoints/:id", `/endpoints/${endpointId}`],
  ];
  let isStopped = false;
  const readOne = async ([name, path]: readonly [string, string]): Promise<[string, Distribution]> => {
    const times: number[] = [];
    for (let due = performance.now(); !isStopped; due += 1000 / readsPerSecond) {
      await Bun.sleep(Math.max(0, due - performance.now()));
      await posthorn.call("GET", path);
      times.push(performance.now() - due);
    }
    return [name, distributionOf(times)];
  };
  const all = Promise.all(routes.map(readOne));
  return {
    async stop() {
      isStopped = true;
      return new Map(await all);
    },
  };
}
