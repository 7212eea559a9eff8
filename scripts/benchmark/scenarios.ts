import { balance, type Ledger, percentile } from "./ledger.ts";
import { type Posthorn, publish, type Receiver, runBareLoop } from "./processes.ts";

/** A scenario's figures, by name; the ledger must balance, else they count for nothing. */
export interface Figures {
  ledger: Ledger;
  values: Record<string, number>;
}

export type Scenario = (posthorn: Posthorn, receiver: Receiver) => Promise<Figures>;

const dataBytes = 500;

/** One POST per event over 64 connections, as fast as the answers come. */
const throughput: Scenario = async (posthorn, receiver) => {
  const events = 60_000;
  const bare = await runBareLoop(receiver.url, 60_000, dataBytes);
  await receiver.reset();
  const report = await publish(orderFor(posthorn, { events, connections: 64, perSecond: null }));
  const accepted = report.acceptedAtMs.filter((at) => at > 0).length;
  await receiver.waitForTotal(accepted, 60_000);
  const arrivals = await receiver.arrivals();
  const startedAt = Math.min(...firstOf(report.dueAtMs));
  const endedAt = arrivals.firstAtMs.reduce((latest, at) => Math.max(latest, at ?? 0), 0);
  const delivered = accepted / ((endedAt - startedAt) / 1000);
  return {
    ledger: balance(report.acceptedAtMs, arrivals),
    values: {
      "accepted per second": accepted / report.seconds,
      "published, delivered and recorded per second": delivered,
      "bare signed-fetch loop per second": bare,
      "ratio to the bare loop": delivered / bare,
      "resident memory MB": (await posthorn.residentBytes()) / 1e6,
    },
  };
};

/** Open loop at 1,000 events a second: from the moment an event was due to its arrival. */
const latency: Scenario = (posthorn, receiver) =>
  timed(posthorn, receiver, { events: 15_000, perSecond: 1000 });

/** An idle instance: one event every 20 ms. */
const idle: Scenario = (posthorn, receiver) => timed(posthorn, receiver, { events: 200, perSecond: 50 });

async function timed(
  posthorn: Posthorn,
  receiver: Receiver,
  load: { events: number; perSecond: number },
): Promise<Figures> {
  const report = await publish(orderFor(posthorn, { ...load, connections: 64 }));
  await receiver.waitForTotal(load.events - report.refused, 30_000);
  const arrivals = await receiver.arrivals();
  const waits = report.dueAtMs
    .flatMap((due, n) => (arrivals.firstAtMs[n] ? [arrivals.firstAtMs[n] - due] : []))
    .sort((a, b) => a - b);
  return {
    ledger: balance(report.acceptedAtMs, arrivals),
    values: {
      "due to arrival p50 ms": percentile(waits, 0.5),
      "due to arrival p99 ms": percentile(waits, 0.99),
      "due to arrival max ms": waits.at(-1) ?? 0,
    },
  };
}

function orderFor(
  posthorn: Posthorn,
  load: { events: number; connections: number; perSecond: number | null },
) {
  return { url: `${posthorn.url}/api/v1/events`, key: posthorn.key, dataBytes, ...load };
}

function firstOf(dueAtMs: readonly number[]): number[] {
  return dueAtMs.slice(0, 64);
}

/** Every scenario by its name on the command line. */
export const scenarios: Record<string, Scenario> = { throughput, latency, idle };
