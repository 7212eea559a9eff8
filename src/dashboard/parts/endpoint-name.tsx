import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, read } from "../api/client.ts";
import { pagePaths, pathTo } from "../paths.ts";
import { endpointLabel } from "./endpoint-label.ts";

/** Names rarely change: one look a minute is enough, for however many rows show it. */
const staleMs = 60_000;

/** An endpoint's name, of which a row knows the id alone, as a link to its page. Until it is known: the id. */
export function EndpointName({ id, className }: { id: string; className?: string }) {
  const label = useEndpointLabel(id);
  return (
    <Link className={className} href={pathTo(pagePaths.endpoint, { id })}>
      {label}
    </Link>
  );
}

export function useEndpointLabel(id: string): string {
  const endpoint = useQuery({
    queryKey: ["endpoints", "one", id],
    queryFn: ({ signal }) => read(api.GET("/api/v1/endpoints/{id}", { params: { path: { id } }, signal })),
    staleTime: staleMs,
  });
  return endpoint.data === undefined ? id : endpointLabel(endpoint.data);
}
