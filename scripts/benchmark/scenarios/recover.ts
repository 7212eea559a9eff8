import { distributionOf } from "../distribution.ts";
import { addEndpoint } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { addLedgers, balance } from "../ledger.ts";
import { runLoad, warmUp } from "../load.ts";
import type { Posthorn } from "../posthorn.ts";
import { preciseNow } from "../precise-clock.ts";
import type { Scenario } from "../scenario.ts";
import { failedDeliveries } from "../seeded-data.ts";

/** An endpoint's missed events are sent again while others get new ones. */
export const recover: Scenario = {
  name: "recover",
  summary: "100,000 failed deliveries recovered: their rate, and the latency of new events meanwhile",
  seconds: 70,
  async run(bench) {
    const { receiver } = bench;
    const seeded = await failedDeliveries(bench, bench.size(100_000, 1000));
    const posthorn = await bench.start({ directory: seeded.directory });
    const endpointId = await addEndpoint(posthorn, { url: receiver.urlOf("in") });
    await warmUp(bench, posthorn, { endpointId });
    bench.part("recovering");
    await receiver.count({ first: seeded.firstEvent, count: seeded.events, endpoints: 1 });
    const startedAt = preciseNow();
    const taskId = await startRecovery(posthorn, seeded.endpointIds[0] ?? "");
    await receiver.waitForFilled(seeded.events);
    const seconds = (preciseNow() - startedAt) / 1000;
    const recovered = balance(new Float64Array(seeded.events).fill(startedAt), await receiver.arrivals(), 1);
    const { progress } = (await posthorn.call("GET", `/tasks/${taskId}`)) as {
      progress: { queued: number };
    };
    await posthorn.stop();

    const second = await failedDeliveries(bench, bench.size(100_000, 1000));
    const busy = await bench.start({ directory: second.directory });
    const otherId = await addEndpoint(busy, { url: receiver.urlOf("in") });
    await warmUp(bench, busy, { endpointId: otherId });
    bench.part("500 new events a second without a recovery");
    const load = { events: bench.size(5000, 200), perSecond: 500, endpointId: otherId };
    const alone = await runLoad(bench, busy, load);
    bench.part("500 new events a second while recovering");
    await startRecovery(busy, second.endpointIds[0] ?? "");
    const beside = await runLoad(bench, busy, load);
    const left = await busy.pending(second.endpointIds[0]);
    await busy.stop();
    const [without, during] = [distributionOf(alone.waits), distributionOf(beside.waits)];
    return {
      ledger: addLedgers([recovered, alone.ledger, beside.ledger]),
      figures: {
        recovered: figure("recovered", progress.queued, "count"),
        rate: figure("recovered and delivered", recovered.arrived / seconds, "/s"),
        p50Alone: figure("new events, no recovery: due until arrival, p50", without.p50, "ms"),
        p99Alone: figure("new events, no recovery: p99", without.p99, "ms"),
        p50: figure("new events during a recovery: p50", during.p50, "ms"),
        p99: figure("new events during a recovery: p99", during.p99, "ms"),
        left: figure("of the recovery queued at their end", left, "count"),
      },
    };
  },
};

async function startRecovery(posthorn: Posthorn, endpointId: string): Promise<string> {
  const since = new Date(Date.now() - 24 * 3600 * 1000).toISOString();
  return String((await posthorn.call("POST", `/endpoints/${endpointId}/recover`, { since })).id);
}
