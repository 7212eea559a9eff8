import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client.ts";
import { serverNow } from "../api/server-time.ts";
import type { DeliveryStatistics, EventStatistics } from "../api/shapes.ts";
import { refreshEvery } from "../live/refresh.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The stretches of time that can be looked at, and the intervals that they are counted by. */
export const spans = {
  "24h": { label: "24 hours", ms: dayMs, interval: "hour" },
  "7d": { label: "7 days", ms: 7 * dayMs, interval: "hour" },
  "30d": { label: "30 days", ms: 30 * dayMs, interval: "day" },
} as const;
export type Span = keyof typeof spans;

export const isSpan = (text: string): text is Span => Object.hasOwn(spans, text);

const intervalMs = { hour: hourMs, day: dayMs } as const;

/** A reply has rows of the one kind that was asked for; its type has both. */
function ofDeliveries(rows: readonly (DeliveryStatistics | EventStatistics)[]): DeliveryStatistics[] {
  return rows.flatMap((row) => ("pending" in row ? [row] : []));
}

/** Deliveries, to one endpoint or to all, by the hour or day; only those intervals in which there were some. */
export function useStatistics(span: Span, endpointId?: string) {
  return useQuery({
    queryKey: ["statistics", span, endpointId],
    queryFn: async ({ signal }) => {
      const { ms, interval } = spans[span];
      const since = new Date(serverNow() - ms).toISOString();
      const query = { of: "deliveries", interval, since, endpointId } as const;
      const { data } = await read(api.GET("/api/v1/stats", { params: { query }, signal }));
      return ofDeliveries(data);
    },
    // A page about one endpoint has more to ask for.
    refetchInterval: endpointId === undefined ? refreshEvery.often : refreshEvery.seldom,
  });
}

/** What is pending of all deliveries: none stays so for longer than 30 days. */
export function usePending() {
  return useQuery({
    queryKey: ["statistics", "pending"],
    queryFn: async ({ signal }) => {
      const query = { of: "deliveries", interval: "day" } as const;
      const { data } = await read(api.GET("/api/v1/stats", { params: { query }, signal }));
      return ofDeliveries(data).reduce((sum, { pending }) => sum + pending, 0);
    },
    refetchInterval: refreshEvery.often,
  });
}

/** The rows together. */
export function sumOf(rows: readonly DeliveryStatistics[]) {
  const sum = { total: 0, succeeded: 0, failed: 0, canceled: 0 };
  for (const row of rows) {
    sum.total += row.total;
    sum.succeeded += row.succeeded;
    sum.failed += row.failed;
    sum.canceled += row.canceled;
  }
  const decided = sum.succeeded + sum.failed;
  return { ...sum, successRate: decided === 0 ? null : sum.succeeded / decided };
}

/** One interval of a chart. */
export interface Bar {
  start: string;
  succeeded: number;
  failed: number;
  /** Response times, ms; null where nothing was attempted. */
  p50: number | null;
  p90: number | null;
}

/** One for each interval of the span, also for those in which there was nothing. */
export function barsOf(rows: readonly DeliveryStatistics[], span: Span, nowMs: number): Bar[] {
  const { ms, interval } = spans[span];
  const length = intervalMs[interval];
  const byStart = new Map(rows.map((row) => [Date.parse(row.start), row]));
  const bars: Bar[] = [];
  const first = Math.floor((nowMs - ms) / length) * length;
  for (let startMs = first; startMs <= nowMs; startMs += length) {
    const row = byStart.get(startMs);
    bars.push({
      start: new Date(startMs).toISOString(),
      succeeded: row?.succeeded ?? 0,
      failed: row?.failed ?? 0,
      p50: row?.latencyMs.p50 ?? null,
      p90: row?.latencyMs.p90 ?? null,
    });
  }
  return bars;
}
