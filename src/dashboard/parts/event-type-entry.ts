import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, read } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";
import type { EventType } from "../api/shapes.ts";
import { catalogueKey, readCatalogue } from "./catalogue.ts";

/** An entry of the catalogue. */
export function useEventType(name: string) {
  return useQuery({
    queryKey: [...catalogueKey, "one", name],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/event-types/{name}", { params: { path: { name } }, signal })),
  });
}

/** An entry as it is written. Schema and example are the texts as they stand in their fields, or null. */
export interface EntryText extends Pick<EventType, "description" | "group" | "archived" | "shared"> {
  schema: string | null;
  example: string | null;
}

/** Looks for an entry of the catalogue, writes one, takes one out of it. */
export function useEventTypeChange() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: catalogueKey });
  return {
    /** The entry of the name as it is now, be it ever so new; null: there is none. */
    async find(name: string): Promise<EventType | null> {
      const { types, isCut } = await client.fetchQuery({
        queryKey: catalogueKey,
        queryFn: ({ signal }) => readCatalogue(signal),
        staleTime: 0,
      });
      return types.find((one) => one.name === name) ?? (isCut ? findBeyond(name) : null);
    },
    async put(name: string, { schema, example, ...rest }: EntryText): Promise<void> {
      // Written out by hand: printed again, the numbers and the order of names would be others.
      const text = `${JSON.stringify(rest).slice(0, -1)},"schema":${schema},"example":${example}}`;
      await read(
        api.PUT("/api/v1/event-types/{name}", {
          params: { path: { name } },
          body: { ...rest, schema: null, example: null },
          bodySerializer: () => text,
        }),
      );
      await refresh();
    },
    async remove(name: string): Promise<void> {
      await read(api.DELETE("/api/v1/event-types/{name}", { params: { path: { name } } }));
      client.removeQueries({ queryKey: [...catalogueKey, "one", name] });
      await refresh();
    },
  };
}

/** Of a catalogue that is too large to be read: not asked otherwise, because the browser notes a 404 as an error. */
async function findBeyond(name: string): Promise<EventType | null> {
  try {
    return await read(api.GET("/api/v1/event-types/{name}", { params: { path: { name } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.code === "not_found") return null;
    throw error;
  }
}

/** An entry's JSON as a text of its own. */
export function textOf(json: object | null): string | null {
  return json === null ? null : JSON.stringify(json, null, 2);
}
