import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { EventSummary } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Card } from "../../parts/card.tsx";
import { CopiedId } from "../../parts/copied-id.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { isTypeName } from "../../parts/event-type-input.tsx";
import { useFilters } from "../../parts/filters.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { usePages } from "../../parts/pages.ts";
import { Tags } from "../../parts/tags.tsx";
import { Time } from "../../parts/time.tsx";
import { windowNames, windowQuery } from "../../parts/window-filter.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import { EventFilterBar, type EventFilters } from "./event-filter-bar.tsx";
import classes from "./events.module.css";
import { NoEvents } from "./no-events.tsx";

const filterNames = ["type", "tag", ...windowNames] as const;

const columns: readonly Column<EventSummary>[] = [
  {
    name: "Event type",
    width: "30%",
    cell: ({ id, type }) => (
      <Link className={classes.type} href={pathTo(pagePaths.event, { id })}>
        {type}
      </Link>
    ),
  },
  { name: "Received", width: "9rem", cell: ({ createdAt }) => <Time at={createdAt} /> },
  {
    name: "Event id",
    small: "wide",
    cell: ({ id }) => (
      <span className={classes.id}>
        <CopiedId id={id} what={`the event's id ${id}`} />
      </span>
    ),
  },
  { name: "Tags", small: "wide", cell: ({ tags }) => <Tags tags={tags} shownMax={3} /> },
];

/** The log of events, newest first. */
export function Events() {
  const { can } = useSession();
  const [, navigate] = useLocation();
  const [filters, change] = useFilters(filterNames);
  const pages = usePages(JSON.stringify(filters));
  const events = useQuery({
    queryKey: ["events", filters, pages.cursor ?? null],
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/events", {
          params: { query: { ...queryOf(filters), limit: 25, cursor: pages.cursor } },
          signal,
        }),
      ),
    // What is past does not change: only the first page does.
    refetchInterval: pages.hasPrevious ? false : refreshEvery.often,
    placeholderData: keepPreviousData,
  });
  const isFiltered = Object.values(filters).some((value) => value !== "");
  return (
    <PageFrame
      title="Events"
      description="Everything that was published, and what became of it."
      actions={
        can("publish") && (
          <Button component={Link} href={pagePaths.publish} leftSection={<IconSend size={16} />}>
            Publish an event
          </Button>
        )
      }
    >
      <EventFilterBar filters={filters} onChange={change} />
      <Card padding="flush">
        <DataTable
          name="Events"
          query={events}
          columns={columns}
          rowKey={({ id }) => id}
          pages={pages}
          skeletonRows={10}
          onOpen={({ id }) => navigate(pathTo(pagePaths.event, { id }))}
          empty={
            <NoEvents
              onClear={
                isFiltered ? () => change({ type: "", tag: "", span: "", since: "", until: "" }) : null
              }
            />
          }
        />
      </Card>
    </PageFrame>
  );
}

/** A type that is being typed is none yet, and would be refused. */
function queryOf(filters: EventFilters) {
  return {
    ...(isTypeName(filters.type) ? { type: filters.type } : {}),
    ...(filters.tag === "" ? {} : { tag: filters.tag }),
    ...windowQuery(filters),
  };
}
