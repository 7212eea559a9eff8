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
    queryFn: ({ signal }) =>
      startOrCount(endpointId, order, { dryRun: true, signal }) as Promise<TaskProgress>,
    staleTime: 30_000,
    gcTime: 0,
  });
}

export function useTaskChanges(endpointId: string) {
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ["tasks", endpointId] });
  return {
    async start(order: TaskOrder): Promise<Task> {
      const task = (await startOrCount(endpointId, order, { dryRun: false })) as Task;
      void changed();
      return task;
    },
    async cancel({ id }: Task): Promise<void> {
      await read(api.POST("/api/v1/tasks/{id}/cancel", { params: { path: { id } }, body: {} }));
      await changed();
    },
  };
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
