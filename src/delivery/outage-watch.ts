import { type Outcome, wasAnswered } from "../domain/outcome.ts";
import type { Clock } from "../platform/clock.ts";

/** Tells an outage of our own network from receivers that are down, by looking at all of them together. */
export interface OutageWatch {
  note(host: string, outcome: Outcome): void;
  /** True while at least three hosts were tried and none has answered for five minutes. */
  isSuspect(): boolean;
}

const hostsMin = 3;
const silentMsMin = 5 * 60 * 1000;

export function createOutageWatch(clock: Clock): OutageWatch {
  /** Tried since the last answer of any host; counted no further than needed. */
  const silentHosts = new Set<string>();
  let silentSince = 0;
  return {
    note(host, outcome) {
      if (wasAnswered(outcome)) return silentHosts.clear();
      // Refused by our own guard: nothing was tried.
      if (outcome === "blocked_address") return;
      if (silentHosts.size === 0) silentSince = clock.monotonic();
      if (silentHosts.size < hostsMin) silentHosts.add(host);
    },
    isSuspect: () => silentHosts.size >= hostsMin && clock.monotonic() - silentSince >= silentMsMin,
  };
}
