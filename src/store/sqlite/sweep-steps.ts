import {
  auditDaysMin,
  keptSince,
  pendingMsMax,
  sourceKeysKeptMs,
  taskDaysMin,
} from "../../domain/retention.ts";
import { statisticsKeptMs } from "../../domain/statistics.ts";
import type { Sweep, SweepPlace, Swept } from "../retention-verbs.ts";
import { meaningOf, shareCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { Transaction } from "./group-commit.ts";
import type { ExpirableWindow } from "./read-expirable.ts";
import { prepareSweep, type SweepStatements } from "./sweep-statements.ts";

/** What one step did and where the next begins. */
export interface SweepStep {
  next: SweepPlace | null;
  swept: Swept;
}

/** An organization's turn. */
interface Turn {
  organizationSeq: number;
  afterSeq: number;
  keptSinceMs: number;
  wallMs: number;
}

interface TurnStep {
  /** The last row that was looked at; null: the turn is over. */
  lastSeq: number | null;
  swept: Partial<Swept>;
}

/** Rows that one step looks at, and those that it deletes: a few milliseconds. */
const rowsPerStep = 120;
const deletionsPerStep = 250;
/** Data of events that one step deletes: the pages of large ones are what takes time. */
const bytesPerStep = 4 * 1024 * 1024;

/** Requests that sources have logged: each may have a body of 64 KiB. */
const requestsPerStep = 50;

/** Endpoints whose counters one step looks at. */
const endpointsPerStep = 100;

/** Free pages are reused. From so many on, if they are a quarter of the file, they are given back, to an eighth. */
const freePagesMin = 16_384;
/** Pages that one step gives back at most, and how long it takes. */
const pagesPerStep = 200;
const pagesMsMax = 5;

const nothing: Swept = { expired: 0, deliveries: 0, attempts: 0, events: 0, givenBackBytes: 0 };

/** The steps of a sweep, each for a transaction of its own: stage by stage, organization by organization. */
export class SweepSteps {
  readonly #context: SqliteContext;
  readonly #statements: SweepStatements;

  constructor(context: SqliteContext) {
    this.#context = context;
    this.#statements = prepareSweep(context.db);
  }

  /** Fails what has been pending for too long; what the engine has in hand is attempted first. */
  expire({ nowMs, wallMs }: Sweep, { seqs, after }: ExpirableWindow, transaction: Transaction): SweepStep {
    const { statistics, traffic, claims, backlog } = this.#context;
    let expired = 0;
    for (const seq of seqs) {
      const waiting = claims.has(seq) ? null : this.#statements.waiting.get(seq);
      const row = waiting && this.#statements.expire.get(wallMs, seq, nowMs - pendingMsMax);
      if (!row) continue;
      const { organization_seq: organizationSeq, endpoint_seq: endpointSeq } = row;
      const { type_seq: typeSeq, created_at: createdAtMs } = row;
      statistics.moved({ organizationSeq, endpointSeq, typeSeq, createdAtMs }, "pending", "failed");
      transaction.afterCommit(() => {
        traffic.noteLeaving(endpointSeq, wallMs);
        backlog.remove(endpointSeq, meaningOf(shareCodes, waiting.share), waiting.due_at);
      });
      expired++;
    }
    const next: SweepPlace = after === null ? { stage: "deliveries", after: [] } : { stage: "expiry", after };
    return { next, swept: { ...nothing, expired } };
  }

  next(sweep: Sweep, { stage, after }: SweepPlace): SweepStep {
    switch (stage) {
      case "expiry":
      case "deliveries":
        return this.#inOrganization(sweep, after, ["deliveries", "events"], (turn) => this.#deliveries(turn));
      case "events":
        return this.#inOrganization(sweep, after, ["events", "tasks"], (turn) => this.#events(turn));
      case "tasks":
        return this.#inOrganization(
          sweep,
          after,
          ["tasks", "audit"],
          (turn) => this.#endedRows(turn, "tasks"),
          taskDaysMin,
        );
      case "audit":
        return this.#inOrganization(
          sweep,
          after,
          ["audit", "statistics"],
          (turn) => this.#endedRows(turn, "audit"),
          auditDaysMin,
        );
      case "statistics":
        return this.#counters(sweep, after);
      case "alerts":
        return this.#alerts(sweep);
      case "source_keys":
        return this.#sourceKeys(sweep);
      case "source_requests":
        return this.#sourceRequests(sweep, after);
      case "pages":
        return this.#pages(after.length > 0);
    }
  }

  /** A step in the organization that is in turn, or on to the next one; behind the last, on to the next stage. */
  #inOrganization(
    { nowMs, wallMs, retentionDays }: Sweep,
    [fromOrganization = 0, afterSeq = 0]: readonly number[],
    [stage, nextStage]: [SweepPlace["stage"], SweepPlace["stage"]],
    step: (turn: Turn) => TurnStep,
    daysMin = 0,
  ): SweepStep {
    const organization = this.#statements.organization.get(fromOrganization);
    if (!organization) return { next: { stage: nextStage, after: [] }, swept: nothing };
    const { seq: organizationSeq, days } = organization;
    const keptSinceMs = keptSince(nowMs, { ownDays: days, instanceDays: retentionDays, daysMin });
    const after = organizationSeq === fromOrganization ? afterSeq : 0;
    const { lastSeq, swept } =
      keptSinceMs === null
        ? { lastSeq: null, swept: {} }
        : step({ organizationSeq, afterSeq: after, keptSinceMs, wallMs });
    const place = lastSeq === null ? [organizationSeq + 1, 0] : [organizationSeq, lastSeq];
    return { next: { stage, after: place }, swept: { ...nothing, ...swept } };
  }

  /** Ended deliveries go with their attempts, so long after their end. */
  #deliveries(turn: Turn): TurnStep {
    const found = this.#statements.deliveries.all(turn.organizationSeq, turn.afterSeq, rowsPerStep);
    const { chosen, lastSeq } = choose(found, turn, {
      isOld: ({ completed_at }) => completed_at !== null && completed_at < turn.keptSinceMs,
      weightOf: ({ attempt_count }) => 1 + attempt_count,
      weightMax: deletionsPerStep,
    });
    const seqs = JSON.stringify(chosen);
    if (chosen.length > 0) this.#context.sequences.remember();
    const attempts = this.#statements.deleteAttempts.run(seqs).changes;
    const deliveries = this.#statements.deleteDeliveries.run(seqs).changes;
    return { lastSeq, swept: { deliveries, attempts } };
  }

  /** Events go when none of their deliveries is left, and none are still to be made: then all wait for the next sweep. */
  #events(turn: Turn): TurnStep {
    if (this.#statements.anyChoreOfEvents.get()) return { lastSeq: null, swept: {} };
    const found = this.#statements.events.all(turn.organizationSeq, turn.afterSeq, rowsPerStep);
    const { chosen, lastSeq } = choose(found, turn, {
      isOld: ({ created_at, is_needed }) => is_needed === 0 && created_at < turn.keptSinceMs,
      weightOf: ({ bytes }) => bytes ?? 0,
      weightMax: bytesPerStep,
    });
    if (chosen.length > 0) this.#context.sequences.remember();
    const events = this.#statements.deleteEvents.run(JSON.stringify(chosen)).changes;
    return { lastSeq, swept: { events } };
  }

  /** What nothing else belongs to. */
  #endedRows(turn: Turn, stage: "tasks" | "audit"): TurnStep {
    const { find, remove } = this.#statements[stage];
    const found = find.all(turn.organizationSeq, turn.afterSeq, rowsPerStep);
    const { chosen, lastSeq } = choose(found, turn, {
      isOld: ({ ended_at }) => ended_at !== null && ended_at < turn.keptSinceMs,
      weightOf: () => 1,
      weightMax: deletionsPerStep,
    });
    if (chosen.length > 0) this.#context.sequences.remember();
    remove.run(JSON.stringify(chosen));
    return { lastSeq, swept: {} };
  }

  /** Endpoint by endpoint, because the counters of one lie side by side, the oldest first. */
  #counters({ nowMs }: Sweep, after: readonly number[]): SweepStep {
    let [organization = 0, span = 0, endpoint = -1] = after;
    for (let n = 0; n < endpointsPerStep; n++) {
      const found = this.#statements.nextCounters.get(organization, span, endpoint);
      if (!found) return { next: { stage: "alerts", after: [] }, swept: nothing };
      const { organization_seq, span: ofSpan, endpoint_seq } = found;
      const before = nowMs - statisticsKeptMs;
      const { changes } = this.#statements.deleteCounters.run(
        organization_seq,
        ofSpan,
        endpoint_seq,
        before,
        deletionsPerStep,
      );
      // What is left of this one is found again.
      if (changes >= deletionsPerStep) break;
      [organization, span, endpoint] = [organization_seq, ofSpan, endpoint_seq];
    }
    return { next: { stage: "statistics", after: [organization, span, endpoint] }, swept: nothing };
  }

  /** Alerts that have ended, as long as statistics are kept. */
  #alerts({ nowMs }: Sweep): SweepStep {
    const { changes } = this.#statements.deleteAlerts.run(deletionsPerStep, nowMs - statisticsKeptMs);
    return {
      next: { stage: changes < deletionsPerStep ? "source_keys" : "alerts", after: [] },
      swept: nothing,
    };
  }

  /** The oldest first, whatever their source: a platform's last retry comes long before they go. */
  #sourceKeys({ nowMs }: Sweep): SweepStep {
    const { changes } = this.#statements.deleteSourceKeys.run(deletionsPerStep, nowMs - sourceKeysKeptMs);
    const stage = changes < deletionsPerStep ? "source_requests" : "source_keys";
    return { next: { stage, after: [] }, swept: nothing };
  }

  /** Source by source, because each organization keeps what it receives as long as its events. */
  #sourceRequests({ nowMs, retentionDays }: Sweep, [fromSource = 0]: readonly number[]): SweepStep {
    const source = this.#statements.source.get(fromSource);
    if (!source) return { next: { stage: "pages", after: [] }, swept: nothing };
    const keptSinceMs = keptSince(nowMs, { ownDays: source.days, instanceDays: retentionDays });
    const changes =
      keptSinceMs === null
        ? 0
        : this.#statements.deleteSourceRequests.run(source.seq, keptSinceMs, requestsPerStep).changes;
    const isDone = changes < requestsPerStep;
    return {
      next: { stage: "source_requests", after: [isDone ? source.seq + 1 : source.seq] },
      swept: nothing,
    };
  }

  #pages(isUnderWay: boolean): SweepStep {
    const free = this.#statements.freePages.get()?.freelist_count ?? 0;
    const total = this.#statements.allPages.get()?.page_count ?? 0;
    const isMany = isUnderWay ? free > total / 8 : free >= freePagesMin && free > total / 4;
    if (!isMany) return { next: null, swept: nothing };
    const left = this.#givePagesBack(total);
    const pageBytes = this.#statements.pageBytes.get()?.page_size ?? 0;
    const givenBackBytes = (total - left) * pageBytes;
    return { next: { stage: "pages", after: [1] }, swept: { ...nothing, givenBackBytes } };
  }

  /** Moves the last pages of the file into free ones, and cuts it off behind them. Returns how many pages are left. */
  #givePagesBack(total: number): number {
    const { clock } = this.#context;
    const endAt = clock.monotonic() + pagesMsMax;
    let left = total;
    let before: number;
    do {
      before = left;
      this.#statements.givePagesBack.all();
      left = this.#statements.allPages.get()?.page_count ?? 0;
    } while (left < before && total - left < pagesPerStep && clock.monotonic() < endAt);
    return left;
  }
}

/**
 * Which of the next rows go. The first one that is new enough ends the organization's turn, unless it was made while
 * the clock was ahead; so does the end of the rows; a step that is heavy enough goes on where it stopped.
 */
function choose<Row extends { seq: number; created_at: number }>(
  found: readonly Row[],
  { keptSinceMs, wallMs }: Turn,
  by: { isOld: (row: Row) => boolean; weightOf: (row: Row) => number; weightMax: number },
): { chosen: number[]; lastSeq: number | null } {
  const chosen: number[] = [];
  let weight = 0;
  for (const row of found) {
    if (row.created_at >= keptSinceMs && row.created_at <= wallMs) return { chosen, lastSeq: null };
    if (!by.isOld(row)) continue;
    chosen.push(row.seq);
    weight += by.weightOf(row);
    if (weight >= by.weightMax) return { chosen, lastSeq: row.seq };
  }
  return { chosen, lastSeq: found.length < rowsPerStep ? null : (found.at(-1)?.seq ?? null) };
}
