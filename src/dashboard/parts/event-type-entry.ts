import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, read } from "../api/client.ts";
import type { EventType } from "../api/shapes.ts";
import { catalogueKey } from "./catalogue.ts";

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

/** Writes an entry of the catalogue; takes one out of it. */
export function useEventTypeChange() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: catalogueKey });
  return {
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

/** An entry's JSON as a text of its own. */
export function textOf(json: object | null): string | null {
  return json === null ? null : JSON.stringify(json, null, 2);
}
