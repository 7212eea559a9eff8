import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Alert, Page } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { usePages } from "../../parts/pages.ts";
import { type Trouble, troublesOf } from "./trouble.ts";

/** What is wrong now, by endpoint, page by page. */
export function useTroubles(endpointId: string) {
  return useAlerts("ACTIVATED", endpointId, byEndpoint);
}

/** What is over, page by page. */
export function usePastAlerts(endpointId: string) {
  return useAlerts("DEACTIVATED", endpointId, asTheyAre);
}

const byEndpoint = ({ data, nextCursor }: Page<Alert>): Page<Trouble> => ({
  data: troublesOf(data),
  nextCursor,
});
const asTheyAre = (page: Page<Alert>): Page<Alert> => page;

function useAlerts<Row>(state: Alert["state"], endpointId: string, select: (page: Page<Alert>) => Page<Row>) {
  const pages = usePages(endpointId);
  const query = useQuery({
    queryKey: ["alerts", state, endpointId, pages.cursor],
    queryFn: ({ signal }) => {
      const narrowed = endpointId === "" ? {} : { endpointId };
      const asked = { state, limit: 50, cursor: pages.cursor, ...narrowed };
      return read(api.GET("/api/v1/alerts", { params: { query: asked }, signal }));
    },
    select,
    refetchInterval: refreshEvery.seldom,
  });
  return { query, pages };
}
