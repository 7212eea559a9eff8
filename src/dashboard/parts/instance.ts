import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client.ts";
import { refreshEvery } from "../live/refresh.ts";

/** The limits that hold where an organization sets none; for operators also how the program is. */
export function useInstance() {
  return useQuery({
    queryKey: ["instance"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/instance", { signal })),
    refetchInterval: refreshEvery.seldom,
  });
}
