import { SimpleGrid } from "@mantine/core";
import type { DeliveryStatistics } from "../../api/shapes.ts";
import { type Span, spans, sumOf, usePending, useStatistics } from "../../parts/delivery-statistics.ts";
import { Figure, FigureSkeleton } from "../../parts/figure.tsx";
import { formatCount, formatDuration, formatShare } from "../../parts/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { problemLineOf } from "../../parts/problem-line.tsx";
import { isPoor } from "../../parts/success-rate.ts";

/** The four numbers that say whether all is well. */
export function KeyFigures({ span }: { span: Span }) {
  const statistics = useStatistics(span);
  return (
    <Loaded query={statistics} what="The figures" skeleton={<Grid>{skeletons}</Grid>}>
      {(rows) => (
        <Grid>
          <Totals rows={rows} />
          <Latency rows={rows} interval={spans[span].interval} />
          <Pending />
        </Grid>
      )}
    </Loaded>
  );
}

const skeletons = ["deliveries", "rate", "latency", "pending"].map((name) => <FigureSkeleton key={name} />);

function Grid({ children }: { children: React.ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      {children}
    </SimpleGrid>
  );
}

function Totals({ rows }: { rows: readonly DeliveryStatistics[] }) {
  const { total, succeeded, failed, successRate } = sumOf(rows);
  return (
    <>
      <Figure label="Deliveries" value={formatCount(total)} note={`${formatCount(succeeded)} succeeded`} />
      <Figure
        label="Success rate"
        value={successRate === null ? "–" : formatShare(successRate)}
        note={failed === 0 ? "None failed" : `${formatCount(failed)} failed for good`}
        tone={isPoor(successRate) ? "bad" : undefined}
      />
    </>
  );
}

/** Of the latest hour or day that had attempts: percentiles of several cannot be put together. */
function Latency({ rows, interval }: { rows: readonly DeliveryStatistics[]; interval: "hour" | "day" }) {
  const latest = rows.findLast(({ latencyMs }) => latencyMs.p50 !== null);
  const { p50 = null, p90 = null } = latest?.latencyMs ?? {};
  return (
    <Figure
      label="Response time"
      value={p50 === null ? "–" : formatDuration(p50)}
      note={
        p90 === null
          ? "No attempts yet"
          : `Median of the latest ${interval}; 9 of 10 within ${formatDuration(p90)}`
      }
    />
  );
}

function Pending() {
  const pending = usePending();
  return (
    <Figure
      label="Pending"
      value={pending.data === undefined ? "–" : formatCount(pending.data)}
      note={
        problemLineOf(pending) ?? (pending.data === 0 ? "Nothing waits" : "Waiting, or to be tried again")
      }
    />
  );
}
