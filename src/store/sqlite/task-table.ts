import { eq } from "drizzle-orm";
import type { RecoverRequest, TaskRequest, TaskStatus } from "../../domain/task.ts";
import { fromIso, toIso } from "../../domain/time.ts";
import type { EndpointKey } from "../new-work.ts";
import { choreKindCodes, codeOf, shareCodes, taskStatusCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import type { TaskQuery } from "./read-task-work.ts";
import { tasks } from "./task-schema.ts";
import type { WaitingDeliveries } from "./waiting-deliveries.ts";

export type TaskRow = typeof tasks.$inferSelect;

/** With more deliveries of recoveries and replays than this due at an endpoint nothing more is queued to it. */
const dueAheadEnough = 750;
/** The same with those that wait for their retry: a dead endpoint's do not fill the table. */
const pendingAheadEnough = 10_000;
/** Deliveries that one step queues: well under 10 ms. */
const rowsPerStep = 250;
/** Running tasks that one call looks at. */
const tasksPerLook = 100;

const [running, failed] = [codeOf(taskStatusCodes, "running"), codeOf(taskStatusCodes, "failed")];
const bulk = codeOf(shareCodes, "bulk");
const choresFirst = (["fan_out", "cancel_pending"] as const).map((kind) => codeOf(choreKindCodes, kind));

/** The rows of recoveries and replays. */
export class TaskTable {
  readonly #context: SqliteContext;
  readonly #waiting: WaitingDeliveries;
  readonly #statements;

  constructor(context: SqliteContext, waiting: WaitingDeliveries) {
    this.#context = context;
    this.#waiting = waiting;
    this.#statements = prepare(context);
  }

  add(
    record: EndpointRecord,
    { id, asked, isAhead, nowMs }: { id: string; asked: TaskRequest; isAhead: boolean; nowMs: number },
  ): void {
    const { orm, sequences } = this.#context;
    const row: TaskRow = {
      seq: sequences.next("tasks"),
      id,
      organizationSeq: record.organization.seq,
      endpointSeq: record.row.seq,
      kind: asked.kind,
      status: "running",
      request: asked.request,
      isAhead,
      position: 0,
      throughSeq: this.#lastOf(asked.kind),
      choresThrough: sequences.last("chores"),
      queued: 0,
      skipped: 0,
      createdAt: toIso(nowMs),
      completedAt: null,
    };
    orm.insert(tasks).values(row).run();
    // The task knows by these numbers what came in after its beginning.
    sequences.remember();
  }

  /**
   * What a disable that began at that time canceled, or kept from being sent, goes ahead of anything new. So does what
   * an earlier one had, where that disable ended the task that was still queuing it.
   */
  addMissed(
    record: EndpointRecord,
    missed: { id: string; sinceMs: number; nowMs: number },
    transaction: Transaction,
  ): void {
    // What comes in from here on is behind it, though the wall clock may step back.
    transaction.afterCommit(() => this.#waiting.noteTime(missed.nowMs));
    const since =
      this.#statements.interruptedSince.get(record.row.seq, missed.sinceMs)?.since ?? toIso(missed.sinceMs);
    const request: RecoverRequest = { since, until: null, statuses: ["canceled"] };
    this.add(record, { ...missed, asked: { kind: "recover", request }, isAhead: true });
  }

  find(seq: number): TaskRow | null {
    return this.#context.orm.select().from(tasks).where(eq(tasks.seq, seq)).get() ?? null;
  }

  /** Running ones, those behind `after` first, then from the beginning. */
  running(after: number): number[] {
    const { runningAfter } = this.#statements;
    const later = runningAfter.all(after, Number.MAX_SAFE_INTEGER, tasksPerLook);
    const earlier = runningAfter.all(0, after, tasksPerLook - later.length);
    return [...later, ...earlier].map(({ seq }) => seq);
  }

  countRunning(endpoint: EndpointKey): number {
    return this.#statements.countRunning.get(endpoint)?.count ?? 0;
  }

  /** How many deliveries the task may queue now; 0: not before more has been sent. */
  roomFor({ endpointSeq, choresThrough }: TaskRow, nowMs: number): number {
    if (this.isBehindChores(choresThrough)) return 0;
    const { hasEnoughDue, hasEnoughPending } = this.#statements;
    const isEnough =
      hasEnoughDue.get(endpointSeq, nowMs) !== null || hasEnoughPending.get(endpointSeq) !== null;
    return isEnough ? 0 : rowsPerStep;
  }

  /** Whether fan-outs or cancellations up to that one have yet to write their rows. */
  isBehindChores(choresThrough: number): boolean {
    return this.#statements.choreBefore.get(choresThrough) !== null;
  }

  moveOn(seq: number, to: { position: number; queued: number; skipped: number }): void {
    this.#statements.moveOn.run(to.position, to.queued, to.skipped, seq);
  }

  end(seq: number, status: Exclude<TaskStatus, "running">, nowMs: number): void {
    this.#statements.end.run(codeOf(taskStatusCodes, status), nowMs, seq);
  }

  /** What the task looks for, as far as there was something at its beginning. */
  queryOf(
    record: EndpointRecord,
    asked: TaskRequest,
    at: { nowMs: number; throughSeq?: number; isByEnd: boolean },
  ): TaskQuery {
    const { since, until } = asked.request;
    const shared = {
      endpointSeq: record.row.seq,
      sinceMs: fromIso(since),
      untilMs: until === null ? null : fromIso(until),
      throughSeq: at.throughSeq ?? this.#lastOf(asked.kind),
    };
    if (asked.kind === "recover") {
      const { statuses } = asked.request;
      return { ...shared, kind: "recover", statuses, isByEnd: at.isByEnd };
    }
    const { eventTypes, onlyMissing } = asked.request;
    return {
      ...shared,
      kind: "replay",
      organizationSeq: record.organization.seq,
      subscription: record.row.eventTypes,
      filter: record.row.filter,
      eventTypes,
      onlyMissing,
      nowMs: at.nowMs,
    };
  }

  #lastOf(kind: TaskRequest["kind"]): number {
    return this.#context.sequences.last(kind === "recover" ? "deliveries" : "events");
  }
}

function prepare({ db }: SqliteContext) {
  const waiting = `FROM deliveries INDEXED BY deliveries_waiting WHERE status = 0 AND endpoint_seq = ? AND share = ${bulk}`;
  const ofEndpoint = `FROM tasks WHERE endpoint_seq = ? AND status = ${running}`;
  return {
    runningAfter: db.prepare<{ seq: number }, [number, number, number]>(
      `SELECT seq FROM tasks INDEXED BY tasks_running WHERE status = 0 AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    ),
    countRunning: db.prepare<{ count: number }, [number]>(`SELECT count(*) AS count ${ofEndpoint}`),
    hasEnoughDue: db.prepare(`SELECT 1 ${waiting} AND due_at <= ? LIMIT 1 OFFSET ${dueAheadEnough}`),
    hasEnoughPending: db.prepare(`SELECT 1 ${waiting} LIMIT 1 OFFSET ${pendingAheadEnough}`),
    choreBefore: db.prepare(
      `SELECT 1 FROM chores WHERE seq <= ? AND kind IN (${choresFirst.join(", ")}) LIMIT 1`,
    ),
    moveOn: db.prepare(
      "UPDATE tasks SET position = ?, queued = queued + ?, skipped = skipped + ? WHERE seq = ?",
    ),
    /** Its window is no shorter than that of the one it took over from: one look suffices. */
    interruptedSince: db.prepare<{ since: string | null }, [number, number]>(
      `SELECT min(request ->> 'since') AS since FROM tasks
       WHERE endpoint_seq = ? AND status = ${failed} AND is_ahead = 1 AND completed_at = ?`,
    ),
    end: db.prepare(`UPDATE tasks SET status = ?, completed_at = ? WHERE seq = ? AND status = ${running}`),
  };
}
