import { Button, Group } from "@mantine/core";
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
import { pagePaths, pathTo } from "../../paths.ts";
import { alertAdvice, evidencePath } from "./alert-advice.ts";
import { useAlerts } from "./alert-list.ts";
import classes from "./alerts.module.css";

/** What is wrong now: with the figures, what to do, and where to look. */
export function ActiveAlerts({ endpointId }: { endpointId: string }) {
  const { query, pages } = useAlerts("ACTIVATED", endpointId);
  return (
    <Card title="Active" padding="flush">
      <DataTable
        name="Active alerts"
        query={query}
        pages={pages}
        skeletonRows={2}
        rowKey={({ id }) => id}
        columns={[
          { name: "Endpoint", width: "24%", cell: (alert) => <Subject alert={alert} /> },
          { name: "What happens, and what helps", small: "wide", cell: (alert) => <Story alert={alert} /> },
          { name: "Look into it", width: "11rem", small: "wide", cell: (alert) => <Ways alert={alert} /> },
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

function Subject({ alert }: { alert: Alert }) {
  return (
    <div className={classes.subject}>
      <EndpointName id={alert.endpointId} className={classes.name} />
      <span className={classes.since}>
        <Badge tone="bad">Active</Badge> since <Time at={alert.activatedAt} />
      </span>
    </div>
  );
}

function Story({ alert }: { alert: Alert }) {
  return (
    <div className={classes.story}>
      <p className={classes.title}>{alertTitle(alert)}</p>
      <p>{alert.data.message}</p>
      <p className={classes.advice}>{alertAdvice(alert)}</p>
    </div>
  );
}

function Ways({ alert }: { alert: Alert }) {
  const { endpointId, kind } = alert;
  return (
    <Group gap="xs" className={classes.ways}>
      <Button component={Link} href={evidencePath(alert)} size="compact-sm" variant="light">
        {kind === "latency" ? "Show attempts" : "Show failures"}
      </Button>
      <Button
        component={Link}
        href={pathTo(pagePaths.endpoint, { id: endpointId })}
        size="compact-sm"
        variant="subtle"
      >
        Endpoint
      </Button>
    </Group>
  );
}
