import type { Histogram } from "./instruments.ts";
import type { Labels, MetricFamily } from "./metric-family.ts";

/** How metrics are written: Prometheus's own text format, or OpenMetrics 1.0, which its newer versions ask for. */
export type ExpositionFormat = "prometheus" | "openmetrics";

export const contentTypes: Record<ExpositionFormat, string> = {
  prometheus: "text/plain; version=0.0.4; charset=utf-8",
  openmetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8",
};

/** Units that a name may end with, which OpenMetrics has a line for. */
const unitAtEnd = /_(seconds|bytes)$/;

/** Prints the families in the order given, leaving out those without a sample. */
export function printMetrics(families: readonly MetricFamily[], format: ExpositionFormat): string {
  let text = "";
  for (const family of families) {
    const samples = samplesOf(family, format);
    if (samples !== "") text += headOf(family, format) + samples;
  }
  return format === "openmetrics" ? `${text}# EOF\n` : text;
}

/** OpenMetrics names a counter without the `_total` of its samples. */
function headOf({ name, kind, help }: MetricFamily, format: ExpositionFormat): string {
  if (format === "prometheus") return `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${kind}\n`;
  const base = kind === "counter" ? name.replace(/_total$/, "") : name;
  const unit = unitAtEnd.exec(base)?.[1];
  const unitLine = unit === undefined ? "" : `# UNIT ${base} ${unit}\n`;
  return `# TYPE ${base} ${kind}\n${unitLine}# HELP ${base} ${escapeLabel(help)}\n`;
}

function samplesOf(family: MetricFamily, format: ExpositionFormat): string {
  let text = "";
  if (family.kind === "histogram") {
    for (const { labels, histogram } of family.histograms()) {
      text += histogramLines(family.name, labels, histogram, format);
    }
    return text;
  }
  for (const { labels, value } of family.samples()) {
    if (value !== null) text += `${family.name}${printLabels(labels)} ${printNumber(value)}\n`;
  }
  return text;
}

function histogramLines(name: string, labels: Labels, one: Histogram, format: ExpositionFormat): string {
  const counts = one.cumulative();
  const count = counts.at(-1) ?? 0;
  let text = "";
  for (const [at, bound] of one.bounds.entries()) {
    const le = format === "openmetrics" && Number.isInteger(bound) ? `${bound}.0` : String(bound);
    text += `${name}_bucket${printLabels({ ...labels, le })} ${counts[at]}\n`;
  }
  text += `${name}_bucket${printLabels({ ...labels, le: "+Inf" })} ${count}\n`;
  return `${text}${name}_sum${printLabels(labels)} ${printNumber(one.sum)}\n${name}_count${printLabels(labels)} ${count}\n`;
}

function printLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function printNumber(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? "+Inf" : "-Inf";
}

function escapeHelp(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function escapeLabel(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
