import { Anchor } from "@mantine/core";
import { IconBellCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, read } from "../../api/client.ts";
import type { Alert } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { alertTitle } from "../../parts/alert-words.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { EndpointName } from "../../parts/endpoint-name.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { SkeletonList } from "../../parts/skeleton-list.tsx";
import { Time } from "../../parts/time.tsx";
import { worstOf } from "../../parts/worst-alert.ts";
import { pagePaths } from "../../paths.ts";
import classes from "./list.module.css";

const shownMax = 5;

/** One that crosses 50 % has crossed 10 % and 5 % as well: more are read than are shown. */
const readMax = 25;

/** The thresholds that endpoints crossed, the latest first. */
export function LatestAlerts() {
  const alerts = useQuery({
    queryKey: ["alerts", "latest"],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/alerts", { params: { query: { limit: readMax } }, signal })),
    refetchInterval: refreshEvery.seldom,
    select: ({ data }) => withoutLesser(data).slice(0, shownMax),
  });
  return (
    <Card
      title="Latest alerts"
      padding="flush"
      aside={
        <Anchor size="sm" component={Link} href={pagePaths.alerts}>
          All alerts
        </Anchor>
      }
    >
      <Loaded query={alerts} what="The alerts" skeleton={<SkeletonList rows={3} />}>
        {(shown) =>
          shown.length === 0 ? (
            <Nothing
              icon={IconBellCheck}
              size="sm"
              title="No alerts"
              description="Each endpoint's error rate, latency and availability are watched. What crosses a threshold shows up here."
            />
          ) : (
            <ul className={classes.list}>
              {shown.map((alert) => (
                <AlertRow key={alert.id} alert={alert} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

/** Of the active ones of an endpoint and a kind only the worst, as on the page of alerts. */
function withoutLesser(alerts: readonly Alert[]): Alert[] {
  return alerts.filter(
    (alert) =>
      alert.state !== "ACTIVATED" ||
      worstOf(
        alerts.filter(
          ({ state, endpointId, kind }) =>
            state === "ACTIVATED" && endpointId === alert.endpointId && kind === alert.kind,
        ),
      ) === alert,
  );
}

function AlertRow({ alert }: { alert: Alert }) {
  const isActive = alert.state === "ACTIVATED";
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <EndpointName id={alert.endpointId} className="name-link" />
        <p className={classes.reason}>
          {alertTitle(alert)} · began <Time at={alert.activatedAt} />
          {alert.deactivatedAt && (
            <>
              , over <Time at={alert.deactivatedAt} />
            </>
          )}
        </p>
      </div>
      <Badge tone={isActive ? "bad" : "neutral"}>{isActive ? "Active" : "Over"}</Badge>
    </li>
  );
}
