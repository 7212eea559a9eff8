import { and, desc, eq, gte, isNull, lt } from "drizzle-orm";
import type { Page, PageRequest } from "../../domain/page.ts";
import type { Task, TaskStatus } from "../../domain/task.ts";
import type { Drizzle } from "./drizzle.ts";
import { endpoints } from "./schema.ts";
import { tasks } from "./task-schema.ts";
import { nthBelowIn, walk, withoutSeq } from "./walk.ts";

/** A list's filter with its references resolved. */
export interface TaskListFilter {
  endpointSeq?: number | undefined;
  status?: TaskStatus | undefined;
}

const columns = {
  seq: tasks.seq,
  id: tasks.id,
  kind: tasks.kind,
  endpointId: endpoints.id,
  status: tasks.status,
  request: tasks.request,
  queued: tasks.queued,
  skipped: tasks.skipped,
  createdAt: tasks.createdAt,
  completedAt: tasks.completedAt,
};

function selectTasks(orm: Drizzle) {
  return orm
    .select(columns)
    .from(tasks)
    .innerJoin(endpoints, eq(endpoints.seq, tasks.endpointSeq))
    .$dynamic();
}

/** Newest first. Those of a deleted endpoint are gone at once. */
export function listTasks(
  orm: Drizzle,
  organizationSeq: number,
  { endpointSeq, status }: TaskListFilter,
  page: PageRequest,
): Page<Task> {
  const inOrganization = eq(tasks.organizationSeq, organizationSeq);
  const found = walk({
    list: "tasks",
    page,
    nthBelow: nthBelowIn(orm, tasks, inOrganization),
    rows: ({ before, floor, limit }) =>
      selectTasks(orm)
        .where(
          and(
            inOrganization,
            lt(tasks.seq, before),
            gte(tasks.seq, floor),
            isNull(endpoints.deletedAt),
            endpointSeq === undefined ? undefined : eq(tasks.endpointSeq, endpointSeq),
            status === undefined ? undefined : eq(tasks.status, status),
          ),
        )
        .orderBy(desc(tasks.seq))
        .limit(limit)
        .all()
        .map(asTask),
  });
  return withoutSeq(found);
}

/** One task by id; null if the organization has none. */
export function readTask(orm: Drizzle, organizationSeq: number, id: string): (Task & { seq: number }) | null {
  const row = selectTasks(orm)
    .where(and(eq(tasks.id, id), eq(tasks.organizationSeq, organizationSeq), isNull(endpoints.deletedAt)))
    .get();
  return row ? asTask(row) : null;
}

function asTask({ queued, skipped, ...row }: SelectedTask): Task & { seq: number } {
  return { ...row, progress: { matched: queued + skipped, queued, skipped } };
}

type SelectedTask = ReturnType<ReturnType<typeof selectTasks>["all"]>[number];
