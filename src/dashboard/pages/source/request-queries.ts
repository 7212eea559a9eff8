import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { SourceRequest } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { usePages } from "../../parts/pages.ts";

export const verdicts = ["accepted", "duplicate", "rejected"] as const;

export const isVerdict = (text: string): text is SourceRequest["verdict"] =>
  (verdicts as readonly string[]).includes(text);

/** What a source has received, page by page. Watched while its sender is being set up. */
export function useRequests(id: string, verdict: SourceRequest["verdict"] | undefined) {
  const pages = usePages(`${id} ${verdict}`);
  const query = useQuery({
    queryKey: ["sources", "requests", id, verdict, pages.cursor],
    queryFn: ({ signal }) => {
      const asked = { limit: 25, cursor: pages.cursor, ...(verdict && { verdict }) };
      return read(
        api.GET("/api/v1/sources/{id}/requests", { params: { path: { id }, query: asked }, signal }),
      );
    },
    refetchInterval: refreshEvery.often,
  });
  return { query, pages };
}

/** Whether anything was ever taken: then its sender is set up. */
export function useArrived(id: string) {
  return useQuery({
    queryKey: ["sources", "arrived", id],
    queryFn: async ({ signal }) => {
      const query = { limit: 1, verdict: "accepted" } as const;
      const { data } = await read(
        api.GET("/api/v1/sources/{id}/requests", { params: { path: { id }, query }, signal }),
      );
      return data.length > 0;
    },
    refetchInterval: ({ state }) => (state.data === true ? false : refreshEvery.seldom),
  });
}
