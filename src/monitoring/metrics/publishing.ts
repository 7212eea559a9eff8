import type { BatchResult } from "../../store/event-verbs.ts";
import { Counter } from "./instruments.ts";
import { counter, type MetricFamily } from "./metric-family.ts";

/** What producers publish. */
export function createPublishingMetrics() {
  const accepted = new Counter();
  const duplicate = new Counter();
  const refused = new Counter();
  const meter = {
    published(event: { duplicate: boolean }): void {
      if (event.duplicate) duplicate.add();
      else accepted.add();
    },
    publishedBatch(results: readonly BatchResult[]): void {
      for (const result of results) {
        if ("refusal" in result) refused.add();
        else meter.published(result.published);
      }
    },
  };
  const families: MetricFamily[] = [
    counter("posthorn_events_accepted_total", "Events that were published and are on disk", accepted),
    counter(
      "posthorn_events_duplicate_total",
      "Events that were published again with an id that was taken: nothing was stored or sent",
      duplicate,
    ),
    counter(
      "posthorn_batch_events_refused_total",
      "Events of batches that were refused while others of their batch were taken",
      refused,
    ),
  ];
  return { meter, families };
}
