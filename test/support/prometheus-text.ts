/** One line with a number. */
export interface ParsedSample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** A metric as it was written, with all its lines. */
export interface ParsedFamily {
  name: string;
  type: string;
  help: string;
  unit: string | null;
  samples: ParsedSample[];
}

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const number = /^(?:[+-]?Inf|NaN|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/;

/**
 * Reads Prometheus's text format, or OpenMetrics, as strictly as a scraper and a linter together: throws what is
 * wrong, with the line.
 */
export function parseMetrics(text: string, format: "prometheus" | "openmetrics"): ParsedFamily[] {
  const reader = new MetricsReader(format);
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  const lines = text.slice(0, -1).split("\n");
  if (format === "openmetrics" && lines.pop() !== "# EOF") throw new Error("the last line is not # EOF");
  for (const [at, line] of lines.entries()) {
    try {
      reader.take(line);
    } catch (error) {
      throw new Error(`line ${at + 1}: ${(error as Error).message}: ${line}`);
    }
  }
  return reader.finish();
}

class MetricsReader {
  readonly #families = new Map<string, ParsedFamily>();
  readonly #series = new Set<string>();
  #current: ParsedFamily | null = null;

  constructor(readonly format: "prometheus" | "openmetrics") {}

  take(line: string): void {
    if (line === "") throw new Error("an empty line");
    if (line.startsWith("#")) this.#takeWords(line);
    else this.#takeSample(line);
  }

  #takeWords(line: string): void {
    const [, keyword = "", name = "", rest = ""] = /^# (HELP|TYPE|UNIT) (\S+) (.+)$/.exec(line) ?? [];
    if (keyword === "") throw new Error("a comment that is neither HELP, TYPE nor UNIT");
    if (!metricName.test(name)) throw new Error("no name of a metric");
    const family = this.#familyFor(name);
    if (family.samples.length > 0) throw new Error(`${keyword} after the first sample`);
    if (keyword === "HELP") family.help = once(family.help, withoutEscapes(rest, this.format));
    if (keyword === "TYPE") family.type = once(family.type, rest);
    if (keyword === "UNIT") family.unit = rest;
  }

  finish(): ParsedFamily[] {
    for (const family of this.#families.values()) judge(family, this.format);
    return [...this.#families.values()];
  }

  #familyFor(name: string): ParsedFamily {
    if (this.#current?.name === name) return this.#current;
    if (this.#families.has(name)) throw new Error("the lines of a metric do not stand together");
    this.#current = { name, type: "", help: "", unit: null, samples: [] };
    this.#families.set(name, this.#current);
    return this.#current;
  }

  #takeSample(line: string): void {
    const [, name = "", labelText = "", valueText = ""] = /^([^\s{]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (!metricName.test(name)) throw new Error("no name of a metric");
    if (!number.test(valueText)) throw new Error("no number");
    const family = this.#current;
    if (family === null || !namesOf(family, this.format).includes(name)) {
      throw new Error("a sample without its metric's TYPE before it");
    }
    const labels = parseLabels(labelText);
    const series = `${name} ${JSON.stringify(Object.entries(labels).sort())}`;
    if (this.#series.has(series)) throw new Error("the same sample twice");
    this.#series.add(series);
    family.samples.push({ name, labels, value: Number(valueText.replace("Inf", "Infinity")) });
  }
}

function once(before: string, now: string): string {
  if (before !== "") throw new Error("said twice");
  return now;
}

function namesOf({ name, type }: ParsedFamily, format: string): string[] {
  if (type === "histogram") return ["_bucket", "_sum", "_count"].map((end) => name + end);
  return type === "counter" && format === "openmetrics" ? [`${name}_total`] : [name];
}

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  const pair = /([^=,]+)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/y;
  while (pair.lastIndex < text.length) {
    const [, name = "", value = ""] = pair.exec(text) ?? [];
    if (!labelName.test(name)) throw new Error("no label");
    if (name in labels) throw new Error("a label twice");
    labels[name] = withoutEscapes(value, "openmetrics");
  }
  return labels;
}

function withoutEscapes(text: string, format: string): string {
  if (format === "prometheus" && text.replace(/\\[\\n]/g, "").includes("\\"))
    throw new Error("an escape that is none");
  return text.replace(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));
}

/** What holds for a metric as a whole: its words, its unit, and the order and sums of a histogram. */
function judge({ name, type, help, unit, samples }: ParsedFamily, format: string): void {
  const wrong = (what: string) => new Error(`${name}: ${what}`);
  if (!["counter", "gauge", "histogram"].includes(type)) throw wrong(`the type "${type}"`);
  if (help === "") throw wrong("no HELP");
  if (samples.length === 0) throw wrong("no sample");
  if (unit !== null && !name.endsWith(`_${unit}`)) throw wrong("the unit is not in the name");
  if (type === "counter" && format === "prometheus" && !name.endsWith("_total")) throw wrong("no _total");
  if (type !== "counter" && name.endsWith("_total")) throw wrong("_total, and no counter");
  if (/_(ms|milliseconds|minutes|hours|kb|mb|kilobytes)(_|$)/.test(name)) throw wrong("no base unit");
  for (const { value } of samples) {
    if (type !== "gauge" && !(value >= 0)) throw wrong(`${value}`);
  }
  if (type === "histogram") judgeHistogram(name, samples, format);
}

function judgeHistogram(name: string, samples: readonly ParsedSample[], format: string): void {
  const ofLabels = Map.groupBy(samples, ({ labels: { le: _, ...rest } }) => JSON.stringify(rest));
  for (const [labels, lines] of ofLabels) {
    const wrong = (what: string) => new Error(`${name} ${labels}: ${what}`);
    const buckets = lines.filter((line) => line.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels: { le = "" } }) => Number(le.replace("Inf", "Infinity")));
    const counts = buckets.map(({ value }) => value);
    if (bounds.at(-1) !== Number.POSITIVE_INFINITY) throw wrong("the last bucket is not +Inf");
    if (bounds.some((bound, at) => at > 0 && !(bound > (bounds[at - 1] as number))))
      throw wrong("order of le");
    if (counts.some((count, at) => at > 0 && count < (counts[at - 1] as number)))
      throw wrong("not cumulative");
    const count = lines.find((line) => line.name === `${name}_count`)?.value;
    if (count === undefined || count !== counts.at(-1)) throw wrong("_count is not the last bucket");
    if (lines.filter((line) => line.name === `${name}_sum`).length !== 1) throw wrong("no _sum");
    const isFloat = buckets.every(({ labels: { le = "" } }) => le === "+Inf" || /[.e]/.test(le));
    if (format === "openmetrics" && !isFloat) throw wrong("an le that is no float");
  }
}

/** The value of the sample with exactly these labels; null where there is none. */
export function readValue(
  families: readonly ParsedFamily[],
  name: string,
  labels: Record<string, string> = {},
): number | null {
  const wanted = JSON.stringify(Object.entries(labels).sort());
  for (const { samples } of families) {
    for (const sample of samples) {
      if (sample.name !== name) continue;
      if (JSON.stringify(Object.entries(sample.labels).sort()) === wanted) return sample.value;
    }
  }
  return null;
}
