import type { EndpointKey } from "../new-work.ts";
import type { ChoreSteps } from "./chore-steps.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";

/**
 * Deliveries that are made by a chore come later than those of events accepted after theirs, which must not pass them
 * at an ordered endpoint. So ordered endpoints come first in a fan-out; while one is under way they wait behind it, for
 * chores are done in the order in which they were written down; and chores name them event by event.
 */

export interface Fanned {
  eventSeq: number;
  recipients: readonly EndpointRecord[];
}

/** A chore to be written down: each of these events goes to each of these endpoints. */
export interface FanOut {
  eventSeqs: number[];
  recipients: readonly EndpointKey[];
}

/** Who gets the delivery of an event in its transaction, and who by a chore. */
export function splitFanOut(
  recipients: readonly EndpointRecord[],
  atOnceMax: number,
  chores: Pick<ChoreSteps, "isFanningOut">,
): { atOnce: readonly EndpointRecord[]; later: readonly EndpointRecord[] } {
  const ordered = recipients.filter(isOrdered);
  if (ordered.length === 0) return cut(recipients, atOnceMax);
  const others = recipients.filter((record) => !isOrdered(record));
  if (!chores.isFanningOut()) return cut([...ordered, ...others], atOnceMax);
  const { atOnce, later } = cut(others, atOnceMax);
  return { atOnce, later: [...ordered, ...later] };
}

/** The chores of many events: of the ordered endpoints in the order of the events, of the others in any. */
export function fanOutsOf(parts: { ordered: readonly Fanned[]; others: readonly Fanned[] }): FanOut[] {
  const runs: Fanned[][] = [];
  for (const one of parts.ordered.filter(({ recipients }) => recipients.some(isOrdered))) {
    const run = runs.at(-1);
    if (run?.[0]?.recipients === one.recipients) run.push(one);
    else runs.push([one]);
  }
  // Events of a type share their list, which is then written down once.
  const groups = [...Map.groupBy(parts.others, ({ recipients }) => recipients).values()];
  return [
    ...runs.map((run) => fanOut(run, isOrdered)),
    ...groups.map((group) => fanOut(group, (record) => !isOrdered(record))),
  ].filter(({ recipients }) => recipients.length > 0);
}

/** Whether the endpoint gets one delivery at a time. */
export function isOrdered({ row }: EndpointRecord): boolean {
  return row.ordered;
}

function fanOut(events: readonly Fanned[], isMeant: (record: EndpointRecord) => boolean): FanOut {
  return {
    eventSeqs: events.map(({ eventSeq }) => eventSeq),
    recipients: (events[0]?.recipients ?? []).filter(isMeant).map(({ row }) => row.seq),
  };
}

function cut(recipients: readonly EndpointRecord[], atOnceMax: number) {
  return { atOnce: recipients.slice(0, atOnceMax), later: recipients.slice(atOnceMax) };
}
