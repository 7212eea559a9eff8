import { ActionIcon, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconArrowRight } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { EventTypeInput, isTypeName } from "../../parts/event-type-input.tsx";
import { FilterBar } from "../../parts/filter-bar.tsx";
import { type WindowFilter, WindowFilterInput } from "../../parts/window-filter.tsx";
import { pagePaths, pathTo } from "../../paths.ts";

export interface EventFilters extends WindowFilter {
  type: string;
  tag: string;
}

/** How long somebody pauses in typing before the list follows, ms. */
const typingMs = 300;

/** Narrows the log, or leads to the one event whose id is known. */
export function EventFilterBar(props: {
  filters: EventFilters;
  onChange: (changed: Partial<EventFilters>) => void;
}) {
  const { filters, onChange } = props;
  return (
    <FilterBar>
      <Typed
        value={filters.type}
        onChange={(type) => onChange({ type })}
        render={(value, change) => (
          <EventTypeInput
            label="Event type"
            placeholder="Any"
            clearable
            value={value}
            onChange={change}
            error={value !== "" && !isTypeName(value) && "Words joined by dots, such as order.created"}
          />
        )}
      />
      <Typed
        value={filters.tag}
        onChange={(tag) => onChange({ tag })}
        render={(value, change) => (
          <TextInput
            label="Tag"
            placeholder="Any"
            value={value}
            maxLength={64}
            onChange={(event) => change(event.currentTarget.value.trim())}
          />
        )}
      />
      <WindowFilterInput value={filters} onChange={onChange} />
      <FindById />
    </FilterBar>
  );
}

/** A field that the list follows a moment after the last letter. */
function Typed(props: {
  value: string;
  onChange: (value: string) => void;
  render: (value: string, change: (value: string) => void) => React.ReactNode;
}) {
  const { value, onChange, render } = props;
  const [typed, setTyped] = useState(value);
  // Somebody cleared the filters, or went back.
  useEffect(() => setTyped(value), [value]);
  const follow = useDebouncedCallback(onChange, typingMs);
  return render(typed, (changed) => {
    setTyped(changed);
    follow(changed);
  });
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
