import { BarChart } from "@mantine/charts";
import { formatClock, formatCount, formatDay, formatShortCount } from "./format.ts";
import { outcomeColors } from "./outcome-legend.tsx";

/** One bar: what succeeded and what failed in an hour or day. */
interface OutcomeBar {
  start: string;
  succeeded: number;
  failed: number;
}

/** Bars of succeeded and failed, one on the other. A table says the same to who does not see it. */
export function OutcomeChart(props: { bars: readonly OutcomeBar[]; by: "hour" | "day"; height: number }) {
  const { bars, by, height } = props;
  const isLong = bars.length > 48;
  const label = (iso: string) => (by === "day" || isLong ? formatDay(iso) : formatClock(iso));
  return (
    <>
      <BarChart
        h={height}
        data={[...bars]}
        dataKey="start"
        type="stacked"
        series={[
          { name: "succeeded", label: "Succeeded", color: outcomeColors.succeeded },
          { name: "failed", label: "Failed", color: outcomeColors.failed },
        ]}
        gridAxis="x"
        gridColor="var(--line)"
        tickLine="none"
        strokeDasharray="0"
        valueFormatter={formatCount}
        maxBarWidth={28}
        xAxisProps={{
          tickFormatter: label,
          minTickGap: 36,
          ...(isLong && by === "hour" ? { ticks: midnights(bars) } : {}),
        }}
        yAxisProps={{ tickFormatter: formatShortCount, width: 44, allowDecimals: false }}
        tooltipProps={{ labelFormatter: (iso) => (typeof iso === "string" ? labelOf(iso, by) : "") }}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        aria-hidden
      />
      <div className="visually-hidden">
        <table>
          <caption>Deliveries by {by}</caption>
          <thead>
            <tr>
              <th>Start</th>
              <th>Succeeded</th>
              <th>Failed</th>
            </tr>
          </thead>
          <tbody>
            {bars
              .filter(({ succeeded, failed }) => succeeded + failed > 0)
              .map(({ start, succeeded, failed }) => (
                <tr key={start}>
                  <td>{labelOf(start, by)}</td>
                  <td>{formatCount(succeeded)}</td>
                  <td>{formatCount(failed)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The bars that a day begins with, where whoever looks is. */
function midnights(bars: readonly OutcomeBar[]): string[] {
  return bars.map(({ start }) => start).filter((start) => new Date(start).getHours() === 0);
}

function labelOf(iso: string, by: "hour" | "day"): string {
  return by === "day" ? formatDay(iso) : `${formatDay(iso)}, ${formatClock(iso)}`;
}
