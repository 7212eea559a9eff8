import { distributionOf, percentile } from "../distribution.ts";
import { addEndpoint } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { runLoad, warmUp } from "../load.ts";
import { measureFsync } from "../machine.ts";
import type { Scenario } from "../scenario.ts";

/** Open loop: each event is timed from the moment it was due. */
export const latency: Scenario = {
  name: "latency",
  summary: "1,000 events a second, open loop: how long until they arrive",
  seconds: 35,
  async run(bench) {
    const posthorn = await bench.start();
    await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    const fsync = measureFsync(posthorn.directory);
    await warmUp(bench, posthorn);
    bench.part("1,000 events a second");
    const result = await runLoad(bench, posthorn, { events: bench.size(20_000, 500), perSecond: 1000 });
    const { p50, p99, max } = distributionOf(result.waits);
    const { report } = result;
    const untilAccepted = Float64Array.from(report.acceptedAtMs, (at, n) =>
      at > 0 ? at - (report.dueAtMs[n] ?? 0) : Number.NaN,
    ).filter((wait) => !Number.isNaN(wait));
    return {
      ledger: result.ledger,
      figures: {
        p50: figure("due until arrival, p50", p50, "ms"),
        p99: figure("due until arrival, p99", p99, "ms"),
        p999: figure("due until arrival, p99.9", percentile(result.waits.sort(), 0.999), "ms"),
        max: figure("due until arrival, longest", max, "ms"),
        accepted: figure("due until the 202, p99", distributionOf(untilAccepted).p99, "ms"),
        late: figure("the publisher's own lateness, longest", report.longestLateMs, "ms"),
        fsync: figure("fsync of 4 KiB here, p50", fsync.p50, "ms"),
        fsync99: figure("fsync of 4 KiB here, p99", fsync.p99, "ms"),
        cpu: figure("processor time per event, all threads", result.cpuMicroseconds, "µs"),
      },
    };
  },
};
