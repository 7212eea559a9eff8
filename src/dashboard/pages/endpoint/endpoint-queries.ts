import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";

/** @param id or its uid */
export function useEndpoint(id: string) {
  return useQuery({
    queryKey: ["endpoints", "one", id],
    queryFn: ({ signal }) => read(api.GET("/api/v1/endpoints/{id}", { params: { path: { id } }, signal })),
    refetchInterval: refreshEvery.often,
  });
}

/** The verbs that change how an endpoint is served. Each rejects with the reason why not. */
export function useEndpointVerbs({ id }: Pick<Endpoint, "id">) {
  const client = useQueryClient();
  const params = { path: { id } };
  const changed = () => client.invalidateQueries({ queryKey: ["endpoints"] });
  return {
    async disable(): Promise<void> {
      await read(api.POST("/api/v1/endpoints/{id}/disable", { params, body: {} }));
      await changed();
    },
    async pause(): Promise<void> {
      await read(api.POST("/api/v1/endpoints/{id}/pause", { params, body: {} }));
      await changed();
    },
    async resume(): Promise<void> {
      await read(api.POST("/api/v1/endpoints/{id}/resume", { params, body: {} }));
      await changed();
    },
  };
}
