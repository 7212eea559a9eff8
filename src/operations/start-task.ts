import type { OrganizationId } from "../domain/id.ts";
import type { Task, TaskProgress, TaskRequest } from "../domain/task.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";

/** Begins to send an endpoint's events again, or counts what that would be. */
export async function startTask(
  context: OperationContext,
  organizationId: OrganizationId,
  reference: Reference,
  { asked, dryRun = false }: { asked: TaskRequest; dryRun?: boolean | undefined },
): Promise<{ task: Task } | { counted: TaskProgress }> {
  const { store, clock, newId } = context;
  const nowMs = clock.now();
  if (dryRun) return { counted: await store.previewTask(organizationId, reference, asked, nowMs) };
  const { task, work } = await store.startTask(organizationId, reference, {
    id: newId("task"),
    asked,
    nowMs,
  });
  context.nudge(work);
  return { task };
}
