import { patternMatches } from "../../../domain/subscription.ts";
import type { EventType } from "../../api/shapes.ts";
import { groupsOf } from "../../parts/catalogue.ts";

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
  const present = types.filter(({ archived }) => !archived);
  const offered = groupsOf(present).map(([name, inIt]) => ({
    name,
    options: withWildcards(
      inIt.map((type) => ({ pattern: type.name, description: type.description })),
      present,
    ),
  }));
  return [...offered, operational];
}

function withWildcards(options: OfferedPattern[], types: readonly EventType[]): OfferedPattern[] {
  const families = new Set(options.map(({ pattern }) => pattern.split(".")[0] ?? ""));
  const wildcards = [...families].flatMap((family): OfferedPattern[] => {
    const pattern = `${family}.*`;
    const taken = types.filter(({ name }) => patternMatches(pattern, name)).length;
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
