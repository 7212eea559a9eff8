import { noMeasures } from "../domain/alert-measures.ts";
import { type ActiveAlert, alertEveryMs, alertWindowMs, decideAlerts } from "../domain/alert-rule.ts";
import { alertDataOf } from "../domain/alert-text.ts";
import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { AlertSubject, AlertVerbs, AttemptPlace, AttemptTally } from "../store/alert-verbs.ts";
import type { EndpointKey, NewWork } from "../store/new-work.ts";
import { AttemptWindow } from "./attempt-window.ts";
import { createRounds, type Rounds } from "./rounds.ts";

/** Endpoints that are judged in one turn of the loop, some 5 ms: attempts must not wait for all of them. */
const subjectsPerTurn = 20;
/** An attempt is recorded some time after it started: its timeout, and the wait for a disk that was full. */
const recordedLateMs = 60_000;
/** How far ahead of the clock an attempt's end may lie before it counts as one of a clock that was stepped back. */
const aheadMs = 5000;

export interface AlertWatchOptions {
  store: AlertVerbs;
  clock: Clock;
  logger: Logger;
  nudge(work: NewWork): void;
}

/**
 * Judges every endpoint's last ten minutes each half minute. What is active is in the table alone, so that a restart
 * begins nothing twice; the windows are read from the attempts, at the start those of the last ten minutes.
 */
export function createAlertWatch({ store, clock, logger, nudge }: AlertWatchOptions): Rounds {
  const windows = new Map<EndpointKey, AttemptWindow>();
  /** Of the alerts that are active: since when they are back inside. After a restart that starts anew. */
  let judged = new Map<EndpointKey, ActiveAlert[]>();
  let place: AttemptPlace | null = null;

  async function round(): Promise<void> {
    await readAttempts();
    const nowMs = clock.now();
    slide(nowMs);
    const subjects = await store.findAlertSubjects([...windows.keys()]);
    forgetOthers(subjects);
    const next = new Map<EndpointKey, ActiveAlert[]>();
    for (const [index, subject] of subjects.entries()) {
      if (index > 0 && index % subjectsPerTurn === 0) await nextTurn();
      const active = await judge(subject, nowMs);
      if (active.length > 0) next.set(subject.endpoint, active);
    }
    judged = next;
  }

  async function readAttempts(): Promise<void> {
    place ??= await store.findAttemptPlace(clock.now() - alertWindowMs - recordedLateMs);
    for (let done = false; !done; ) {
      const portion = await store.tallyAttempts(place);
      portion.tallies.forEach(count);
      ({ place, done } = portion);
    }
  }

  function count(tally: AttemptTally): void {
    let window = windows.get(tally.endpoint);
    if (!window) {
      window = new AttemptWindow();
      windows.set(tally.endpoint, window);
    }
    window.add(tally);
  }

  function slide(nowMs: number): void {
    for (const [endpoint, window] of windows) {
      window.keep({ fromMs: nowMs - alertWindowMs, toMs: nowMs + aheadMs });
      if (window.isEmpty) windows.delete(endpoint);
    }
  }

  /** One that was disabled begins anew: what it did before says nothing of what it does when it is enabled. */
  function forgetOthers(subjects: readonly AlertSubject[]): void {
    const present = new Set(subjects.map(({ endpoint }) => endpoint));
    for (const endpoint of windows.keys()) if (!present.has(endpoint)) windows.delete(endpoint);
  }

  /** Begins and ends the endpoint's alerts, and says which are active then. */
  async function judge(subject: AlertSubject, nowMs: number): Promise<ActiveAlert[]> {
    const before = judged.get(subject.endpoint) ?? [];
    const measures = windows.get(subject.endpoint)?.measure() ?? noMeasures;
    const active = subject.active.map(({ kind, threshold }): ActiveAlert => {
      const known = before.find((alert) => alert.kind === kind && alert.threshold === threshold);
      return { kind, threshold, insideSinceMs: known?.insideSinceMs ?? null };
    });
    const { lastAttemptAtMs } = subject;
    const decided = decideAlerts({ active, measures, lastAttemptAtMs, nowMs });
    if (decided.changes.length === 0) return decided.active;
    const changes = decided.changes.map((change) => ({
      ...change,
      data: alertDataOf(change, measures, subject),
    }));
    const { changed, work } = await store.changeAlerts(subject.endpoint, changes, nowMs);
    nudge(work);
    for (const { kind, threshold, state, data } of changed) {
      const fields = { endpointId: subject.endpointId, kind, threshold, message: data.message };
      if (state === "ACTIVATED") logger.warn("alert.activated", fields);
      else logger.info("alert.deactivated", fields);
    }
    return decided.active;
  }

  function nextTurn(): Promise<void> {
    return new Promise((resolve) => clock.nextTurn(resolve));
  }

  return createRounds({ clock, logger, name: "alerts", everyMs: alertEveryMs, round });
}
