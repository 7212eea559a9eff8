import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client.ts";
import { serverNow } from "../api/server-time.ts";
import { useSession } from "../api/session.ts";
import { refreshEvery } from "../live/refresh.ts";

const weekMs = 7 * 86_400_000;

/** How many events of each type were published in the last seven days. A publisher's key sees no statistics. */
export function useEventCounts() {
  const { can } = useSession();
  return useQuery({
    queryKey: ["statistics", "event-types"],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, number>> => {
      const since = new Date(serverNow() - weekMs).toISOString();
      const query = { of: "events", interval: "day", groupBy: "eventType", since } as const;
      const { data } = await read(api.GET("/api/v1/stats", { params: { query }, signal }));
      const counts = new Map<string, number>();
      for (const { group, total } of data) {
        if (group !== null) counts.set(group, (counts.get(group) ?? 0) + total);
      }
      return counts;
    },
    enabled: can("view"),
    refetchInterval: refreshEvery.seldom,
  });
}
