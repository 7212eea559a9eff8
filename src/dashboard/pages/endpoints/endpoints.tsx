import { Button } from "@mantine/core";
import { IconFilterOff, IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Card } from "../../parts/card.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { DeleteEndpointDialog } from "../../parts/delete-endpoint-dialog.tsx";
import { EnableDialog } from "../../parts/enable-dialog.tsx";
import { asQuery, useFilters } from "../../parts/filters.ts";
import { Nothing } from "../../parts/nothing.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { usePages } from "../../parts/pages.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import { endpointColumns } from "./endpoint-columns.tsx";
import { EndpointFilterBar, type EndpointFilters, endpointFilterNames } from "./endpoint-filters.tsx";
import { EndpointMenu } from "./endpoint-menu.tsx";

const pageLimit = 25;

/** Where events go: every endpoint with its state, to be searched, added and deleted. */
export function Endpoints() {
  const { can } = useSession();
  const [, navigate] = useLocation();
  const [filters, change] = useFilters(endpointFilterNames);
  const pages = usePages(JSON.stringify(filters));
  const [asked, setAsked] = useState<{ to: "enable" | "delete"; endpoint: Endpoint } | null>(null);
  const query = useQuery({
    queryKey: ["endpoints", "list", filters, pages.cursor ?? ""],
    queryFn: ({ signal }) => readPage(filters, pages.cursor, signal),
    refetchInterval: refreshEvery.often,
    placeholderData: keepPreviousData,
  });
  const actions: Column<Endpoint> = {
    name: "Actions",
    align: "right",
    small: "corner",
    cell: (endpoint) => (
      <EndpointMenu
        endpoint={endpoint}
        onEnable={() => setAsked({ to: "enable", endpoint })}
        onDelete={() => setAsked({ to: "delete", endpoint })}
      />
    ),
  };
  const isFiltered = Object.values(filters).some((value) => value !== "");
  const clear = () => change({ search: "", status: "", health: "", eventType: "" });
  return (
    <PageFrame
      title="Endpoints"
      description="The URLs that receive your events, and how they fare."
      actions={can("administer") && <AddButton />}
    >
      <EndpointFilterBar filters={filters} change={change} />
      <Card padding="flush">
        <DataTable
          name="Endpoints"
          query={query}
          columns={can("administer") ? [...endpointColumns, actions] : endpointColumns}
          rowKey={({ id }) => id}
          pages={pages}
          onOpen={({ id }) => navigate(pathTo(pagePaths.endpoint, { id }))}
          empty={
            pages.hasPrevious ? (
              <NoneHereAnyMore onBack={pages.previous} />
            ) : isFiltered ? (
              <NoneMatches onClear={clear} />
            ) : (
              <NoneYet />
            )
          }
        />
      </Card>
      <EnableDialog
        endpoint={asked?.to === "enable" ? asked.endpoint : null}
        onClose={() => setAsked(null)}
      />
      <DeleteEndpointDialog
        endpoint={asked?.to === "delete" ? asked.endpoint : null}
        onClose={() => setAsked(null)}
      />
    </PageFrame>
  );
}

function readPage(filters: EndpointFilters, cursor: string | undefined, signal: AbortSignal) {
  // What stands in the address may have been typed by hand: the API says what is wrong with it.
  const narrowed = asQuery(filters) as { status?: Endpoint["status"]; health?: Endpoint["health"]["state"] };
  const query = { ...narrowed, limit: pageLimit, ...(cursor === undefined ? {} : { cursor }) };
  return read(api.GET("/api/v1/endpoints", { params: { query }, signal }));
}

function AddButton() {
  return (
    <Button component={Link} href={pagePaths.newEndpoint} leftSection={<IconPlus size={16} />}>
      Add endpoint
    </Button>
  );
}

function NoneYet() {
  const { can } = useSession();
  return (
    <Nothing
      icon={IconPlugConnected}
      title="No endpoints yet"
      description={
        can("administer")
          ? "An endpoint is a URL of yours. Name it and the events that it should get; every delivery to it shows up here."
          : "An endpoint is a URL that receives events. Whoever has an admin's key adds the first one."
      }
    >
      {can("administer") && <AddButton />}
    </Nothing>
  );
}

/** The last one of the last page was deleted. */
function NoneHereAnyMore({ onBack }: { onBack: () => void }) {
  return (
    <Nothing icon={IconPlugConnected} title="None are left here" description="They were deleted, or changed.">
      <Button variant="default" onClick={onBack}>
        Back to the page before
      </Button>
    </Nothing>
  );
}

function NoneMatches({ onClear }: { onClear: () => void }) {
  return (
    <Nothing
      icon={IconFilterOff}
      title="No endpoint matches"
      description="Search for less, or choose another status."
    >
      <Button variant="default" onClick={onClear}>
        Show all endpoints
      </Button>
    </Nothing>
  );
}
