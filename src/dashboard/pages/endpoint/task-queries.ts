import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Task, TaskProgress } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";

/** What is to be sent again, as the API takes it. */
export type TaskOrder =
  | { kind: "recover"; request: { since: string; until?: string; statuses: ("failed" | "canceled")[] } }
  | {
      kind: "replay";
      request: { since: string; until?: string; eventTypes: string[] | null; onlyMissing: boolean };
    };

/** The latest recoveries and replays of an endpoint. */
export function useTasks(endpointId: string) {
  return useQuery({
    queryKey: ["tasks", endpointId],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/tasks", { params: { query: { endpointId, limit: 5 } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ status }) => status === "running") ? refreshEvery.often : refreshEvery.seldom,
  });
}

/** How many events an order would queue; nothing is queued. */
export function useDryRun(endpointId: string, order: TaskOrder) {
  return useQuery({
    queryKey: ["tasks", "dry-run", endpointId, order],
    queryFn: ({ signal }) => count(endpointId, order, signal),
    staleTime: 30_000,
    gcTime: 0,
  });
}

const totalKey = (id: string) => ["tasks", "total", id] as const;

/**
 * How many events a running task is about; null: not known. The API tells how many it has come to, so they are counted,
 * once for each task: as the dialog that began it did, or by the same order as a dry run.
 */
export function useTaskTotal(task: Task, { mayCount }: { mayCount: boolean }): number | null {
  const total = useQuery({
    queryKey: totalKey(task.id),
    queryFn: async ({ signal }) => (await count(task.endpointId, orderOf(task), signal)).matched,
    enabled: mayCount && task.status === "running",
    staleTime: Number.POSITIVE_INFINITY,
    // What takes too long to be counted does so the next time, too.
    retryOnMount: false,
    refetchOnReconnect: false,
  });
  return total.data ?? null;
}

/** The order that a task follows: it takes what was there when it began. */
function orderOf({ request, createdAt }: Task): TaskOrder {
  const until = request.until ?? createdAt;
  return "statuses" in request
    ? { kind: "recover", request: { ...request, until } }
    : { kind: "replay", request: { ...request, until } };
}

export function useTaskChanges(endpointId: string) {
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ["tasks", endpointId] });
  return {
    /** @param expected how many events a dry run has counted */
    async start(order: TaskOrder, expected: number): Promise<Task> {
      const task = (await startOrCount(endpointId, order, { dryRun: false })) as Task;
      client.setQueryData(totalKey(task.id), expected);
      void changed();
      return task;
    },
    async cancel({ id }: Task): Promise<void> {
      await read(api.POST("/api/v1/tasks/{id}/cancel", { params: { path: { id } }, body: {} }));
      await changed();
    },
  };
}

function count(endpointId: string, order: TaskOrder, signal: AbortSignal): Promise<TaskProgress> {
  return startOrCount(endpointId, order, { dryRun: true, signal }) as Promise<TaskProgress>;
}

function startOrCount(id: string, order: TaskOrder, how: { dryRun: boolean; signal?: AbortSignal }) {
  const { dryRun, signal } = how;
  const params = { path: { id } };
  if (order.kind === "recover") {
    const body = { ...order.request, dryRun };
    return read<Task | TaskProgress>(api.POST("/api/v1/endpoints/{id}/recover", { params, body, signal }));
  }
  const body = { ...order.request, dryRun };
  return read<Task | TaskProgress>(api.POST("/api/v1/endpoints/{id}/replay", { params, body, signal }));
}
