import { addEndpoint } from "../endpoints.ts";
import { type Figure, figure } from "../figure.ts";
import { addLedgers, type Ledger } from "../ledger.ts";
import { type LoadResult, runLoad, type Summary, summaryOf, warmUp } from "../load.ts";
import type { Posthorn } from "../posthorn.ts";
import type { Workbench } from "../workbench.ts";

/** Publishing into a full file and into an empty one. */
export interface Comparison {
  ledger: Ledger;
  figures: Record<string, Figure>;
}

/**
 * Publishes at full speed to a program with an empty file and to one with a full one, in turn, so that a busy minute of
 * the machine hits both. Both run all the time; the one whose turn it is not has next to nothing to do.
 */
export async function compareWithEmpty(bench: Workbench, full: Posthorn): Promise<Comparison> {
  const empty = await bench.start();
  const sides = [];
  for (const posthorn of [empty, full]) {
    const endpointId = await addEndpoint(posthorn, { url: bench.receiver.urlOf("in") });
    await warmUp(bench, posthorn, { endpointId });
    sides.push({ posthorn, endpointId, results: [] as LoadResult[] });
  }
  const rounds = bench.size(3, 1);
  for (let round = 1; round <= rounds; round++) {
    bench.part(`round ${round} of ${rounds}: publishing to an empty file, then to the full one`);
    for (const { posthorn, endpointId, results } of sides) {
      results.push(await runLoad(bench, posthorn, { events: bench.size(25_000, 300), endpointId }));
    }
  }
  const [toEmpty, toFull] = sides.map(({ results }) => summaryOf(results)) as [Summary, Summary];
  await empty.stop();
  return {
    ledger: addLedgers([toEmpty.ledger, toFull.ledger]),
    figures: {
      acceptedEmpty: figure("empty file: accepted", toEmpty.acceptedPerSecond, "/s"),
      deliveredEmpty: figure("empty file: delivered and recorded", toEmpty.deliveredPerSecond, "/s"),
      cpuEmpty: figure("empty file: processor time per event", toEmpty.cpuMicroseconds, "µs"),
      accepted: figure("full file: accepted", toFull.acceptedPerSecond, "/s"),
      delivered: figure("full file: delivered and recorded", toFull.deliveredPerSecond, "/s"),
      cpu: figure("full file: processor time per event", toFull.cpuMicroseconds, "µs"),
      spread: figure("full file: spread of the rounds", toFull.spreadPercent, "%"),
      ratio: figure(
        "ratio of the publish rates",
        toFull.acceptedPerSecond / toEmpty.acceptedPerSecond,
        "ratio",
      ),
      cpuRatio: figure(
        "ratio of the processor times",
        toFull.cpuMicroseconds / toEmpty.cpuMicroseconds,
        "ratio",
      ),
    },
  };
}
