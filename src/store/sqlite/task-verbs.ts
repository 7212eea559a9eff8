import { AppError, notFound, validationFailed } from "../../domain/app-error.ts";
import type { OrganizationId } from "../../domain/id.ts";
import type { Task, TaskProgress, TaskRequest } from "../../domain/task.ts";
import { collectWork, type NewWork } from "../new-work.ts";
import type { Reference } from "../reference.ts";
import type { TaskVerbs } from "../task-verbs.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import { readTask } from "./read-tasks.ts";
import { emptyPage } from "./reader.ts";
import type { TaskSteps } from "./task-steps.ts";
import type { TaskTable } from "./task-table.ts";

/** More would only compete for the same share of the endpoint's starts. */
const runningPerEndpointMax = 20;

/** How long a dry run may count. */
const previewMsMax = 10_000;

/** Recoveries and replays. */
export function taskVerbs(context: SqliteContext, tasks: TaskTable, steps: TaskSteps): TaskVerbs {
  const { clock, commits, directory, orm, reader, sequences } = context;

  function requireTask(organizationId: OrganizationId, id: string): Task & { seq: number } {
    const found = readTask(orm, directory.organization(organizationId).seq, id);
    if (!found) throw notFound("task", id);
    return found;
  }

  function start(
    transaction: Transaction,
    organizationId: OrganizationId,
    reference: Reference,
    task: { id: string; asked: TaskRequest; nowMs: number },
  ): { task: Task; work: NewWork } {
    const record = directory.require(organizationId, reference);
    if (record.row.status === "disabled") throw endpointDisabled(record);
    if (tasks.countRunning(record.row.seq) >= runningPerEndpointMax) throw tooMany(record);
    tasks.add(record, { ...task, isAhead: false });
    transaction.noteChange({ objectId: record.row.id, changes: { task: { from: null, to: task.id } } });
    const { seq: _, ...made } = requireTask(organizationId, task.id);
    return { task: made, work: { ...collectWork(), tasks: true } };
  }

  function cancel(
    transaction: Transaction,
    organizationId: OrganizationId,
    taskId: string,
    nowMs: number,
  ): { task: Task; work: NewWork } {
    const { seq, endpointId, status } = requireTask(organizationId, taskId);
    if (status === "running") {
      const changes = { status: { from: status, to: "canceled" } };
      transaction.noteChange({ objectId: taskId, changes });
    }
    tasks.end(seq, "canceled", nowMs);
    const work = collectWork();
    const { row } = directory.require(organizationId, endpointId);
    // What came in since may have waited for it.
    work.waiting.push({ endpoint: row.seq, organizationId, share: null, dueAtMs: nowMs });
    const { seq: _, ...task } = requireTask(organizationId, taskId);
    return { task, work };
  }

  async function preview(
    organizationId: OrganizationId,
    reference: Reference,
    asked: TaskRequest,
    nowMs: number,
  ): Promise<TaskProgress> {
    const record = directory.require(organizationId, reference);
    if (tasks.isBehindChores(sequences.last("chores"))) throw notYet();
    const query = tasks.queryOf(record, asked, { nowMs, isByEnd: false });
    const endAt = clock.monotonic() + previewMsMax;
    const total = { matched: 0, queued: 0, skipped: 0 };
    for (let position = 0; ; ) {
      const counted = await reader.read("taskCount", query, position);
      total.matched += counted.matched;
      total.queued += counted.queued;
      total.skipped += counted.skipped;
      if (counted.isEnd) return total;
      position = counted.position;
      if (clock.monotonic() > endAt) throw tooMuch();
    }
  }

  return {
    startTask: (organizationId, reference, task) =>
      commits.run((transaction) => start(transaction, organizationId, reference, task)),
    previewTask: preview,
    async getTask(organizationId, taskId) {
      const { seq: _, ...task } = requireTask(organizationId, taskId);
      return task;
    },
    async listTasks(organizationId, { endpointId, status }, page) {
      const { seq } = directory.organization(organizationId);
      if (endpointId === undefined) return reader.read("tasks", seq, { status }, page);
      const endpointSeq = directory.find(organizationId, endpointId)?.row.seq;
      if (endpointSeq === undefined) return emptyPage("tasks", page);
      return reader.read("tasks", seq, { endpointSeq, status }, page);
    },
    cancelTask: (organizationId, taskId, nowMs) =>
      commits.run((transaction) => cancel(transaction, organizationId, taskId, nowMs)),
    continueTasks: (nowMs) => steps.next(nowMs),
  };
}

function endpointDisabled({ row }: EndpointRecord): AppError {
  return new AppError(
    "endpoint_disabled",
    `Endpoint ${row.id} is disabled (${row.disabledReason}): nothing is sent to it. Enable it first; a dry run answers all the same.`,
  );
}

function tooMany({ row }: EndpointRecord): AppError {
  return new AppError(
    "limit_reached",
    `${runningPerEndpointMax} recoveries and replays run for endpoint ${row.id}, as many as may. Wait until one is done, or cancel one.`,
  );
}

function notYet(): AppError {
  return new AppError(
    "unavailable",
    "Deliveries that would be counted are still being made or canceled. Ask again in a second.",
    { retryAfterSeconds: 1 },
  );
}

function tooMuch(): AppError {
  const message = `covers more than can be counted in ${previewMsMax / 1000} s: ask for a shorter time, or start the task`;
  return validationFailed([{ path: "since", message }]);
}
