import { spreadPercent, waitsOf } from "./distribution.ts";
import { addLedgers, balance, type Ledger } from "./ledger.ts";
import type { Posthorn } from "./posthorn.ts";
import { type PublisherReport, startPublisher } from "./publisher-process.ts";
import { dataBytes, type Workbench } from "./workbench.ts";

/** What is published. */
export interface Load {
  events: number;
  /** Open loop; absent: as fast as the answers come. */
  perSecond?: number;
  connections?: number;
  eventsPerRequest?: number;
  type?: string;
  /** To one of these each, in turn. */
  endpointIds?: readonly string[];
  /** How many endpoints of the receiver each event goes to; default 1. */
  endpoints?: number;
  /** Whose deliveries are waited for; absent: all of them. */
  endpointId?: string;
  /** How long nothing may arrive before the rest counts as lost, ms. */
  patienceMs?: number;
}

/** What came of it. */
export interface LoadResult {
  ledger: Ledger;
  report: PublisherReport;
  acceptedPerSecond: number;
  /** Deliveries per second, from the first event's due time until the last one was recorded. */
  deliveredPerSecond: number;
  /** Of the program, all threads, for each delivery. */
  cpuMicroseconds: number;
  /** From each event's due time until it arrived, ms. */
  waits: Float64Array;
}

export const defaultType = "bench.event";

/** Publishes, waits until all has arrived and is recorded, and balances the ledger. */
export async function runLoad(bench: Workbench, posthorn: Posthorn, load: Load): Promise<LoadResult> {
  const { receiver } = bench;
  const { events, endpoints = 1 } = load;
  const first = bench.numbers(events);
  await receiver.count({ first, count: events, endpoints });
  const cpuBefore = await posthorn.cpuSeconds();
  const report = await publish(posthorn, load, first);
  const accepted = report.acceptedAtMs.reduce((sum, at) => sum + (at > 0 ? 1 : 0), 0);
  await receiver.waitForFilled(accepted * endpoints, load.patienceMs);
  await waitUntilRecorded(posthorn, load.endpointId);
  const endedAtMs = performance.timeOrigin + performance.now();
  const cpu = (await posthorn.cpuSeconds()) - cpuBefore;
  const arrivals = await receiver.arrivals();
  const ledger = balance(report.acceptedAtMs, arrivals, endpoints);
  const deliveries = accepted * endpoints;
  return {
    ledger,
    report,
    acceptedPerSecond: accepted / report.seconds,
    deliveredPerSecond: deliveries / ((endedAtMs - (report.dueAtMs[0] ?? 0)) / 1000),
    cpuMicroseconds: (cpu / deliveries) * 1e6,
    waits:
      endpoints === 1
        ? waitsOf(report.dueAtMs, report.acceptedAtMs, arrivals.firstAtMs)
        : new Float64Array(0),
  };
}

/** Several loads of one kind: their mean, and how far apart they were. */
export async function repeatLoad(
  bench: Workbench,
  posthorn: Posthorn,
  load: Load,
  rounds: number,
): Promise<Summary> {
  const results: LoadResult[] = [];
  for (let round = 1; round <= rounds; round++) {
    bench.part(`round ${round} of ${rounds}: ${load.events.toLocaleString("en")} events`);
    results.push(await runLoad(bench, posthorn, load));
  }
  return summaryOf(results);
}

/** Results of one kind taken together. */
export interface Summary {
  ledger: Ledger;
  acceptedPerSecond: number;
  deliveredPerSecond: number;
  spreadPercent: number;
  cpuMicroseconds: number;
}

export function summaryOf(results: readonly LoadResult[]): Summary {
  const meanOf = (pick: (result: LoadResult) => number): number =>
    results.reduce((sum, result) => sum + pick(result), 0) / results.length;
  return {
    ledger: addLedgers(results.map((result) => result.ledger)),
    acceptedPerSecond: meanOf((result) => result.acceptedPerSecond),
    deliveredPerSecond: meanOf((result) => result.deliveredPerSecond),
    spreadPercent: spreadPercent(results.map((result) => result.deliveredPerSecond)),
    cpuMicroseconds: meanOf((result) => result.cpuMicroseconds),
  };
}

/** The program's compiler takes its time with what is new to it: what is measured comes after. */
export async function warmUp(bench: Workbench, posthorn: Posthorn, load: Partial<Load> = {}): Promise<void> {
  bench.part("warming up");
  await runLoad(bench, posthorn, { events: bench.size(5000, 200), ...load });
}

function publish(posthorn: Posthorn, load: Load, firstEvent: number): Promise<PublisherReport> {
  return startPublisher({
    url: posthorn.url,
    key: posthorn.key,
    firstEvent,
    events: load.events,
    eventsPerRequest: load.eventsPerRequest ?? null,
    connections: load.connections ?? 64,
    perSecond: load.perSecond ?? null,
    type: load.type ?? defaultType,
    dataBytes,
    endpointIds: load.endpointIds ?? null,
  }).report;
}

/** What has arrived is recorded a moment later. */
async function waitUntilRecorded(posthorn: Posthorn, endpointId: string | undefined): Promise<void> {
  const endAt = performance.now() + 10_000;
  while ((await posthorn.pending(endpointId)) > 0 && performance.now() < endAt) await Bun.sleep(10);
}
