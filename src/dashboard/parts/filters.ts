import { useSearchParams } from "wouter";

/** What a list is narrowed to. It stands in the address, so that a link leads to what was seen. */
export type Filters<Name extends string> = Record<Name, string>;

/** @returns each filter's value, empty where it is not set, and a way to change some of them. */
export function useFilters<Name extends string>(
  names: readonly Name[],
): [Filters<Name>, (changed: Partial<Filters<Name>>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ""])) as Filters<Name>;
  const change = (changed: Partial<Filters<Name>>): void => {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changed) as [Name, string][]) {
          if (value === "") after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  };
  return [filters, change];
}

/** As a query of the API: what is not set is left out. */
export function asQuery<Name extends string>(filters: Filters<Name>): Partial<Filters<Name>> {
  const set = Object.entries(filters).filter(([, value]) => value !== "");
  return Object.fromEntries(set) as Partial<Filters<Name>>;
}
