import { IconHistory } from "@tabler/icons-react";
import type { Alert } from "../../api/shapes.ts";
import { alertTitle } from "../../parts/alert-words.ts";
import { Card } from "../../parts/card.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { EndpointName } from "../../parts/endpoint-name.tsx";
import { formatSpan } from "../../parts/format.ts";
import { Nothing } from "../../parts/nothing.tsx";
import { Time } from "../../parts/time.tsx";
import { usePastAlerts } from "./alert-list.ts";
import classes from "./alerts.module.css";

/** What is over, and how it ended. */
export function PastAlerts({ endpointId }: { endpointId: string }) {
  const { query, pages } = usePastAlerts(endpointId);
  return (
    <Card title="Past" padding="flush">
      <DataTable
        name="Past alerts"
        query={query}
        pages={pages}
        skeletonRows={4}
        rowKey={({ id }) => id}
        columns={[
          {
            name: "Endpoint",
            width: "24%",
            cell: ({ endpointId: id }) => <EndpointName id={id} className="name-link" />,
          },
          { name: "Alert", small: "wide", cell: (alert) => <Ended alert={alert} /> },
          {
            name: "Over",
            small: "hidden",
            cell: ({ deactivatedAt }) => deactivatedAt !== null && <Time at={deactivatedAt} />,
          },
          { name: "Lasted", align: "right", cell: (alert) => duration(alert) },
        ]}
        empty={
          <Nothing
            icon={IconHistory}
            size="sm"
            title="No past alerts"
            description="What was crossed and is well again stays here for as long as the history is kept."
          />
        }
      />
    </Card>
  );
}

function Ended({ alert }: { alert: Alert }) {
  return (
    <div className={classes.text}>
      <p className={classes.title}>{alertTitle(alert)}</p>
      <p className={classes.advice}>{alert.data.message}</p>
    </div>
  );
}

function duration({ activatedAt, deactivatedAt }: Alert): string {
  return deactivatedAt === null ? "" : formatSpan(Date.parse(deactivatedAt) - Date.parse(activatedAt));
}
