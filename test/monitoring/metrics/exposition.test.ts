import { describe, expect, test } from "bun:test";
import { acceptedFormat } from "../../../src/monitoring/metrics/accepted-format.ts";
import { printMetrics } from "../../../src/monitoring/metrics/exposition.ts";
import { Counter, Histogram } from "../../../src/monitoring/metrics/instruments.ts";
import {
  counter,
  gauge,
  gaugesBy,
  histogram,
  type MetricFamily,
} from "../../../src/monitoring/metrics/metric-family.ts";
import { parseMetrics, readValue } from "../../support/prometheus-text.ts";

const formats = ["prometheus", "openmetrics"] as const;

describe("a printed metric", () => {
  test("has its help, its type and its value", () => {
    const count = new Counter();
    count.add(3);
    const family = counter("posthorn_things_total", "Things", count);
    expect(printMetrics([family], "prometheus")).toBe(
      "# HELP posthorn_things_total Things\n# TYPE posthorn_things_total counter\nposthorn_things_total 3\n",
    );
    expect(printMetrics([family], "openmetrics")).toBe(
      "# TYPE posthorn_things counter\n# HELP posthorn_things Things\nposthorn_things_total 3\n# EOF\n",
    );
  });

  test("names its unit for OpenMetrics", () => {
    const text = printMetrics([gauge("posthorn_file_bytes", "A file", () => 1)], "openmetrics");
    expect(text).toContain("# UNIT posthorn_file_bytes bytes\n");
  });

  for (const format of formats) {
    test(`escapes what would break its line (${format})`, () => {
      const value = 'a "quoted" \\ back\nslash';
      const family: MetricFamily = {
        kind: "gauge",
        name: "posthorn_odd",
        help: "One\nline with \\ and no other",
        samples: () => [{ labels: { of: value }, value: 1 }],
      };
      const [parsed] = parseMetrics(printMetrics([family], format), format);
      expect(parsed).toMatchObject({ help: family.help, samples: [{ labels: { of: value }, value: 1 }] });
    });

    test(`of a histogram adds up (${format})`, () => {
      const one = new Histogram([0.1, 1, 10]);
      for (const value of [0.05, 0.1, 0.5, 1, 50]) one.observe(value);
      const families = parseMetrics(
        printMetrics([histogram("posthorn_wait_seconds", "Wait", one)], format),
        format,
      );
      const bucket = (le: string) => readValue(families, "posthorn_wait_seconds_bucket", { le });
      const last = format === "openmetrics" ? ["1.0", "10.0"] : ["1", "10"];
      expect(["0.1", ...last, "+Inf"].map(bucket)).toEqual([2, 4, 4, 5]);
      expect(readValue(families, "posthorn_wait_seconds_count")).toBe(5);
      expect(readValue(families, "posthorn_wait_seconds_sum")).toBeCloseTo(51.65);
    });
  }

  test("is left out while there is nothing to say", () => {
    const absent = [
      gauge("posthorn_unknown", "Unknown", () => null),
      gaugesBy("posthorn_none", "None", { label: "of", read: () => null }),
    ];
    expect(printMetrics(absent, "prometheus")).toBe("");
    expect(printMetrics(absent, "openmetrics")).toBe("# EOF\n");
  });

  test("has infinities as Prometheus writes them", () => {
    expect(
      printMetrics([gauge("posthorn_odd", "Odd", () => Number.POSITIVE_INFINITY)], "prometheus"),
    ).toContain("posthorn_odd +Inf\n");
  });
});

describe("the format follows the Accept header", () => {
  const prometheus3 =
    "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
  const cases: [accept: string, format: (typeof formats)[number]][] = [
    ["", "prometheus"],
    ["*/*", "prometheus"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "prometheus"],
    ["text/plain; version=0.0.4", "prometheus"],
    ["application/openmetrics-text", "openmetrics"],
    ["application/openmetrics-text; version=1.0.0; charset=utf-8", "openmetrics"],
    ["application/openmetrics-text; version=0.0.1", "prometheus"],
    ["application/openmetrics-text; q=0, text/plain", "prometheus"],
    ["text/plain, application/openmetrics-text; q=0.5", "prometheus"],
    ["application/openmetrics-text; q=nonsense", "prometheus"],
    [prometheus3, "openmetrics"],
  ];
  for (const [accept, format] of cases) {
    test(`${accept || "none"}: ${format}`, () => expect(acceptedFormat(accept)).toBe(format));
  }
});

describe("the strict reader of these tests refuses", () => {
  const head = "# HELP a_total A\n# TYPE a_total counter\n";
  const bucket = (le: string, value: number) => `b_bucket{le="${le}"} ${value}\n`;
  const ofB = "# HELP b B\n# TYPE b histogram\n";
  const cases: [what: string, text: string][] = [
    ["a sample without a type", "a_total 1\n"],
    ["a counter without _total", "# HELP a A\n# TYPE a counter\na 1\n"],
    ["a negative counter", `${head}a_total -1\n`],
    ["no number", `${head}a_total one\n`],
    ["a sample twice", `${head}a_total 1\na_total 2\n`],
    ["an unescaped quote", `${head}a_total{of="a"b"} 1\n`],
    ["a metric in two places", `${head}a_total 1\n# HELP c C\n# TYPE c gauge\nc 1\n# HELP a_total A\n`],
    ["a histogram without +Inf", `${ofB}${bucket("1", 1)}b_sum 1\nb_count 1\n`],
    ["buckets that fall", `${ofB}${bucket("1", 2)}${bucket("+Inf", 1)}b_sum 1\nb_count 1\n`],
    [
      "a count that is not the last bucket",
      `${ofB}${bucket("1", 1)}${bucket("+Inf", 2)}b_sum 1\nb_count 3\n`,
    ],
    ["a last line without an end", `${head}a_total 1`],
  ];
  for (const [what, text] of cases) {
    test(what, () => expect(() => parseMetrics(text, "prometheus")).toThrow());
  }
});
