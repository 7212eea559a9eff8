import type { EndpointKey, NewWork } from "./new-work.ts";

export interface CongestionVerbs {
  /** Endpoints that became congested since it was noted, and those of which that was noted and that are no more. */
  findCongestionChanges(nowMs: number): Promise<{ begun: EndpointKey[]; ended: EndpointKey[] }>;
  /**
   * Notes that an endpoint is congested, and tells of it with an operational event, as one. Null when it is noted
   * already, or when it is disabled, paused or gone by now.
   */
  beginCongestion(
    endpoint: EndpointKey,
    nowMs: number,
  ): Promise<{ endpointId: string; work: NewWork } | null>;
  endCongestion(endpoint: EndpointKey): Promise<void>;
}
