import { Database } from "bun:sqlite";
import { join } from "node:path";
import { databaseFileName } from "../../src/store/sqlite/database.ts";
import { failuresToDisable } from "./simulated-endpoint.ts";
import { StatisticsLedger } from "./statistics-ledger.ts";

/** A delivery as it stands in the file. */
export interface DeliveryRow {
  seq: number;
  endpoint: string;
  event: string;
  status: number;
  attempt_count: number;
  max_attempts: number;
  due_at: number | null;
  completed_at: number | null;
}

interface Turn {
  event: string;
  due_at: number;
  first_due_at: number;
  created_at: number;
}

interface DueEndpoint {
  id: string;
  url: string;
  ordered: number;
  limited: number;
}

interface AttemptRow {
  delivery: number;
  number: number;
  started_at: number;
  ended_at: number;
  status: number | null;
}

/** A delivery that was attempted, by its last attempt. */
interface EndedRow {
  status: number;
  reason: number | null;
  /** The last answer's status. */
  answer: number | null;
}

const countersCheckedEvery = 8;

/** Codes as they stand in the table. */
const [pending, succeeded, failed] = [0, 1, 2];
const [exhausted, testTrigger] = [0, 4];

/** Reads the file beside the store, and says what is wrong with it. */
export class Ledger {
  readonly #db: Database;
  readonly #deliveries;
  readonly #attempts;
  readonly #dataVersion;
  readonly #orphans;
  readonly #due;
  readonly #turn;
  readonly #own;
  readonly #statistics;
  readonly #kept;
  readonly #backlog;
  readonly #held;
  readonly #tests;
  readonly #ended;
  #version = -1;
  #checks = 0;

  constructor(directory: string) {
    this.#db = new Database(join(directory, databaseFileName), { readonly: true });
    this.#statistics = new StatisticsLedger(this.#db);
    this.#dataVersion = this.#db.prepare<{ data_version: number }, []>("PRAGMA data_version");
    this.#deliveries = this.#db.prepare<DeliveryRow, []>(`
      SELECT d.seq, n.id AS endpoint, e.id AS event, d.status, d.attempt_count, d.max_attempts, d.due_at, d.completed_at
      FROM deliveries d JOIN endpoints n ON n.seq = d.endpoint_seq JOIN events e ON e.seq = d.event_seq
      WHERE n.deleted_at IS NULL AND d.trigger <> ${testTrigger}`);
    this.#attempts = this.#db.prepare<
      AttemptRow,
      []
    >(`SELECT delivery_seq AS delivery, number, started_at, started_at + duration_ms AS ended_at,
         response_status AS status
       FROM attempts ORDER BY seq`);
    this.#due = this.#db.prepare<DueEndpoint, [number, number]>(`
      SELECT DISTINCT n.id, n.url, n.ordered, n.rate_limit_per_second IS NOT NULL AS limited FROM deliveries d JOIN endpoints n ON n.seq = d.endpoint_seq
      JOIN endpoint_health h ON h.endpoint_seq = n.seq
      WHERE d.status = 0 AND d.due_at <= ? AND n.status = 0 AND n.deleted_at IS NULL
        AND (h.held_until IS NULL OR h.held_until <= ?)`);
    // What is first among the deliveries that are due or have been started; nothing that came in after what was
    // missed, while that is still being queued.
    this.#turn = this.#db.prepare<Turn, [string, number]>(`
      SELECT e.id AS event, d.due_at, d.first_due_at, d.created_at FROM deliveries d
      JOIN endpoints n ON n.seq = d.endpoint_seq JOIN events e ON e.seq = d.event_seq
      WHERE n.id = ? AND d.status = 0 AND d.seq > n.canceled_through
        AND d.seq > coalesce(e.canceled_through, 0) AND (d.attempt_count > 0 OR d.due_at <= ?)
        AND d.first_due_at < coalesce((
          SELECT min(t.created_at) FROM tasks t WHERE t.endpoint_seq = n.seq AND t.status = 0 AND t.is_ahead = 1), 1e15)
      ORDER BY d.first_due_at, d.seq LIMIT 1`);
    // The event's, pending or just ended; without its place in the order in that case.
    this.#own = this.#db.prepare<{ first_due_at: number | null }, [string, string, number]>(`
      SELECT iif(d.status = 0, d.first_due_at, NULL) AS first_due_at FROM deliveries d
      JOIN endpoints n ON n.seq = d.endpoint_seq JOIN events e ON e.seq = d.event_seq
      WHERE n.id = ? AND e.id = ? AND (d.status = 0 OR d.completed_at >= ?)
      ORDER BY d.status DESC, d.first_due_at LIMIT 1`);
    this.#kept = this.#db.prepare<{ count: number }, []>(`
      SELECT count(*) AS count FROM events e JOIN deliveries d ON d.event_seq = e.seq JOIN attempts a ON a.delivery_seq = d.seq
      WHERE e.data IS NULL AND (a.response_body IS NOT NULL OR a.response_headers IS NOT NULL OR a.signature <> '')`);
    this.#backlog = this.#db.prepare<{ pending: number; due: number }, [number]>(`
      SELECT count(*) AS pending, coalesce(sum(d.due_at <= ?), 0) AS due
      FROM deliveries d JOIN endpoints n ON n.seq = d.endpoint_seq
      WHERE d.status = 0 AND d.seq > n.canceled_through AND n.deleted_at IS NULL`);
    this.#held = this.#db.prepare<{ id: string; held_until: number }, []>(`
      SELECT n.id, h.held_until FROM endpoint_health h JOIN endpoints n ON n.seq = h.endpoint_seq
      WHERE h.held_until IS NOT NULL`);
    this.#tests = this.#db.prepare<{ count: number }, []>(`
      SELECT count(*) AS count FROM deliveries
      WHERE trigger = ${testTrigger} AND (attempt_count <> 1 OR due_at IS NOT NULL)`);
    this.#ended = this.#db.prepare<EndedRow, [string]>(`
      SELECT d.status, d.reason, a.response_status AS answer FROM deliveries d
      JOIN endpoints n ON n.seq = d.endpoint_seq
      JOIN attempts a ON a.seq = (SELECT max(seq) FROM attempts WHERE delivery_seq = d.seq)
      WHERE n.id = ? AND d.trigger <> ${testTrigger} ORDER BY a.seq DESC`);
    this.#orphans = this.#db.prepare<{ count: number }, []>(
      "SELECT count(*) AS count FROM attempts WHERE delivery_seq NOT IN (SELECT seq FROM deliveries)",
    );
  }

  /** Active endpoints that are not held and have deliveries that are due, none of them behind another's retry. */
  endpointsWithDueWork(nowMs: number): { url: string; isLimited: boolean; isOrdered: boolean }[] {
    const isFree = ({ id, ordered }: DueEndpoint) =>
      ordered === 0 || (this.#turn.get(id, nowMs)?.due_at ?? Number.POSITIVE_INFINITY) <= nowMs;
    const found = this.#due.all(nowMs, nowMs).filter(isFree);
    return found.map(({ url, limited, ordered }) => ({
      url,
      isLimited: limited === 1,
      isOrdered: ordered === 1,
    }));
  }

  /**
   * Whether it is the event's turn at an ordered endpoint; or was when it was claimed: until it was canceled in this
   * very moment, or until an earlier one, which was for later, was made due in the same millisecond.
   */
  hasTurn(
    endpoint: string,
    event: string,
    { nowMs, madeDue }: { nowMs: number; madeDue: ReadonlySet<string> },
  ): boolean {
    const turn = this.#turn.get(endpoint, nowMs);
    if (turn?.event === event) return true;
    const own = this.#own.get(endpoint, event, nowMs);
    if (own === null || own.first_due_at === null) return own !== null;
    if (turn?.first_due_at !== own.first_due_at) return false;
    return turn.created_at < turn.first_due_at || madeDue.has(turn.event);
  }

  /** Whether anything was committed since the last call. */
  hasChanged(): boolean {
    const version = this.#dataVersion.get()?.data_version ?? -1;
    const changed = version !== this.#version;
    this.#version = version;
    return changed;
  }

  /** Deliveries of endpoints that are not deleted. */
  deliveries(): DeliveryRow[] {
    return this.#deliveries.all();
  }

  /** What waits, as its rows say. */
  backlog(nowMs: number): { pending: number; due: number } {
    return this.#backlog.get(nowMs) ?? { pending: 0, due: 0 };
  }

  /** Endpoints that a 429 holds or held, and until when. */
  heldEndpoints(): ReadonlyMap<string, number> {
    return new Map(this.#held.all().map(({ id, held_until }) => [id, held_until]));
  }

  /** An endpoint was just disabled by an attempt: which rule that breaks by what is on disk, or null. */
  brokenDisabling(endpoint: string, reason: string): string | null {
    const ended = this.#ended.all(endpoint);
    if (reason === "gone") {
      const hasSaidSo = ended.some(({ answer }) => answer === 410);
      return hasSaidSo ? null : `${endpoint} is gone because it said so, and not to a test`;
    }
    // What was canceled under its last attempt is no loss, and no success.
    const counted = ended.filter(({ status }) => status === succeeded || status === failed);
    const newest = counted.findIndex((row) => row.status === failed && row.reason === exhausted);
    const lost = newest < 0 ? [] : counted.slice(newest, newest + failuresToDisable);
    const isGivenUp = lost.length === failuresToDisable && lost.every(({ status }) => status === failed);
    return isGivenUp ? null : `${endpoint} is disabled for ${failuresToDisable} losses in a row`;
  }

  /** Counters equal the rows. */
  checkCounters(): void {
    this.#statistics.check();
  }

  /** What holds of every row at every moment. */
  check(
    rows: readonly DeliveryRow[],
    {
      delaysSecondsOf,
      madeDue,
      areTimesTrue,
    }: {
      delaysSecondsOf: (endpoint: string) => readonly number[];
      madeDue: ReadonlySet<string>;
      /** Nobody has set the wall clock. */
      areTimesTrue: boolean;
    },
  ): void {
    const attempts = Map.groupBy(this.#attempts.all(), ({ delivery }) => delivery);
    // A wrong counter stays wrong, and counting everything takes a third as long as all else here.
    if (this.#checks++ % countersCheckedEvery === 0) this.checkCounters();
    demand(this.#orphans.get()?.count === 0, "every attempt has its delivery");
    demand(this.#tests.get()?.count === 0, "a test is one attempt, and never waits");
    demand(this.#kept.get()?.count === 0, "nothing is kept of what receivers answered to an erased event");
    for (const row of rows) {
      const own = attempts.get(row.seq) ?? [];
      const broken =
        brokenRule(row, own) ??
        (areTimesTrue ? brokenEnd(row, own) : null) ??
        (madeDue.has(row.event) ? null : brokenWait(row, own, delaysSecondsOf(row.endpoint)));
      if (broken === null) continue;
      throw new Error(`Broken: delivery ${row.seq} of ${row.event} to ${row.endpoint}: ${broken}`);
    }
  }

  close(): void {
    this.#db.close();
  }
}

function brokenRule(row: DeliveryRow, own: readonly AttemptRow[]): string | null {
  if (!own.every(({ number }, at) => number === at + 1)) return "attempt numbers rise one by one";
  if (own.length !== row.attempt_count) return "its counter equals its attempts";
  if ((row.status === pending) !== (row.due_at !== null)) return "due if and only if it is pending";
  if ((row.status === pending) !== (row.completed_at === null)) return "completed or pending";
  const last = own.at(-1);
  if (row.status === succeeded && last?.status !== 200) return "succeeded by its last attempt";
  if (row.status === failed && last?.status !== 410 && own.length !== row.max_attempts) {
    return "failed when its schedule is used up, or gone";
  }
  return null;
}

function brokenEnd(row: DeliveryRow, own: readonly AttemptRow[]): string | null {
  const last = own.at(-1);
  const isLate = last !== undefined && row.completed_at !== null && last.started_at > row.completed_at;
  return isLate ? "nothing is sent once it has ended" : null;
}

function brokenWait(
  row: DeliveryRow,
  own: readonly AttemptRow[],
  delaysSeconds: readonly number[],
): string | null {
  const last = own.at(-1);
  if (row.due_at === null || last === undefined) return null;
  const delayMs = (delaysSeconds[own.length - 1] ?? 0) * 1000;
  const waitMs = row.due_at - last.ended_at;
  if (waitMs < Math.floor(delayMs * 0.9)) return `waits at least its schedule's wait, not ${waitMs} ms`;
  const mayAskForMore = last.status === 429 || last.status === 503;
  return mayAskForMore || waitMs <= Math.ceil(delayMs * 1.1) ? null : `waits no longer, not ${waitMs} ms`;
}

/** Throws when a rule of the world does not hold. */
export function demand(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(`Broken: ${rule}`);
}
