import { ActionIcon, TextInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { EventTypeInput, isTypeName } from "../../parts/event-type-input.tsx";
import { FilterBar } from "../../parts/filter-bar.tsx";
import { TypedFilter } from "../../parts/typed-filter.tsx";
import { type WindowFilter, WindowFilterInput } from "../../parts/window-filter.tsx";
import { pagePaths, pathTo } from "../../paths.ts";

export interface EventFilters extends WindowFilter {
  type: string;
  tag: string;
}

/** Narrows the log, or leads to the one event whose id is known. */
export function EventFilterBar(props: {
  filters: EventFilters;
  onChange: (changed: Partial<EventFilters>) => void;
}) {
  const { filters, onChange } = props;
  return (
    <FilterBar>
      <TypedFilter value={filters.type} onChange={(type) => onChange({ type })} isValid={isTypeName}>
        {(value, change) => (
          <EventTypeInput
            label="Event type"
            placeholder="Any"
            clearable
            value={value}
            onChange={change}
            error={value !== "" && !isTypeName(value.trim()) && "Words joined by dots, such as order.created"}
          />
        )}
      </TypedFilter>
      <TypedFilter value={filters.tag} onChange={(tag) => onChange({ tag })}>
        {(value, change) => (
          <TextInput
            label="Tag"
            placeholder="Any"
            value={value}
            maxLength={64}
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
      </TypedFilter>
      <WindowFilterInput value={filters} onChange={onChange} />
      <FindById />
    </FilterBar>
  );
}

function FindById() {
  const [, navigate] = useLocation();
  const [id, setId] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim() !== "") navigate(pathTo(pagePaths.event, { id: id.trim() }));
      }}
    >
      <TextInput
        label="Go to an event"
        placeholder="Its id"
        spellCheck={false}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        rightSection={
          <ActionIcon type="submit" aria-label="Go to the event with this id">
            <IconArrowRight size={16} />
          </ActionIcon>
        }
      />
    </form>
  );
}
