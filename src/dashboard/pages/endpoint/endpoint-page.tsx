import { Skeleton, Stack } from "@mantine/core";
import type { Endpoint } from "../../api/shapes.ts";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { PayloadPanel } from "../../parts/payload-panel/payload-panel.tsx";
import { ProblemView } from "../../parts/problem-view.tsx";
import { EndpointStatus } from "../../parts/status.tsx";
import { pagePaths } from "../../paths.ts";
import { DangerZone } from "./danger-zone.tsx";
import classes from "./endpoint.module.css";
import { EndpointActions } from "./endpoint-actions.tsx";
import { EndpointNotice } from "./endpoint-notice.tsx";
import { useEndpoint } from "./endpoint-queries.ts";
import { EndpointUrl } from "./endpoint-url.tsx";
import { HealthCard } from "./health-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { SecretCard } from "./secret-card.tsx";
import { SettingsCard } from "./settings-card.tsx";
import { StatisticsSection } from "./statistics-section.tsx";
import { TasksCard } from "./tasks-card.tsx";

const back = { to: pagePaths.endpoints, label: "Endpoints" };

/** One endpoint: how it fares, what it was sent, and all that can be done with it. */
export function EndpointPage({ params }: { params: Readonly<Record<string, string>> }) {
  const endpoint = useEndpoint(params.id ?? "");
  if (endpoint.data) return <Page endpoint={endpoint.data} />;
  return (
    <PageFrame title="Endpoint" back={back}>
      {endpoint.isError ? (
        <ProblemView what="The endpoint" error={endpoint.error} onRetry={() => void endpoint.refetch()} />
      ) : (
        <PageSkeleton />
      )}
    </PageFrame>
  );
}

function Page({ endpoint }: { endpoint: Endpoint }) {
  return (
    <PageFrame
      title={endpointLabel(endpoint)}
      mark={<EndpointStatus endpoint={endpoint} />}
      description={<EndpointUrl url={endpoint.url} />}
      back={back}
      actions={<EndpointActions endpoint={endpoint} />}
    >
      <Stack gap="md">
        <EndpointNotice endpoint={endpoint} />
        <div className={classes.pair}>
          <HealthCard endpoint={endpoint} />
          <SecretCard endpoint={endpoint} />
        </div>
        <StatisticsSection endpointId={endpoint.id} />
        <HistoryCard endpoint={endpoint} />
        <TasksCard endpoint={endpoint} />
        <SettingsCard endpoint={endpoint} />
        <DangerZone endpoint={endpoint} />
      </Stack>
      <PayloadPanel />
    </PageFrame>
  );
}

function PageSkeleton() {
  return (
    <Stack gap="md" role="status" aria-label="Loading: the endpoint">
      <div className={classes.pair}>
        <Skeleton height={180} radius="lg" />
        <Skeleton height={180} radius="lg" />
      </div>
      <Skeleton height={110} radius="lg" />
      <Skeleton height={280} radius="lg" />
    </Stack>
  );
}
