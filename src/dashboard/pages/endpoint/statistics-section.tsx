import { SegmentedControl, SimpleGrid, Skeleton } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api, read } from "../../api/client.ts";
import { serverNow } from "../../api/server-time.ts";
import type { EndpointStatistics } from "../../api/shapes.ts";
import { refreshEvery } from "../../live/refresh.ts";
import { Card } from "../../parts/card.tsx";
import { barsOf, isSpan, type Span, spans, useStatistics } from "../../parts/delivery-statistics.ts";
import { Figure, FigureSkeleton } from "../../parts/figure.tsx";
import { useFilters } from "../../parts/filters.ts";
import { formatCount, formatShare } from "../../parts/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Nothing } from "../../parts/nothing.tsx";
import { useNow } from "../../parts/now.ts";
import { OutcomeLegend } from "../../parts/outcome-legend.tsx";
import { isPoor } from "../../parts/success-rate.ts";
import classes from "./endpoint.module.css";
import { LatencyLegend } from "./latency-legend.tsx";

const OutcomeChart = lazy(() =>
  import("../../parts/outcome-chart.tsx").then((module) => ({ default: module.OutcomeChart })),
);
const LatencyChart = lazy(() =>
  import("./latency-chart.tsx").then((module) => ({ default: module.LatencyChart })),
);

const height = 200;
const chartSkeleton = <Skeleton height={height} radius="md" />;

/** How the deliveries to an endpoint went, in numbers and over time. */
export function StatisticsSection({ endpointId }: { endpointId: string }) {
  const [{ stats }, change] = useFilters(["stats"]);
  const span: Span = isSpan(stats) ? stats : "24h";
  return (
    <>
      <div className={classes.sectionHead}>
        <h2>Deliveries</h2>
        <SegmentedControl
          aria-label="Time shown"
          size="xs"
          value={span}
          onChange={(value) => change({ stats: value === "24h" ? "" : value })}
          data={Object.entries(spans).map(([value, { label }]) => ({ value, label }))}
        />
      </div>
      <Figures endpointId={endpointId} span={span} />
      <div className={classes.pair}>
        <OutcomeCard endpointId={endpointId} span={span} />
        <LatencyCard endpointId={endpointId} span={span} />
      </div>
    </>
  );
}

function useEndpointStatistics(endpointId: string, span: Span) {
  return useQuery({
    queryKey: ["endpoints", "statistics", endpointId, span],
    queryFn: ({ signal }) => {
      const since = new Date(serverNow() - spans[span].ms).toISOString();
      const params = { path: { id: endpointId }, query: { since } };
      return read(api.GET("/api/v1/endpoints/{id}/stats", { params, signal }));
    },
    refetchInterval: refreshEvery.seldom,
  });
}

function Figures({ endpointId, span }: { endpointId: string; span: Span }) {
  const statistics = useEndpointStatistics(endpointId, span);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Loaded query={statistics} what="The figures" skeleton={skeletons}>
        {(counts) => <FourFigures counts={counts} />}
      </Loaded>
    </SimpleGrid>
  );
}

const skeletons = ["total", "succeeded", "failed", "rate"].map((name) => <FigureSkeleton key={name} />);

function FourFigures({ counts }: { counts: EndpointStatistics }) {
  const { total, succeeded, failed, canceled, pending, attempts, successRate } = counts;
  return (
    <>
      <Figure
        label="Total"
        value={formatCount(total)}
        note={attempts === 1 ? "1 attempt" : `${formatCount(attempts)} attempts`}
      />
      <Figure label="Successful" value={formatCount(succeeded)} note={`${formatCount(pending)} pending`} />
      <Figure
        label="Failed"
        value={formatCount(failed)}
        note={`${formatCount(canceled)} canceled`}
        tone={failed > 0 ? "bad" : undefined}
      />
      <Figure
        label="Success rate"
        value={successRate === null ? "–" : formatShare(successRate)}
        note="Of those that ended"
        tone={isPoor(successRate) ? "bad" : undefined}
      />
    </>
  );
}

interface ChartProps {
  endpointId: string;
  span: Span;
}

function OutcomeCard({ endpointId, span }: ChartProps) {
  const statistics = useStatistics(span, endpointId);
  const now = useNow();
  return (
    <Card title="Over time" aside={<OutcomeLegend />}>
      <Loaded query={statistics} what="The chart" skeleton={chartSkeleton}>
        {(rows) =>
          rows.every(({ succeeded, failed }) => succeeded + failed === 0) ? (
            <NothingYet title="No delivery ended in this time" />
          ) : (
            <Suspense fallback={chartSkeleton}>
              <OutcomeChart bars={barsOf(rows, span, now)} by={spans[span].interval} height={height} />
            </Suspense>
          )
        }
      </Loaded>
    </Card>
  );
}

function LatencyCard({ endpointId, span }: ChartProps) {
  const statistics = useStatistics(span, endpointId);
  const now = useNow();
  return (
    <Card title="Response time" aside={<LatencyLegend />}>
      <Loaded query={statistics} what="The response times" skeleton={chartSkeleton}>
        {(rows) =>
          rows.every(({ latencyMs }) => latencyMs.p50 === null) ? (
            <NothingYet title="No attempts in this time" />
          ) : (
            <Suspense fallback={chartSkeleton}>
              <LatencyChart points={barsOf(rows, span, now)} by={spans[span].interval} height={height} />
            </Suspense>
          )
        }
      </Loaded>
    </Card>
  );
}

function NothingYet({ title }: { title: string }) {
  return (
    <Nothing
      icon={IconChartBar}
      size="sm"
      title={title}
      description="Look at a longer time, or publish an event that it gets: tests are not counted."
    />
  );
}
