import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Delivery } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";

/** More than a schedule can have. */
const attemptsShownMax = 100;

/** A delivery and the request that it makes; read again while it is pending. */
export function useDelivery(id: string | null) {
  return useQuery({
    queryKey: ["deliveries", "one", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/deliveries/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== null,
    refetchInterval: ({ state }) => whilePending(state.data?.status),
  });
}

/** Its attempts, the oldest first. */
export function useAttemptsOf(id: string | null, status: Delivery["status"] | undefined) {
  return useQuery({
    // Once it has ended they are read once more: the last one came with the end.
    queryKey: ["deliveries", "attempts", id, status === "pending"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: id ?? "" }, query: { limit: attemptsShownMax } };
      return (await read(api.GET("/api/v1/deliveries/{id}/attempts", { params, signal }))).data;
    },
    enabled: id !== null && status !== undefined,
    refetchInterval: whilePending(status),
    placeholderData: (before) => (before?.[0]?.deliveryId === id ? before : undefined),
  });
}

/** An attempt with its request, which never changes but by an erasure. */
export function useAttempt(id: string | null) {
  return useQuery({
    queryKey: ["attempts", "one", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/attempts/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== null,
    staleTime: 60_000,
  });
}

/** The event: its time and tags. */
export function useEvent(id: string | undefined) {
  return useQuery({
    queryKey: ["events", "one", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/events/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
}

function whilePending(status: Delivery["status"] | undefined): number | false {
  return status === "pending" ? refreshEvery.often : false;
}
