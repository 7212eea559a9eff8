import { Alert, Button, Checkbox, Stack, TextInput } from "@mantine/core";
import { IconCategory, IconFilterOff, IconPlus, IconSearch } from "@tabler/icons-react";
import { Link } from "wouter";
import { useSession } from "../../api/session.ts";
import type { EventType } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { groupsOf, useCatalogue } from "../../parts/catalogue.ts";
import { useEventCounts } from "../../parts/event-counts.ts";
import { useFilters } from "../../parts/filters.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { ProblemView } from "../../parts/problem-view.tsx";
import { SkeletonList } from "../../parts/skeleton-list.tsx";
import { pagePaths } from "../../paths.ts";
import classes from "./event-types.module.css";
import { TypeRow } from "./type-row.tsx";
import { UnlistedTypes } from "./unlisted-types.tsx";

/** The catalogue: what may happen, in groups. */
export function EventTypes() {
  const { can } = useSession();
  const catalogue = useCatalogue();
  const counts = useEventCounts();
  const [filters, change] = useFilters(["search", "archived"]);
  return (
    <PageFrame
      title="Event types"
      description="What your software says can happen: whoever adds an endpoint picks from these."
      actions={
        can("administer") && (
          <Button component={Link} href={pagePaths.newEventType} leftSection={<IconPlus size={16} />}>
            Add event type
          </Button>
        )
      }
    >
      <search className={classes.filters}>
        <TextInput
          aria-label="Find an event type"
          placeholder="Find by name, description or group"
          leftSection={<IconSearch size={16} />}
          value={filters.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
        />
        <Checkbox
          label="Show archived"
          checked={filters.archived === "yes"}
          onChange={(event) => change({ archived: event.currentTarget.checked ? "yes" : "" })}
        />
      </search>
      <Loaded
        query={catalogue}
        what="The event types"
        skeleton={
          <Card padding="flush">
            <SkeletonList rows={6} />
          </Card>
        }
      >
        {({ types, isCut }) => (
          <Stack gap="md">
            <Found
              types={types}
              search={filters.search}
              showsArchived={filters.archived === "yes"}
              onClear={() => change({ search: "", archived: "yes" })}
            />
            {isCut && (
              <Alert color="brass" variant="light">
                These are the newest thousand. The API lists all: GET /api/v1/event-types.
              </Alert>
            )}
            {counts.data === undefined && counts.isError && (
              <ProblemView
                what="How often each was published"
                error={counts.error}
                onRetry={() => void counts.refetch()}
              />
            )}
            {can("view") && filters.search === "" && !isCut && <UnlistedTypes types={types} />}
          </Stack>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Found(props: {
  types: readonly EventType[];
  search: string;
  showsArchived: boolean;
  onClear: () => void;
}) {
  const { types, search, showsArchived, onClear } = props;
  const { can } = useSession();
  const counts = useEventCounts();
  const words = search.trim().toLowerCase();
  const found = types.filter(
    ({ name, description, group, archived }) =>
      (showsArchived || !archived) && `${name} ${description} ${group ?? ""}`.toLowerCase().includes(words),
  );
  if (types.length === 0) {
    return (
      <Card padding="flush">
        <Nothing
          icon={IconCategory}
          title="The catalogue is empty"
          description="Anything can be published without it. With it, endpoints pick their types from a list, tests send your examples, and strict organizations check what is published."
        >
          {can("administer") && (
            <Button component={Link} href={pagePaths.newEventType}>
              Add the first event type
            </Button>
          )}
        </Nothing>
      </Card>
    );
  }
  if (found.length === 0) {
    return (
      <Card padding="flush">
        <Nothing
          icon={IconFilterOff}
          title={words === "" ? "All event types are archived" : `No event type matches “${search.trim()}”`}
          description="Names, descriptions and groups were looked at."
        >
          <Button variant="default" onClick={onClear}>
            Show all
          </Button>
        </Nothing>
      </Card>
    );
  }
  return groupsOf(found).map(([group, inIt]) => (
    <Card key={group} title={group} padding="flush">
      <ul className={classes.list} aria-label={group}>
        {inIt.map((type) => (
          <TypeRow key={type.name} type={type} published={counts.data && (counts.data.get(type.name) ?? 0)} />
        ))}
      </ul>
    </Card>
  ));
}
