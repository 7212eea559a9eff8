import { type RequestVerdict, requestVerdict } from "../../domain/source.ts";
import { Counter, countersFor } from "./instruments.ts";
import { counter, countersBy, type MetricFamily } from "./metric-family.ts";

/** What arrives at sources. */
export function createSourceMetrics() {
  const byVerdict = countersFor(requestVerdict.options);
  const events = new Counter();
  const meter = {
    received(verdict: RequestVerdict, eventCount: number): void {
      byVerdict[verdict].add();
      events.add(eventCount);
    },
  };
  const families: MetricFamily[] = [
    countersBy("posthorn_source_requests_total", "Requests to sources, by what became of them", {
      label: "verdict",
      counters: byVerdict,
    }),
    counter("posthorn_source_events_total", "Events that sources made and that are on disk", events),
  ];
  return { meter, families };
}
