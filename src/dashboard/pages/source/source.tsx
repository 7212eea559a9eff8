import { Button, Skeleton, Stack } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import type { Source } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { SourceStatus } from "../../parts/source-status.tsx";
import { platformOf, platforms } from "../../parts/source-words.ts";
import { pagePaths, pathTo } from "../../paths.ts";
import { DangerZone } from "./danger-zone.tsx";
import { RequestList } from "./request-list.tsx";
import { SetUp } from "./set-up.tsx";
import { SourceFacts } from "./source-facts.tsx";
import { StatusDialog } from "./status-dialog.tsx";

const back = { to: pagePaths.sources, label: "Sources" };

/** One source: its URL, how to set its sender up, and what has arrived. */
export function SourcePage({ params }: { params: Readonly<Record<string, string>> }) {
  const id = params.id ?? "";
  const source = useQuery({
    queryKey: ["sources", "one", id],
    queryFn: ({ signal }) => read(api.GET("/api/v1/sources/{id}", { params: { path: { id } }, signal })),
    refetchInterval: refreshEvery.seldom,
  });
  if (source.data !== undefined) return <Shown source={source.data} />;
  return (
    <PageFrame title="Source" back={back}>
      <Loaded query={source} what="The source" skeleton={<SourceSkeleton />}>
        {() => null}
      </Loaded>
    </PageFrame>
  );
}

function Shown({ source }: { source: Source }) {
  const { can } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const { id, name, status } = source;
  // What was asked for, also while the question fades away and the answer is there.
  const [wanted, setWanted] = useState(status);
  return (
    <PageFrame
      title={name}
      mark={<SourceStatus status={status} />}
      description={`${platforms[platformOf(source)].name}. Its events have the tag source:${name}.`}
      back={back}
      actions={
        can("administer") && (
          <>
            <Button
              variant="default"
              onClick={() => {
                setWanted(status === "active" ? "disabled" : "active");
                setIsAsking(true);
              }}
            >
              {status === "active" ? "Disable" : "Enable"}
            </Button>
            <Button
              variant="default"
              component={Link}
              href={pathTo(pagePaths.editSource, { id })}
              leftSection={<IconPencil size={16} />}
            >
              Edit
            </Button>
          </>
        )
      }
    >
      <Stack gap="md">
        <SetUp source={source} />
        <RequestList source={source} />
        <SourceFacts source={source} />
        {can("administer") && <DangerZone source={source} />}
      </Stack>
      <StatusDialog source={source} wanted={wanted} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </PageFrame>
  );
}

function SourceSkeleton() {
  return (
    <Stack gap="md">
      <Skeleton height={180} radius="lg" />
      <Skeleton height={320} radius="lg" />
    </Stack>
  );
}
