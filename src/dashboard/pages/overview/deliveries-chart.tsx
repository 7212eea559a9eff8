import { Button, Skeleton } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { Link } from "wouter";
import { useSession } from "../../api/session.ts";
import { Card } from "../../parts/card.tsx";
import { barsOf, type Span, sumOf, useStatistics } from "../../parts/delivery-statistics.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { useNow } from "../../parts/now.ts";
import { OutcomeLegend } from "../../parts/outcome-legend.tsx";
import { pagePaths } from "../../paths.ts";

const OutcomeChart = lazy(() =>
  import("../../parts/outcome-chart.tsx").then((module) => ({ default: module.OutcomeChart })),
);

const height = 240;
const skeleton = <Skeleton height={height} radius="md" />;

/** Deliveries over time, by what became of them. */
export function DeliveriesChart({ span }: { span: Span }) {
  const statistics = useStatistics(span);
  const now = useNow();
  const { can } = useSession();
  return (
    <Card title="Deliveries over time" aside={<OutcomeLegend />}>
      <Loaded query={statistics} what="The chart" skeleton={skeleton}>
        {(rows) =>
          sumOf(rows).total === 0 ? (
            <Nothing
              icon={IconSend}
              size="sm"
              title="No deliveries in this time"
              description="Add an endpoint and publish an event: its delivery shows up here at once."
            >
              {can("publish") && (
                <Button size="sm" variant="default" component={Link} href={pagePaths.publish}>
                  Publish an event
                </Button>
              )}
            </Nothing>
          ) : (
            <Suspense fallback={skeleton}>
              <OutcomeChart
                bars={barsOf(rows, span, now)}
                by={span === "30d" ? "day" : "hour"}
                height={height}
              />
            </Suspense>
          )
        }
      </Loaded>
    </Card>
  );
}
