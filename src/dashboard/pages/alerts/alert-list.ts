import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Alert } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { usePages } from "../../parts/pages.ts";

/** Alerts of one state, page by page. */
export function useAlerts(state: Alert["state"], endpointId: string) {
  const pages = usePages(endpointId);
  const query = useQuery({
    queryKey: ["alerts", state, endpointId, pages.cursor],
    queryFn: ({ signal }) => {
      const narrowed = endpointId === "" ? {} : { endpointId };
      const asked = { state, limit: 25, cursor: pages.cursor, ...narrowed };
      return read(api.GET("/api/v1/alerts", { params: { query: asked }, signal }));
    },
    refetchInterval: refreshEvery.seldom,
  });
  return { query, pages };
}
