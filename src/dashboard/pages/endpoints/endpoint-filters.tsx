import { CloseButton, Pill, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { Filters } from "../../parts/filters.ts";
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
    <search className={classes.filters}>
      <SearchInput value={filters.search} change={change} />
      <Select
        className={classes.state}
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
          size="md"
          withRemoveButton
          removeButtonProps={{ "aria-label": `Endpoints for any event type, not only ${eventType}` }}
          onRemove={() => change({ eventType: "" })}
        >
          gets {eventType}
        </Pill>
      )}
    </search>
  );
}

/** Asks once a pause is made, not at each letter. */
function SearchInput(props: { value: string; change: (changed: Partial<EndpointFilters>) => void }) {
  const { value, change } = props;
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address was changed by something else: a link, or the button that clears all filters.
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  const ask = useDebouncedCallback((search: string) => {
    setKnown(search);
    change({ search });
  }, 250);
  const type = (text: string) => {
    setTyped(text);
    ask(text.trim());
  };
  return (
    <TextInput
      className={classes.search}
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
  );
}
