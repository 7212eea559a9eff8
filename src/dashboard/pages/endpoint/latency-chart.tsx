import { LineChart } from "@mantine/charts";
import { formatClock, formatDay, formatDuration } from "../../parts/format.ts";
import { latencyLines } from "./latency-legend.tsx";

interface LatencyPoint {
  start: string;
  p50: number | null;
  p90: number | null;
}

/** How long the receiver took, over time. A table says the same to who does not see it. */
export function LatencyChart(props: { points: readonly LatencyPoint[]; by: "hour" | "day"; height: number }) {
  const { points, by, height } = props;
  const isLong = points.length > 48;
  const label = (iso: string) => (by === "day" || isLong ? formatDay(iso) : formatClock(iso));
  const fullLabel = (iso: string) =>
    by === "day" ? formatDay(iso) : `${formatDay(iso)}, ${formatClock(iso)}`;
  return (
    <>
      <LineChart
        h={height}
        data={[...points]}
        dataKey="start"
        series={[...latencyLines]}
        curveType="linear"
        connectNulls
        dotProps={{ r: isLong ? 0 : 2 }}
        gridAxis="x"
        gridColor="var(--line)"
        tickLine="none"
        strokeDasharray="0"
        strokeWidth={1.75}
        valueFormatter={formatDuration}
        xAxisProps={{ tickFormatter: label, minTickGap: 36 }}
        yAxisProps={{ tickFormatter: formatDuration, width: 56 }}
        tooltipProps={{ labelFormatter: (iso) => (typeof iso === "string" ? fullLabel(iso) : "") }}
        lineProps={{ isAnimationActive: false }}
        lineChartProps={{ accessibilityLayer: false }}
        aria-hidden
      />
      <div className="visually-hidden">
        <table>
          <caption>Response time by {by}</caption>
          <thead>
            <tr>
              <th>Start</th>
              <th>Median</th>
              <th>9 of 10 within</th>
            </tr>
          </thead>
          <tbody>
            {points
              .filter(({ p50 }) => p50 !== null)
              .map(({ start, p50, p90 }) => (
                <tr key={start}>
                  <td>{fullLabel(start)}</td>
                  <td>{formatDuration(p50 ?? 0)}</td>
                  <td>{formatDuration(p90 ?? 0)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
