import { SegmentedControl, SimpleGrid, Stack } from "@mantine/core";
import { isSpan, type Span, spans } from "../../parts/delivery-statistics.ts";
import { useFilters } from "../../parts/filters.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { AttentionList } from "./attention-list.tsx";
import { DeliveriesChart } from "./deliveries-chart.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { LatestAlerts } from "./latest-alerts.tsx";

/** How the deliveries fare, what needs a person, and what happened lately. */
export function Overview() {
  const [{ span: asked }, change] = useFilters(["span"]);
  const span: Span = isSpan(asked) ? asked : "24h";
  return (
    <PageFrame
      title="Overview"
      description="How deliveries fare, and what needs a look."
      actions={
        <SegmentedControl
          aria-label="Time shown"
          size="xs"
          value={span}
          onChange={(value) => change({ span: value === "24h" ? "" : value })}
          data={Object.entries(spans).map(([value, { label }]) => ({ value, label }))}
        />
      }
    >
      <Stack gap="md">
        <KeyFigures span={span} />
        <DeliveriesChart span={span} />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <AttentionList />
          <LatestAlerts />
        </SimpleGrid>
      </Stack>
    </PageFrame>
  );
}
