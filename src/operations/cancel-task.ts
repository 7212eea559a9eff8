import type { OrganizationId } from "../domain/id.ts";
import type { Task } from "../domain/task.ts";
import type { OperationContext } from "./context.ts";

/** Ends a recovery or replay before it has queued everything. */
export async function cancelTask(
  context: OperationContext,
  organizationId: OrganizationId,
  taskId: string,
): Promise<Task> {
  const { task, work } = await context.store.cancelTask(organizationId, taskId, context.clock.now());
  context.nudge(work);
  return task;
}
