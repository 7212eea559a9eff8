import { Anchor, Stack } from "@mantine/core";
import { Link } from "wouter";
import { EndpointName } from "../../parts/endpoint-name.tsx";
import { useFilters } from "../../parts/filters.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { pagePaths } from "../../paths.ts";
import { ActiveAlerts } from "./active-alerts.tsx";
import { PastAlerts } from "./past-alerts.tsx";

/** The thresholds that endpoints crossed: what is wrong now with what helps, and what is over. */
export function Alerts() {
  const [{ endpointId }] = useFilters(["endpointId"]);
  return (
    <PageFrame
      title="Alerts"
      description={
        endpointId === "" ? (
          "Each endpoint's error rate, latency and availability over the last ten minutes."
        ) : (
          <>
            Of <EndpointName id={endpointId} /> alone.{" "}
            <Anchor component={Link} href={pagePaths.alerts} inherit>
              Show those of all endpoints
            </Anchor>
          </>
        )
      }
    >
      <Stack gap="lg">
        <ActiveAlerts endpointId={endpointId} />
        <PastAlerts endpointId={endpointId} />
      </Stack>
    </PageFrame>
  );
}
