import { Combobox, InputBase, ScrollArea, Text, useCombobox } from "@mantine/core";
import { IconBuilding } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { api, read } from "../api/client.ts";
import { sentenceOf } from "../api/problem.ts";
import { readAll } from "../api/read-all.ts";
import { useSession, useSessionChange } from "../api/session.ts";
import { askBeforeLosing } from "../parts/leaving.ts";
import { notify } from "../parts/notify.ts";
import { pagePaths } from "../paths.ts";

/** Nobody picks from a longer list without typing. */
const shownMax = 100;

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
    queryFn: ({ signal }) =>
      readAll((query) => read(api.GET("/api/v1/organizations", { params: { query }, signal }))),
    enabled: combobox.dropdownOpened,
  });
  const words = search.trim();
  const { rows = [], isCut = false } = organizations.data ?? {};
  const found = rows.filter(({ id, name, uid }) =>
    `${name} ${uid ?? ""} ${id}`.toLowerCase().includes(words.toLowerCase()),
  );

  function choose(id: string): void {
    combobox.closeDropdown();
    askBeforeLosing(() => void workInIt(id));
  }

  async function workInIt(id: string): Promise<void> {
    try {
      await workIn(id);
      // What was looked at belongs to the other organization.
      navigate(pagePaths.overview);
    } catch (error) {
      notify.problem(sentenceOf(error));
    }
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start">
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
          placeholder="Find by name, uid or id"
          aria-label="Find an organization"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Combobox.Options aria-label="Organizations">
          <ScrollArea.Autosize mah={240}>
            {found.slice(0, shownMax).map(({ id, name, uid }) => (
              <Combobox.Option key={id} value={id} active={id === me.organization.id}>
                <Text size="sm">{name}</Text>
                <Text size="xs" c="dimmed">
                  {uid ?? id}
                </Text>
              </Combobox.Option>
            ))}
            {isCut && words !== "" && found.length === 0 && (
              <Combobox.Option value={words}>
                <Text size="sm">Work in {words}</Text>
                <Text size="xs" c="dimmed">
                  Not all are listed here: an id or uid finds any
                </Text>
              </Combobox.Option>
            )}
            {found.length > shownMax && <Combobox.Footer>Type to find the others</Combobox.Footer>}
            {found.length === 0 && !isCut && (
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
