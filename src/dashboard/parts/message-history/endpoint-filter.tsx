import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import { endpointLabel } from "../endpoint-label.ts";
import { useEndpointLabel } from "../endpoint-name.tsx";
import { nothingFound, problemLineOf } from "../problem-line.tsx";

/** How long somebody pauses in typing before the server is asked, ms. */
const typingMs = 250;
const offeredMax = 20;

/** One endpoint, found by its description, URL or uid: the server looks, however many there are. */
export function EndpointFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  return value === "" ? (
    <Choice value="" label="" onChange={onChange} />
  ) : (
    <Chosen key={value} value={value} onChange={onChange} />
  );
}

function Chosen({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  return <Choice value={value} label={useEndpointLabel(value)} onChange={onChange} />;
}

function Choice(props: { value: string; label: string; onChange: (id: string) => void }) {
  const { value, label, onChange } = props;
  const [search, setSearch] = useState(label);
  const [asked] = useDebouncedValue(search === label ? "" : search.trim(), typingMs);
  const found = useQuery({
    queryKey: ["endpoints", "choice", asked],
    queryFn: ({ signal }) => {
      const query = { limit: offeredMax, search: asked === "" ? undefined : asked };
      return read(api.GET("/api/v1/endpoints", { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const offered = new Map((found.data?.data ?? []).map((one) => [one.id, endpointLabel(one)]));
  if (value !== "") offered.set(value, label);
  return (
    <Select
      label="Endpoint"
      flex="1 1 8.5rem"
      placeholder="Any"
      searchable
      clearable
      value={value === "" ? null : value}
      onChange={(id) => onChange(id ?? "")}
      searchValue={search}
      onSearchChange={setSearch}
      // The server has looked already.
      filter={({ options }) => options}
      nothingFoundMessage={nothingFound(found, "No endpoint of that name")}
      description={problemLineOf(found)}
      inputWrapperOrder={["label", "input", "description"]}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
      data={[...offered].map(([id, name]) => ({ value: id, label: name }))}
    />
  );
}
