import { mean } from "../distribution.ts";
import { addEndpoint } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { balance, type Ledger } from "../ledger.ts";
import { defaultType, warmUp } from "../load.ts";
import type { Posthorn } from "../posthorn.ts";
import { preciseNow } from "../precise-clock.ts";
import { startPublisher } from "../publisher-process.ts";
import type { Receiver } from "../receiver-process.ts";
import type { Scenario } from "../scenario.ts";
import { pendingMillion } from "../seeded-data.ts";
import { dataBytes, type Workbench } from "../workbench.ts";

/** How long nothing is delivered: at a start, with a backlog, after a crash. */
export const restart: Scenario = {
  name: "restart",
  summary:
    "start empty; with a million pending until the first attempt; after kill -9 under load until delivering",
  seconds: 75,
  async run(bench) {
    bench.part("starting empty");
    const emptyStarts: number[] = [];
    for (let n = 0; n < bench.size(5, 2); n++) {
      const posthorn = await bench.start();
      emptyStarts.push(posthorn.startMs / 1000);
      await posthorn.stop();
    }
    const pendingStarts = await startsWithPending(bench);
    const killed = await killUnderLoad(bench);
    return {
      ledger: killed.ledger,
      figures: {
        emptyStart: figure("start empty until the API answers, mean", mean(emptyStarts), "s"),
        emptyStartMax: figure("the slowest of these", Math.max(...emptyStarts), "s"),
        pendingStart: figure(
          "start with a million pending until the first attempt, mean",
          mean(pendingStarts),
          "s",
        ),
        pendingStartMax: figure("the slowest of these", Math.max(...pendingStarts), "s"),
        afterKill: figure(
          "restarted after kill -9, until delivering again, slowest",
          Math.max(...killed.gaps),
          "s",
        ),
        afterKillMean: figure("the mean of these", mean(killed.gaps), "s"),
        unanswered: figure("requests whose answer the kills took", killed.unanswered, "count"),
      },
    };
  },
};

/** From the start of the process until a receiver has its first request. */
async function startsWithPending(bench: Workbench): Promise<number[]> {
  const seeded = await pendingMillion(bench);
  const directory = bench.directory(seeded.directory);
  await bench.receiver.wish({ isHolding: true });
  const seconds: number[] = [];
  for (let n = 0; n < bench.size(3, 1); n++) {
    bench.part("starting with a million pending");
    await bench.receiver.count({ first: 0, count: 0, endpoints: 1 });
    const posthorn = await bench.start({ directory });
    const firstAtMs = await bench.receiver.waitForFirst();
    seconds.push((firstAtMs - posthorn.startedAtMs) / 1000);
    await posthorn.kill();
  }
  return seconds;
}

/** Publishes without a pause while the program is killed and started again, at once. */
async function killUnderLoad(
  bench: Workbench,
): Promise<{ ledger: Ledger; gaps: number[]; unanswered: number }> {
  const { receiver } = bench;
  let posthorn: Posthorn = await bench.start();
  const { directory, port } = posthorn;
  await addEndpoint(posthorn, { url: receiver.urlOf("in") });
  await warmUp(bench, posthorn);
  const rounds = bench.size(3, 1);
  const secondsEach = bench.size(5, 2);
  const events = rounds * secondsEach * 40_000;
  const firstEvent = bench.numbers(events);
  await receiver.count({ first: firstEvent, count: events, endpoints: 1 });
  const publisher = startPublisher({
    url: posthorn.url,
    key: posthorn.key,
    firstEvent,
    events,
    eventsPerRequest: null,
    connections: 64,
    perSecond: null,
    type: defaultType,
    dataBytes,
    endpointIds: null,
  });
  const gaps: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    await Bun.sleep(secondsEach * 1000);
    bench.part(`kill -9 under load, ${round} of ${rounds}`);
    await posthorn.kill();
    const filled = await filledWhenStill(receiver);
    posthorn = await bench.start({ directory, port });
    await receiver.waitForFilled(filled + 1);
    gaps.push((preciseNow() - posthorn.startedAtMs) / 1000);
  }
  await Bun.sleep(secondsEach * 1000);
  bench.part("letting everything arrive");
  publisher.stop();
  const report = await publisher.report;
  const accepted = report.acceptedAtMs.reduce((sum, at) => sum + (at > 0 ? 1 : 0), 0);
  await receiver.waitForFilled(accepted);
  while ((await posthorn.pending()) > 0) await Bun.sleep(50);
  const ledger = balance(report.acceptedAtMs, await receiver.arrivals(), 1);
  await posthorn.stop();
  return { ledger, gaps, unanswered: report.unanswered };
}

/** What was on its way when the program died is not what it delivers when it is back. */
async function filledWhenStill(receiver: Receiver): Promise<number> {
  for (let before = -1; ; ) {
    const { filled } = await receiver.state();
    if (filled === before) return filled;
    before = filled;
    await Bun.sleep(50);
  }
}
