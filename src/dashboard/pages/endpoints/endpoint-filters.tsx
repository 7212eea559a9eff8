import { CloseButton, Pill, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { FilterBar } from "../../parts/filter-bar.tsx";
import type { Filters } from "../../parts/filters.ts";
import { TypedFilter } from "../../parts/typed-filter.tsx";
import classes from "./endpoints.module.css";

export const endpointFilterNames = ["search", "status", "health", "eventType"] as const;
export type EndpointFilters = Filters<(typeof endpointFilterNames)[number]>;

/** What one looks for is either what an endpoint was told to do, or how it fares: one choice for people. */
const states = [
  {
    group: "Status",
    items: [
      { value: "status:active", label: "Active" },
      { value: "status:paused", label: "Paused" },
      { value: "status:disabled", label: "Disabled" },
    ],
  },
  {
    group: "Health",
    items: [
      { value: "health:healthy", label: "Healthy" },
      { value: "health:failing", label: "Failing" },
      { value: "health:congested", label: "Congested" },
    ],
  },
];

/** Narrows the list; what is set stands in the address. */
export function EndpointFilterBar(props: {
  filters: EndpointFilters;
  change: (changed: Partial<EndpointFilters>) => void;
}) {
  const { filters, change } = props;
  const { status, health, eventType } = filters;
  const state = status !== "" ? `status:${status}` : health !== "" ? `health:${health}` : null;
  return (
    <FilterBar>
      <TypedFilter value={filters.search} onChange={(search) => change({ search })}>
        {(typed, type) => (
          <TextInput
            aria-label="Search endpoints"
            placeholder="Search URL, description or uid"
            leftSection={<IconSearch size={16} />}
            rightSection={
              typed !== "" && <CloseButton size="sm" aria-label="Clear the search" onClick={() => type("")} />
            }
            maxLength={200}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
        )}
      </TypedFilter>
      <Select
        aria-label="Status"
        placeholder="Any status"
        data={states}
        value={state}
        clearable
        clearButtonProps={{ "aria-label": "Any status" }}
        onChange={(chosen) => {
          const [kind, value = ""] = (chosen ?? "").split(":");
          change({ status: kind === "status" ? value : "", health: kind === "health" ? value : "" });
        }}
      />
      {eventType !== "" && (
        <Pill
          className={classes.eventType}
          size="md"
          withRemoveButton
          removeButtonProps={{ "aria-label": `Endpoints for any event type, not only ${eventType}` }}
          onRemove={() => change({ eventType: "" })}
        >
          gets {eventType}
        </Pill>
      )}
    </FilterBar>
  );
}
