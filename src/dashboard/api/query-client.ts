import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./problem.ts";
import { forgetSession } from "./session.ts";

/** Problems that may be gone a moment later. */
const passing: readonly ApiProblem["code"][] = ["unreachable", "unavailable", "rate_limited"];

/**
 * Whether there is a network is asked of Posthorn, not of the browser: one that runs on the same machine answers without
 * any, and of one that does not answer the page has to say so instead of waiting.
 */
const networkMode = "always";

/** Keeps what was read, and shows it at once while it is read again. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // The session has ended: whoever asks next, is asked for a key.
      onError(error) {
        if (error instanceof ApiProblem && error.code === "unauthenticated") forgetSession(client);
      },
    }),
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
  return client;
}
