import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client.ts";
import { readAll } from "../api/read-all.ts";
import type { EventType } from "../api/shapes.ts";

/** A catalogue changes when somebody releases something: now and then. */
const staleMs = 60_000;

export interface Catalogue {
  /** By name. */
  types: readonly EventType[];
  /** There are more than are read at once. */
  isCut: boolean;
}

export const catalogueKey = ["event-types"] as const;

/** All types of event that the organization knows, its own and the shared ones. */
export function useCatalogue() {
  return useQuery({
    queryKey: catalogueKey,
    queryFn: ({ signal }) => readCatalogue(signal),
    staleTime: staleMs,
  });
}

export async function readCatalogue(signal: AbortSignal): Promise<Catalogue> {
  const { rows, isCut } = await readAll((query) =>
    read(api.GET("/api/v1/event-types", { params: { query }, signal })),
  );
  return { types: rows.sort(byName), isCut };
}

const byName = (a: EventType, b: EventType): number => a.name.localeCompare(b.name);

/** What types without a group are listed under. */
export const noGroup = "Other";

/** The types by their groups, in the order of the alphabet; those without one come last. */
export function groupsOf(types: readonly EventType[]): [group: string, types: EventType[]][] {
  const groups = Map.groupBy(types, ({ group }) => group ?? "");
  return [...groups]
    .sort(([a], [b]) => Number(a === "") - Number(b === "") || a.localeCompare(b))
    .map(([group, inIt]) => [group === "" ? noGroup : group, inIt]);
}
