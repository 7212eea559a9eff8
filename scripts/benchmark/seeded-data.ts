import { join } from "node:path";
import { addEndpoint, addEndpoints } from "./endpoints.ts";
import { runLoad } from "./load.ts";
import type { Posthorn } from "./posthorn.ts";
import { multiplyEvent } from "./seed.ts";
import { dataBytes, type Workbench } from "./workbench.ts";

/** A stopped program's directory. Copy it, if it is needed again. */
export interface SeededData {
  directory: string;
  endpointIds: readonly string[];
  /** Events in it, by their numbers. */
  firstEvent: number;
  events: number;
}

/**
 * A million deliveries that are due, to ten endpoints, at the receiver's path `held`. Made once for all scenarios.
 * Nobody answers while it is made: as if the receiver had been down.
 */
export function pendingMillion(bench: Workbench): Promise<SeededData> {
  return bench.shared("pending", async () => {
    const events = bench.size(1_000_000, 2000);
    bench.part(`writing ${events.toLocaleString("en")} pending deliveries`);
    await bench.receiver.wish({ isHolding: true });
    const posthorn = await bench.start();
    const endpointIds = await addEndpoints(posthorn, 10, (index) => ({
      url: bench.receiver.urlOf("held", index),
      eventTypes: ["backlog.event"],
    }));
    const firstEvent = bench.numbers(events);
    await publishExample(posthorn, "backlog.event");
    // The end that leaves attempts under way unrecorded.
    await posthorn.kill();
    multiplyEvent(join(posthorn.directory, "data"), { count: events, firstEvent });
    return { directory: posthorn.directory, endpointIds, firstEvent, events };
  });
}

/** Events that were delivered long ago, three rows each: the event, its delivery and the attempt. */
export async function deliveredHistory(bench: Workbench, rows: number): Promise<SeededData> {
  bench.part(`writing ${rows.toLocaleString("en")} rows of history`);
  const events = Math.round(rows / 3);
  const posthorn = await bench.start();
  const endpointId = await addEndpoint(posthorn, {
    url: bench.receiver.urlOf("in"),
    eventTypes: ["history.event"],
  });
  await runLoad(bench, posthorn, { events: 1, type: "history.event" });
  await posthorn.stop();
  const firstEvent = bench.numbers(events);
  multiplyEvent(join(posthorn.directory, "data"), { count: events, firstEvent });
  return { directory: posthorn.directory, endpointIds: [endpointId], firstEvent, events };
}

/** Deliveries that failed for good at the receiver's path `fail`. */
export async function failedDeliveries(bench: Workbench, events: number): Promise<SeededData> {
  bench.part(`writing ${events.toLocaleString("en")} failed deliveries`);
  await bench.receiver.wish({ isFailing: true });
  const posthorn = await bench.start();
  const endpointId = await addEndpoint(posthorn, {
    url: bench.receiver.urlOf("fail"),
    eventTypes: ["failed.event"],
    delaysSeconds: [],
  });
  await publishExample(posthorn, "failed.event");
  while ((await posthorn.pending()) > 0) await Bun.sleep(10);
  await posthorn.stop();
  await bench.receiver.wish({ isFailing: false });
  const firstEvent = bench.numbers(events);
  multiplyEvent(join(posthorn.directory, "data"), { count: events, firstEvent });
  return { directory: posthorn.directory, endpointIds: [endpointId], firstEvent, events };
}

async function publishExample(posthorn: Posthorn, type: string): Promise<void> {
  const filler = "x".repeat(dataBytes - '{"filler":""}'.length);
  await posthorn.call("POST", "/events", { type, data: { filler } });
}
