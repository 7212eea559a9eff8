import { IconBellCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
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
import classes from "./list.module.css";

/** The thresholds that endpoints crossed, the latest first. */
export function LatestAlerts() {
  const alerts = useQuery({
    queryKey: ["alerts", "latest"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/alerts", { params: { query: { limit: 5 } }, signal })),
    refetchInterval: refreshEvery.seldom,
  });
  return (
    <Card title="Latest alerts" padding="flush">
      <Loaded query={alerts} what="The alerts" skeleton={<SkeletonList rows={3} />}>
        {({ data }) =>
          data.length === 0 ? (
            <Nothing
              icon={IconBellCheck}
              size="sm"
              title="No alerts"
              description="Each endpoint's error rate, latency and availability are watched. What crosses a threshold shows up here."
            />
          ) : (
            <ul className={classes.list}>
              {data.map((alert) => (
                <AlertRow key={alert.id} alert={alert} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
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
