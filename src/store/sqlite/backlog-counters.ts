import type { Database } from "bun:sqlite";
import type { Share } from "../../domain/delivery.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Backlog } from "../backlog-verbs.ts";
import type { EndpointKey } from "../new-work.ts";
import { codeOf, endpointStatusCodes, shareCodes } from "./codes.ts";

/** Due times are counted by the minute: exact to the millisecond would cost the memory of every waiting row. */
const minuteMs = 60_000;
/** Minutes that are over are put together when an endpoint has this many. */
const minutesMax = 64;
const shareCount = shareCodes.length;
const disabled = codeOf(endpointStatusCodes, "disabled");

/** One endpoint's. By share code. */
interface Counts {
  pending: number[];
  /** Due before `foldedMs`. */
  past: number[];
  /** Due from then on, by minute and share. */
  later: Map<number, number>;
  foldedMs: number;
}

/**
 * What waits for each endpoint, counted as it comes and goes and not when it is asked for: a million rows would hold up
 * everybody for 40 ms. Told after each commit, so a verb that fails or a group that is rolled back needs nothing; counted
 * once in the table when the file is opened. What a disable has canceled is no part of it, though its steps may not have
 * come to the row.
 */
export class BacklogCounters {
  readonly #counts = new Map<EndpointKey, Counts>();
  readonly #clock: Pick<Clock, "now">;
  readonly #db: Database;
  readonly #statements;

  constructor(db: Database, clock: Pick<Clock, "now">) {
    this.#db = db;
    this.#clock = clock;
    this.#statements = prepare(db);
    for (let last = 0; ; ) {
      const endpoint = this.#statements.nextEndpoint.get(last)?.endpoint_seq ?? null;
      if (endpoint === null) break;
      this.#count(endpoint);
      last = endpoint;
    }
  }

  /** A delivery waits from now on. */
  add(endpoint: EndpointKey, share: Share, dueAtMs: number): void {
    this.#move(endpoint, codeOf(shareCodes, share), dueAtMs, 1);
  }

  /** One that was counted waits no longer. */
  remove(endpoint: EndpointKey, share: Share, dueAtMs: number): void {
    this.#move(endpoint, codeOf(shareCodes, share), dueAtMs, -1);
  }

  /** Nothing waits any more: the endpoint was disabled or deleted. */
  clear(endpoint: EndpointKey): void {
    this.#counts.delete(endpoint);
  }

  /** Of one share, or of all. */
  read(endpoint: EndpointKey, nowMs: number, share: Share | null = null): Backlog {
    const counts = this.#at(endpoint, nowMs);
    if (counts === undefined) return { pending: 0, due: 0 };
    const backlog = { pending: 0, due: 0 };
    for (const one of share === null ? shareCodes : [share]) {
      const code = codeOf(shareCodes, one);
      backlog.pending += counts.pending[code] ?? 0;
      backlog.due += this.#due(endpoint, counts, code, nowMs);
    }
    return backlog;
  }

  /** What waits for all endpoints together. */
  total(nowMs: number): Backlog {
    const total = { pending: 0, due: 0 };
    // A copy: one that is counted anew would come twice.
    for (const endpoint of [...this.#counts.keys()]) {
      const { pending, due } = this.read(endpoint, nowMs);
      total.pending += pending;
      total.due += due;
    }
    return total;
  }

  #due(endpoint: EndpointKey, { past, later, foldedMs }: Counts, share: number, nowMs: number): number {
    const minute = minuteOf(nowMs);
    const started = later.get(keyOf(minute, share)) ?? 0;
    const before = past[share] ?? 0;
    if (started === 0 || nowMs < foldedMs) return before;
    const endMs = (minute + 1) * minuteMs;
    // The minute is not over: what is due in the rest of it is few, or everything at once.
    const rest = this.#statements.between.get(endpoint, share, nowMs + 1, endMs, endpoint)?.count ?? 0;
    return before + Math.max(0, started - rest);
  }

  #move(endpoint: EndpointKey, share: number, dueAtMs: number, by: 1 | -1): void {
    let counts = this.#counts.get(endpoint);
    if (counts === undefined) {
      counts = noCounts();
      this.#counts.set(endpoint, counts);
    }
    addTo(counts, share, dueAtMs, by);
    if (by === -1 && counts.pending.every((count) => count <= 0)) this.#counts.delete(endpoint);
    else if (counts.later.size > minutesMax) fold(counts, this.#clock.now());
  }

  /** Counted anew where the wall clock was set back behind what had been taken for past. */
  #at(endpoint: EndpointKey, nowMs: number): Counts | undefined {
    const counts = this.#counts.get(endpoint);
    if (counts === undefined) return undefined;
    const isBack = minuteOf(nowMs) * minuteMs < counts.foldedMs;
    // Within a group the table is ahead of what has been told.
    if (isBack && !this.#db.inTransaction) this.#count(endpoint);
    else if (!isBack) fold(counts, nowMs);
    return this.#counts.get(endpoint);
  }

  #count(endpoint: EndpointKey): void {
    this.#counts.delete(endpoint);
    const found = this.#statements.endpoint.get(endpoint);
    if (found === null || found.status === disabled) return;
    const counts = noCounts();
    const fromMs = minuteOf(this.#clock.now()) * minuteMs;
    counts.foldedMs = fromMs;
    for (let share = 0; share < shareCount; share++) {
      const past = this.#statements.between.get(endpoint, share, 0, fromMs, endpoint)?.count ?? 0;
      if (past > 0) addTo(counts, share, fromMs - 1, past);
      this.#countLater(endpoint, share, counts);
    }
    if (counts.pending.some((count) => count > 0)) this.#counts.set(endpoint, counts);
  }

  #countLater(endpoint: EndpointKey, share: number, counts: Counts): void {
    const { firstFrom, between } = this.#statements;
    for (let fromMs = counts.foldedMs; ; ) {
      const dueAtMs = firstFrom.get(endpoint, share, fromMs, endpoint)?.due_at ?? null;
      if (dueAtMs === null) return;
      fromMs = (minuteOf(dueAtMs) + 1) * minuteMs;
      addTo(counts, share, dueAtMs, between.get(endpoint, share, dueAtMs, fromMs, endpoint)?.count ?? 0);
    }
  }
}

function noCounts(): Counts {
  const none = () => Array<number>(shareCount).fill(0);
  return { pending: none(), past: none(), later: new Map(), foldedMs: Number.NEGATIVE_INFINITY };
}

function addTo(counts: Counts, share: number, dueAtMs: number, by: number): void {
  const { pending, past, later, foldedMs } = counts;
  pending[share] = (pending[share] ?? 0) + by;
  if (dueAtMs < foldedMs) {
    past[share] = (past[share] ?? 0) + by;
    return;
  }
  const key = keyOf(minuteOf(dueAtMs), share);
  const count = (later.get(key) ?? 0) + by;
  if (count === 0) later.delete(key);
  else later.set(key, count);
}

/** Puts the minutes that are over together. */
function fold(counts: Counts, nowMs: number): void {
  const minute = minuteOf(nowMs);
  if (minute * minuteMs <= counts.foldedMs) return;
  counts.foldedMs = minute * minuteMs;
  for (const [key, count] of counts.later) {
    if (key >= minute * shareCount) continue;
    const share = key % shareCount;
    counts.past[share] = (counts.past[share] ?? 0) + count;
    counts.later.delete(key);
  }
}

function minuteOf(timeMs: number): number {
  return Math.floor(timeMs / minuteMs);
}

function keyOf(minute: number, share: number): number {
  return minute * shareCount + share;
}

function prepare(db: Database) {
  const waiting = "FROM deliveries d INDEXED BY deliveries_waiting WHERE d.status = 0";
  const isOpen = "d.seq > (SELECT canceled_through FROM endpoints WHERE seq = ?)";
  return {
    nextEndpoint: db.prepare<{ endpoint_seq: number | null }, [number]>(
      `SELECT min(d.endpoint_seq) AS endpoint_seq ${waiting} AND d.endpoint_seq > ?`,
    ),
    endpoint: db.prepare<{ status: number }, [number]>(`
      SELECT e.status FROM endpoints e CROSS JOIN organizations o ON o.seq = e.organization_seq
      WHERE e.seq = ? AND e.deleted_at IS NULL AND o.deleted_at IS NULL`),
    between: db.prepare<{ count: number }, [number, number, number, number, number]>(
      `SELECT count(*) AS count ${waiting} AND d.endpoint_seq = ? AND d.share = ? AND d.due_at >= ? AND d.due_at < ? AND ${isOpen}`,
    ),
    firstFrom: db.prepare<{ due_at: number }, [number, number, number, number]>(
      `SELECT d.due_at ${waiting} AND d.endpoint_seq = ? AND d.share = ? AND d.due_at >= ? AND ${isOpen} ORDER BY d.due_at LIMIT 1`,
    ),
  };
}
