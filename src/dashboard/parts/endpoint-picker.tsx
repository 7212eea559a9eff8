import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../api/client.ts";
import { endpointLabel } from "./endpoint-label.ts";
import { nothingFound, problemLineOf } from "./problem-line.tsx";

/** How long somebody pauses in typing before the server is asked, ms. */
const typingMs = 250;

/** Some of the organization's endpoints, found by their description, URL or uid: the server looks, however many there are. */
export function EndpointPicker(props: Omit<MultiSelectProps, "data" | "searchValue">) {
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), typingMs);
  /** What was picked stays named when another search no longer finds it. */
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useQuery({
    queryKey: ["endpoints", "picker", asked],
    queryFn: ({ signal }) => {
      const query = { limit: 20, search: asked === "" ? undefined : asked };
      return read(api.GET("/api/v1/endpoints", { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
  const offered = new Map((found.data?.data ?? []).map((one) => [one.id, nameOf(one)]));
  const picked = new Map((props.value ?? []).map((id) => [id, offered.get(id) ?? names.get(id) ?? id]));
  return (
    <MultiSelect
      searchable
      placeholder={picked.size === 0 ? "Find by description or URL" : undefined}
      searchValue={search}
      onSearchChange={setSearch}
      // The server has looked already.
      filter={({ options }) => options}
      nothingFoundMessage={nothingFound(found, "No endpoint of that name")}
      maxDropdownHeight={260}
      data={[...new Map([...picked, ...offered])].map(([value, label]) => ({ value, label }))}
      {...props}
      description={problemLineOf(found) ?? props.description}
      onChange={(ids) => {
        setNames(new Map([...names, ...offered]));
        props.onChange?.(ids);
      }}
    />
  );
}

function nameOf(endpoint: { description: string; url: string; status: string }): string {
  const label = endpointLabel(endpoint);
  return endpoint.status === "active" ? label : `${label} (${endpoint.status})`;
}
