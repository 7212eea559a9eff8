import { QueryClient } from "@tanstack/react-query";
import { whenUnauthenticated } from "./client.ts";
import { ApiProblem } from "./problem.ts";
import { noticeEnd } from "./session-end.ts";

/** Problems that may be gone a moment later. */
const passing: readonly ApiProblem["code"][] = ["unreachable", "unavailable", "rate_limited"];

/**
 * Whether there is a network is asked of Posthorn, not of the browser: one that runs on the same machine answers without
 * any, and of one that does not answer the page has to say so instead of waiting.
 */
const networkMode = "always";

/** Keeps what was read, and shows it at once while it is read again. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiProblem && passing.includes(error.code),
        refetchOnWindowFocus: true,
        networkMode,
      },
      mutations: { retry: false, networkMode },
    },
  });
  whenUnauthenticated(() => noticeEnd(client));
  return client;
}
