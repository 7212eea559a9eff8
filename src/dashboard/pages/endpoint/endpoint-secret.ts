import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { EndpointSecret } from "../../api/shapes.ts";

/** The secret itself is kept nowhere: it is read each time that somebody asks for it. */
export function readSecret(id: string): Promise<EndpointSecret> {
  return read(api.GET("/api/v1/endpoints/{id}/secret", { params: { path: { id } } }));
}

/** What belongs to a secret and is none. */
export type KeysBeside = Pick<EndpointSecret, "publicKey" | "previous">;

export const keysBesideKey = (id: string) => ["endpoints", "keys", id] as const;

export function useKeysBeside(id: string) {
  return useQuery({
    queryKey: keysBesideKey(id),
    queryFn: async (): Promise<KeysBeside> => {
      const { publicKey, previous } = await readSecret(id);
      return { publicKey, previous };
    },
    staleTime: 60_000,
    gcTime: 0,
  });
}
