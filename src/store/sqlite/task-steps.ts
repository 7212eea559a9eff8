import { assert } from "../../domain/assert.ts";
import type { TaskRequest } from "../../domain/task.ts";
import { fromIso } from "../../domain/time.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { SqliteContext } from "./context.ts";
import type { DeliveryBatch, DeliveryWriter } from "./delivery-writer.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import { judgeRecoverable, type Recoverable } from "./read-recoverable.ts";
import { judgeReplayable, type Replayable } from "./read-replayable.ts";
import type { TaskQuery } from "./read-task-work.ts";
import type { TaskRow, TaskTable } from "./task-table.ts";
import type { WalkedUp } from "./walk-up.ts";

/**
 * What recoveries and replays do, one bounded step after the other. The reader finds what comes next, far from the
 * thread that accepts and delivers; one transaction judges it, queues it and moves the task on. So a crash between two
 * steps neither loses nor repeats anything.
 */
export class TaskSteps {
  readonly #context: SqliteContext;
  readonly #writer: DeliveryWriter;
  readonly #tasks: TaskTable;
  /** The task that had the last turn. */
  #last = 0;

  constructor(context: SqliteContext, writer: DeliveryWriter, tasks: TaskTable) {
    this.#context = context;
    this.#writer = writer;
    this.#tasks = tasks;
  }

  /** One step of the next task that has room to queue something. */
  async next(nowMs: number): Promise<{ done: boolean; waits: boolean; work: NewWork }> {
    const running = this.#tasks.running(this.#last);
    for (const seq of running) {
      this.#last = seq;
      const task = this.#tasks.find(seq);
      if (task === null || task.status !== "running") continue;
      const room = this.#tasks.roomFor(task, nowMs);
      if (room > 0) return { done: false, waits: false, work: await this.#step(task, room, nowMs) };
    }
    return { done: running.length === 0, waits: running.length > 0, work: collectWork() };
  }

  async #step(task: TaskRow, room: number, nowMs: number): Promise<NewWork> {
    const { commits, directory, reader } = this.#context;
    const record = directory.bySeq(task.endpointSeq);
    if (record === null) return commits.run(() => this.#abandon(task, nowMs));
    const query = this.#tasks.queryOf(record, askedOf(task), {
      nowMs: fromIso(task.createdAt),
      throughSeq: task.throughSeq,
      isByEnd: task.isAhead,
    });
    const walked = await reader.read("taskWork", query, { after: task.position, limit: room });
    return commits.run((transaction) => this.#take(transaction, { task, query, walked, nowMs }));
  }

  /** Its endpoint was deleted: the row follows. */
  #abandon(task: TaskRow, nowMs: number): NewWork {
    this.#tasks.end(task.seq, "failed", nowMs);
    return collectWork();
  }

  #take(transaction: Transaction, step: Step): NewWork {
    const { query, walked, nowMs } = step;
    const work = collectWork();
    const task = this.#tasks.find(step.task.seq);
    const record = this.#context.directory.bySeq(step.task.endpointSeq);
    // Meanwhile it was canceled, or its endpoint disabled or deleted.
    if (task === null || task.status !== "running" || record === null) return work;
    assert(task.position === step.task.position, "one step of a task is under way at a time");
    const batches = batchesOf(this.#context, task, query, walked, nowMs);
    for (const batch of batches.open) this.#writer.insert(record, batch, work, transaction);
    const [queued, skipped] = [batches.open.length, batches.skipped];
    this.#tasks.moveOn(task.seq, { position: walked.position, queued, skipped });
    if (walked.isEnd) this.#finish(task, record, work, nowMs);
    return work;
  }

  #finish(task: TaskRow, { row, organization }: EndpointRecord, work: NewWork, nowMs: number): void {
    this.#tasks.end(task.seq, "done", nowMs);
    // What came in meanwhile may have waited for it.
    if (task.isAhead) {
      work.waiting.push({ endpoint: row.seq, organizationId: organization.id, share: null, dueAtMs: nowMs });
    }
  }
}

interface Step {
  task: TaskRow;
  query: TaskQuery;
  walked: WalkedUp<{ seq: number }>;
  nowMs: number;
}

/** What the task's row asks for. */
function askedOf({ kind, request }: Pick<TaskRow, "kind" | "request">): TaskRequest {
  // Written together.
  return { kind, request } as TaskRequest;
}

/** The deliveries to queue of what was found, and how many events need none. */
function batchesOf(
  { db }: SqliteContext,
  task: TaskRow,
  query: TaskQuery,
  { found }: WalkedUp<{ seq: number }>,
  nowMs: number,
): { open: DeliveryBatch[]; skipped: number } {
  const judged: (Recoverable | Replayable)[] =
    query.kind === "recover" ? judgeRecoverable(db, query, found) : judgeReplayable(db, query, found);
  const open = judged.filter((one) => one.is_open === 1).map((one) => batchOf(task, one, nowMs));
  return { open, skipped: judged.length - open.length };
}

function batchOf(task: TaskRow, one: Recoverable | Replayable, nowMs: number): DeliveryBatch {
  const deliverAtMs = "deliver_at" in one ? (one.deliver_at ?? nowMs) : nowMs;
  // Canceled before it was due the first time: it still is not due.
  const dueAtMs = Math.max(deliverAtMs, nowMs);
  const batch = {
    eventSeq: one.event_seq,
    typeSeq: one.type_seq,
    event: null,
    trigger: task.kind,
    dueAtMs,
    nowMs,
  };
  if (!task.isAhead || !("first_due_at" in one) || dueAtMs > nowMs) return batch;
  // Its old place in the order, which is before everything that came in since.
  return { ...batch, firstDueAtMs: Math.min(one.first_due_at, fromIso(task.createdAt) - 1) };
}
