import { RefusalRuns } from "../sources/refusal-runs.ts";
import { RefusedRequests } from "../sources/refused-requests.ts";
import type { SourceMeter } from "./source-meter.ts";

/** What is known of inbound requests beside what is stored. */
export interface InboundTraffic {
  refused: RefusedRequests;
  runs: RefusalRuns;
  meter: SourceMeter;
}

/** Nothing has been refused yet. */
export function newInboundTraffic(meter: SourceMeter): InboundTraffic {
  return { refused: new RefusedRequests(), runs: new RefusalRuns(), meter };
}
