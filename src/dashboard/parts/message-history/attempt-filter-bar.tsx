import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { EventTypeInput, isTypeName } from "../event-type-input.tsx";
import { FilterBar } from "../filter-bar.tsx";
import { outcomeWords } from "../status.tsx";
import { TypedFilter } from "../typed-filter.tsx";
import { WindowFilterInput } from "../window-filter.tsx";
import type { useAttemptFilters } from "./attempt-filters.ts";
import { EndpointFilter } from "./endpoint-filter.tsx";

/** The classes of a response's status, as the API calls them. */
const statusClasses = [
  { value: "2xx", label: "2xx: success" },
  { value: "3xx", label: "3xx: redirect" },
  { value: "4xx", label: "4xx: refused" },
  { value: "5xx", label: "5xx: receiver broken" },
  { value: "none", label: "No answer" },
];

/** Six fields stand beside each other on an ordinary screen. */
const narrow = "1 1 8.5rem";

/** Narrows the message history. */
export function AttemptFilterBar(props: {
  of: "all" | "endpoint";
  filters: ReturnType<typeof useAttemptFilters>;
}) {
  const { of, filters: narrowed } = props;
  const { filters, change, clear, isNarrowed } = narrowed;
  return (
    <FilterBar>
      {of === "all" && (
        <EndpointFilter value={filters.endpoint} onChange={(endpoint) => change({ endpoint })} />
      )}
      <TypedFilter value={filters.type} onChange={(type) => change({ type })} isValid={isTypeName}>
        {(value, type) => (
          <EventTypeInput
            flex={narrow}
            label="Event type"
            placeholder="Any"
            clearable
            value={value}
            onChange={type}
            error={value !== "" && !isTypeName(value.trim()) && "Words joined by dots, such as order.created"}
          />
        )}
      </TypedFilter>
      <NativeSelect
        flex={narrow}
        label="Outcome"
        value={filters.outcome}
        onChange={(event) => change({ outcome: event.currentTarget.value })}
        data={[
          { value: "", label: "Any" },
          ...Object.entries(outcomeWords).map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        flex={narrow}
        label="Response"
        value={filters.status}
        onChange={(event) => change({ status: event.currentTarget.value })}
        data={[{ value: "", label: "Any" }, ...statusClasses]}
      />
      <WindowFilterInput value={filters} onChange={change} />
      {of === "all" && (
        <TypedFilter value={filters.event} onChange={(event) => change({ event })}>
          {(value, type) => (
            <TextInput
              flex={narrow}
              label="Message id"
              placeholder="Any"
              spellCheck={false}
              maxLength={128}
              value={value}
              onChange={(event) => type(event.currentTarget.value)}
            />
          )}
        </TypedFilter>
      )}
      {isNarrowed && (
        <Button variant="subtle" color="gray" mt={24} leftSection={<IconX size={15} />} onClick={clear}>
          Clear filters
        </Button>
      )}
    </FilterBar>
  );
}
