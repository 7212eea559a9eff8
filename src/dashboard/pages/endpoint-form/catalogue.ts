import { useQuery } from "@tanstack/react-query";
import { patternMatches } from "../../../domain/subscription.ts";
import type { components } from "../../api/api-types.d.ts";
import { api, read } from "../../api/client.ts";

export type EventType = components["schemas"]["EventType"];

/** More than this nobody looks through: beyond it a type is found by typing its name. */
const pagesMax = 5;
const staleMs = 60_000;

/** The organization's event types by name; the newest five hundred of a catalogue without end. */
export function useCatalogue() {
  return useQuery({
    queryKey: ["event-types", "catalogue"],
    queryFn: async ({ signal }) => {
      const types: EventType[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < pagesMax; page++) {
        const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
        const { data, nextCursor } = await read(
          api.GET("/api/v1/event-types", { params: { query }, signal }),
        );
        types.push(...data);
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
      return types.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    staleTime: staleMs,
  });
}

/** What is offered under one heading: a family's wildcard first. */
export interface OfferedGroup {
  name: string;
  options: OfferedPattern[];
}

export interface OfferedPattern {
  pattern: string;
  description: string;
}

/** What Posthorn says about itself: reserved names, which are in nobody's catalogue. */
const operational: OfferedGroup = {
  name: "About Posthorn itself",
  options: [
    { pattern: "posthorn.*", description: "Everything about endpoints and deliveries" },
    { pattern: "posthorn.endpoint.*", description: "Disabled, enabled, congested, error rate, latency …" },
    { pattern: "posthorn.delivery.*", description: "Failing, exhausted, recovered" },
  ],
};

/** The catalogue as it is offered: by group, archived ones left out, wildcards where they save something. */
export function offeredGroups(types: readonly EventType[]): OfferedGroup[] {
  const groups = new Map<string, OfferedPattern[]>();
  for (const { name, description, group, archived } of types) {
    if (archived) continue;
    const heading = group ?? name.split(".")[0] ?? name;
    const options = groups.get(heading) ?? [];
    options.push({ pattern: name, description });
    groups.set(heading, options);
  }
  const offered = [...groups].sort(([a], [b]) => a.localeCompare(b));
  return [
    ...offered.map(([name, options]) => ({ name, options: withWildcards(options, types) })),
    operational,
  ];
}

function withWildcards(options: OfferedPattern[], types: readonly EventType[]): OfferedPattern[] {
  const families = new Set(options.map(({ pattern }) => pattern.split(".")[0] ?? ""));
  const wildcards = [...families].flatMap((family): OfferedPattern[] => {
    const pattern = `${family}.*`;
    const taken = types.filter(({ name, archived }) => !archived && patternMatches(pattern, name)).length;
    if (taken < 2) return [];
    return [{ pattern, description: `All ${taken} of them, and those to come` }];
  });
  return [...wildcards, ...options];
}

/** The chosen pattern that takes the offered one already, or null. */
export function coveredBy(pattern: string, chosen: readonly string[]): string | null {
  // A wildcard stands for some name under it: what takes that one takes all, but for the few that are named only.
  const example = pattern.endsWith("*") ? `${pattern.slice(0, -1)}any` : pattern;
  return chosen.find((one) => one !== pattern && patternMatches(one, example)) ?? null;
}
