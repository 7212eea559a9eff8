import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { CongestionVerbs } from "../store/congestion-verbs.ts";
import type { NewWork } from "../store/new-work.ts";
import { createRounds, type Rounds } from "./rounds.ts";

const everyMs = 30_000;

/** Tells when an endpoint becomes congested: its oldest due delivery has waited a minute for its pace or a slot. */
export function createCongestionWatch(options: {
  store: CongestionVerbs;
  clock: Clock;
  logger: Logger;
  nudge(work: NewWork): void;
}): Rounds {
  const { store, clock, logger, nudge } = options;

  async function round(): Promise<void> {
    const nowMs = clock.now();
    const { begun, ended } = await store.findCongestionChanges(nowMs);
    const told = await Promise.all(begun.map((endpoint) => store.beginCongestion(endpoint, nowMs)));
    await Promise.all(ended.map((endpoint) => store.endCongestion(endpoint)));
    for (const one of told) {
      if (one === null) continue;
      nudge(one.work);
      logger.warn("endpoint.congested", { endpointId: one.endpointId });
    }
  }

  return createRounds({ clock, logger, name: "congestion", everyMs, round });
}
