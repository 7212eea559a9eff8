import { Button } from "@mantine/core";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { Source } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Card } from "../../parts/card.tsx";
import { CopiedId } from "../../parts/copied-id.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { usePages } from "../../parts/pages.ts";
import { SourceStatus } from "../../parts/source-status.tsx";
import { addressOf, platformOf, platforms } from "../../parts/source-words.ts";
import { Time } from "../../parts/time.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import classes from "./sources.module.css";

/** The URLs at which other platforms' webhooks arrive. */
export function Sources() {
  const { can } = useSession();
  const [, navigate] = useLocation();
  const pages = usePages("sources");
  const sources = useQuery({
    queryKey: ["sources", "list", pages.cursor],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/sources", { params: { query: { cursor: pages.cursor } }, signal })),
    refetchInterval: refreshEvery.seldom,
  });
  const add = can("administer") && (
    <Button component={Link} href={pagePaths.newSource} leftSection={<IconPlus size={16} />}>
      Add source
    </Button>
  );
  return (
    <PageFrame
      title="Sources"
      description="Webhooks of other platforms arrive here, are checked, and become events like all others."
      actions={add}
    >
      <Card padding="flush">
        <DataTable
          name="Sources"
          query={sources}
          pages={pages}
          columns={columns}
          skeletonRows={3}
          rowKey={({ id }) => id}
          onOpen={({ id }) => navigate(pathTo(pagePaths.source, { id }))}
          empty={
            <Nothing
              icon={IconWebhook}
              title="No sources yet"
              description="A source is a URL to give to WhatsApp, GitHub, Stripe or any other sender. What it sends is verified, kept and delivered to your endpoints, signed and retried."
            >
              {add}
            </Nothing>
          }
        />
      </Card>
    </PageFrame>
  );
}

const columns: Column<Source>[] = [
  {
    name: "Name",
    cell: (source) => (
      <div>
        <Link className="name-link" href={pathTo(pagePaths.source, { id: source.id })}>
          {source.name}
        </Link>
        <span className={classes.platform}>{platforms[platformOf(source)].name}</span>
      </div>
    ),
  },
  { name: "Status", cell: ({ status }) => <SourceStatus status={status} /> },
  {
    name: "URL",
    small: "wide",
    cell: (source) => <CopiedId id={addressOf(source).url} what={`the URL of ${source.name}`} />,
  },
  { name: "Added", small: "hidden", cell: ({ createdAt }) => <Time at={createdAt} /> },
];
