import { Combobox, InputBase, ScrollArea, Text, useCombobox } from "@mantine/core";
import { IconBuilding } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { api, read } from "../api/client.ts";
import { sentenceOf } from "../api/problem.ts";
import { useSession, useSessionChange } from "../api/session.ts";
import { notify } from "../parts/notify.ts";
import { pagePaths } from "../paths.ts";

/** An operator sees every organization, one at a time. Everybody else has one. */
export function OrganizationSwitch() {
  const { can } = useSession();
  return can("operate") ? <Switch /> : null;
}

function Switch() {
  const { me } = useSession();
  const { workIn } = useSessionChange();
  const [, navigate] = useLocation();
  const [search, setSearch] = useState("");
  const combobox = useCombobox({ onDropdownClose: () => setSearch("") });
  const organizations = useQuery({
    queryKey: ["organizations", "choice"],
    queryFn: () => read(api.GET("/api/v1/organizations", { params: { query: { limit: 100 } } })),
    enabled: combobox.dropdownOpened,
  });
  const found = (organizations.data?.data ?? []).filter(({ name, uid }) =>
    `${name} ${uid ?? ""}`.toLowerCase().includes(search.trim().toLowerCase()),
  );

  async function choose(id: string): Promise<void> {
    combobox.closeDropdown();
    try {
      await workIn(id);
      // What was looked at belongs to the other organization.
      navigate(pagePaths.overview);
    } catch (error) {
      notify.problem(sentenceOf(error));
    }
  }

  return (
    <Combobox store={combobox} onOptionSubmit={(id) => void choose(id)} position="top-start">
      <Combobox.Target>
        <InputBase
          component="button"
          type="button"
          pointer
          size="sm"
          leftSection={<IconBuilding size={16} />}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          <Text component="span" size="sm" fw={550} truncate display="block">
            <span className="visually-hidden">Organization: </span>
            {me.organization.name}
          </Text>
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          placeholder="Find an organization"
          aria-label="Find an organization"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Combobox.Options aria-label="Organizations">
          <ScrollArea.Autosize mah={240}>
            {found.map(({ id, name, uid }) => (
              <Combobox.Option key={id} value={id} active={id === me.organization.id}>
                <Text size="sm">{name}</Text>
                <Text size="xs" c="dimmed">
                  {uid ?? id}
                </Text>
              </Combobox.Option>
            ))}
            {found.length === 0 && (
              <Combobox.Empty>
                {organizations.isPending
                  ? "Loading …"
                  : organizations.isError
                    ? `They could not be read. ${sentenceOf(organizations.error)}`
                    : "None of that name"}
              </Combobox.Empty>
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
