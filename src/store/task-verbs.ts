import type { OrganizationId } from "../domain/id.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import type { Task, TaskProgress, TaskRequest, TaskStatus } from "../domain/task.ts";
import type { NewWork } from "./new-work.ts";
import type { Reference } from "./reference.ts";

export interface TaskFilter {
  endpointId?: Reference | undefined;
  status?: TaskStatus | undefined;
}

export interface TaskVerbs {
  /**
   * Begins a recovery or replay of what has been accepted so far. `endpoint_disabled` where nothing would be sent;
   * `limit_reached` when too many run for the endpoint.
   */
  startTask(
    organizationId: OrganizationId,
    reference: Reference,
    task: { id: string; asked: TaskRequest; nowMs: number },
  ): Promise<{ task: Task; work: NewWork }>;
  /**
   * Counts what a task would do now. `validation_failed` when that takes too long; `unavailable` while the store
   * has yet to make or cancel deliveries that would be counted.
   */
  previewTask(
    organizationId: OrganizationId,
    reference: Reference,
    asked: TaskRequest,
    nowMs: number,
  ): Promise<TaskProgress>;
  getTask(organizationId: OrganizationId, taskId: string): Promise<Task>;
  /** Newest first. */
  listTasks(organizationId: OrganizationId, filter: TaskFilter, page: PageRequest): Promise<Page<Task>>;
  /** Queues nothing more; what it has queued stays. A task that has ended stays as it is. */
  cancelTask(
    organizationId: OrganizationId,
    taskId: string,
    nowMs: number,
  ): Promise<{ task: Task; work: NewWork }>;
  /**
   * Does one bounded step of one running task, each in its turn: queues deliveries and moves the task on, as one.
   * `waits`: all that run have enough queued ahead for now; ask again in a moment.
   */
  continueTasks(nowMs: number): Promise<{ done: boolean; waits: boolean; work: NewWork }>;
}
