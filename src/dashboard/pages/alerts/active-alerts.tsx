import { Button } from "@mantine/core";
import { IconBellCheck } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Alert } from "../../api/shapes.ts";
import { alertTitle } from "../../parts/alert-words.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { EndpointName } from "../../parts/endpoint-name.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { Time } from "../../parts/time.tsx";
import { alertAdvice, evidencePath } from "./alert-advice.ts";
import { useTroubles } from "./alert-list.ts";
import classes from "./alerts.module.css";
import type { Trouble } from "./trouble.ts";

/** What is wrong now: with the figures, what to do, and where to look. */
export function ActiveAlerts({ endpointId }: { endpointId: string }) {
  const { query, pages } = useTroubles(endpointId);
  return (
    <Card title="Active" padding="flush">
      <DataTable
        name="Active alerts"
        query={query}
        pages={pages}
        skeletonRows={2}
        rowKey={(trouble) => trouble.endpointId}
        columns={[
          { name: "Endpoint", width: "26%", small: "wide", cell: (trouble) => <Subject trouble={trouble} /> },
          {
            name: "What happens, and what helps",
            small: "wide",
            cell: ({ alerts }) => (
              <div className={classes.stories}>
                {alerts.map((alert) => (
                  <Story key={alert.id} alert={alert} />
                ))}
              </div>
            ),
          },
        ]}
        empty={
          <Nothing
            icon={IconBellCheck}
            size="sm"
            title="No alert is active"
            description="Endpoints that fail, answer slowly or are not available show up here within a minute. To be told elsewhere, subscribe an endpoint to posthorn.*."
          />
        }
      />
    </Card>
  );
}

function Subject({ trouble }: { trouble: Trouble }) {
  return (
    <div className={classes.subject}>
      <EndpointName id={trouble.endpointId} className="name-link" />
      <span className={classes.since}>
        <Badge tone="bad">Active</Badge> since <Time at={trouble.since} />
      </span>
    </div>
  );
}

function Story({ alert }: { alert: Alert }) {
  const title = alertTitle(alert);
  const shown = alert.kind === "latency" ? "Show attempts" : "Show failures";
  return (
    <div className={classes.story}>
      <div>
        <p className={classes.title}>{title}</p>
        <p>{alert.data.message}</p>
        <p className={classes.advice}>{alertAdvice(alert)}</p>
      </div>
      <Button
        component={Link}
        href={evidencePath(alert)}
        size="compact-sm"
        variant="light"
        aria-label={`${shown}: ${title}`}
      >
        {shown}
      </Button>
    </div>
  );
}
