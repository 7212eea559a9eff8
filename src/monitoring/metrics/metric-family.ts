import type { Counter, Histogram } from "./instruments.ts";

/** Names and values that tell the samples of a family apart. Each from a closed list: never an id or a URL. */
export type Labels = Readonly<Record<string, string>>;

/** A number as it stands when it is asked for; null: there is none, and the sample is left out. */
export interface Sample {
  labels: Labels;
  value: number | null;
}

interface Described {
  /** With its unit at the end, and `_total` behind that for a counter. */
  name: string;
  /** A sentence without its full stop. */
  help: string;
}

/** A metric with all its samples, read when it is printed. */
export type MetricFamily = Described &
  (
    | { kind: "counter" | "gauge"; samples(): readonly Sample[] }
    | { kind: "histogram"; histograms(): readonly { labels: Labels; histogram: Histogram }[] }
  );

export function counter(name: string, help: string, read: Counter | (() => number | null)): MetricFamily {
  const value = typeof read === "function" ? read : () => read.value;
  return { kind: "counter", name, help, samples: () => [{ labels: {}, value: value() }] };
}

/** A counter with one label. */
export function countersBy<Name extends string>(
  name: string,
  help: string,
  { label, counters }: { label: string; counters: Readonly<Record<Name, Counter>> },
): MetricFamily {
  const entries = Object.entries<Counter>(counters);
  return {
    kind: "counter",
    name,
    help,
    samples: () => entries.map(([key, { value }]) => ({ labels: { [label]: key }, value })),
  };
}

export function gauge(name: string, help: string, read: () => number | null): MetricFamily {
  return { kind: "gauge", name, help, samples: () => [{ labels: {}, value: read() }] };
}

/** A gauge with one label; null: it is not known now. */
export function gaugesBy(
  name: string,
  help: string,
  { label, read }: { label: string; read: () => Readonly<Record<string, number>> | null },
): MetricFamily {
  return {
    kind: "gauge",
    name,
    help,
    samples: () => Object.entries(read() ?? {}).map(([key, value]) => ({ labels: { [label]: key }, value })),
  };
}

export function histogram(name: string, help: string, one: Histogram): MetricFamily {
  return { kind: "histogram", name, help, histograms: () => [{ labels: {}, histogram: one }] };
}

/** A histogram with one label. */
export function histogramsBy<Name extends string>(
  name: string,
  help: string,
  { label, histograms }: { label: string; histograms: Readonly<Record<Name, Histogram>> },
): MetricFamily {
  const entries = Object.entries<Histogram>(histograms);
  return {
    kind: "histogram",
    name,
    help,
    histograms: () => entries.map(([key, one]) => ({ labels: { [label]: key }, histogram: one })),
  };
}
