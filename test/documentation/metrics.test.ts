import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { codeBlocksOf, readPage } from "../support/markdown.ts";
import type { ParsedFamily } from "../support/prometheus-text.ts";
import { someMetrics } from "../support/some-metrics.ts";

const page = await readPage("docs/metrics.md");
const rules = await readPage("docs/alert-rules.yml");
const families = await allFamilies();

/** Every metric that the program can print, those that appear only once something has happened included. */
async function allFamilies(): Promise<ParsedFamily[]> {
  const metrics = someMetrics({ walFile: import.meta.path });
  metrics.meters.requests.handled("GET", "/api/v1/me", 200, 1);
  metrics.meters.retention.ended(1);
  const printed = await metrics.read();
  metrics.stop();
  return printed;
}

function labelsOf({ samples }: ParsedFamily): string[] {
  const names = new Set(samples.flatMap(({ labels }) => Object.keys(labels)));
  names.delete("le");
  return [...names];
}

/** The series that an expression can name, with the values that each label can have where these are a closed list. */
function knownSeries(): Map<string, ParsedFamily> {
  const ends = (type: string) => (type === "histogram" ? ["_bucket", "_sum", "_count"] : [""]);
  return new Map(
    families.flatMap((family) => ends(family.type).map((end) => [family.name + end, family] as const)),
  );
}

/** What an expression names that does not exist: metrics, and labels of them. */
function unknownIn(expression: string): string[] {
  const known = knownSeries();
  const unknown: string[] = [];
  for (const [, name = "", selector = ""] of expression.matchAll(
    /\b((?:posthorn|process)_\w+)(?:\{([^}]*)\})?/g,
  )) {
    const family = known.get(name);
    if (family === undefined) unknown.push(name);
    for (const [, label = "", operator = "", value = ""] of selector.matchAll(/(\w+)(!?=~?)"([^"]*)"/g)) {
      if (family === undefined || label === "job") continue;
      const values = family.samples.map(({ labels }) => labels[label]);
      if (!labelsOf(family).includes(label)) unknown.push(`${name}: ${label}`);
      else if (!operator.includes("~") && !values.includes(value))
        unknown.push(`${name}: ${label}="${value}"`);
    }
  }
  return unknown;
}

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}

describe("the page on metrics", () => {
  test("has a row for every metric that is printed, with its type, labels and meaning", () => {
    const section = page.split(/^## /m).find((text) => text.startsWith("All metrics")) ?? "";
    const rows = [...section.matchAll(/^\| `(.*) \|$/gm)].map((match) =>
      (match[1] ?? "").split("|").map((cell) => cell.trim().replaceAll("`", "")),
    );
    expect(rows).toEqual(
      families.map((family) => [family.name, family.type, labelsOf(family).join(", "), family.help]),
    );
  });

  test("asks in its queries only for what exists", () => {
    const queries = [...page.matchAll(/`([^`\n]*(?:posthorn|process)_[^`\n]*)`/g)].map(
      (match) => match[1] ?? "",
    );
    const names = families.map(({ name }) => name);
    expect(queries.length).toBeGreaterThan(60);
    expect(queries.filter((query) => !names.includes(query)).flatMap(unknownIn)).toEqual([]);
  });

  test("shows a configuration of Prometheus that is valid YAML and names the rules", () => {
    const [block] = codeBlocksOf(page).filter(({ info }) => info === "yaml");
    expect(Bun.YAML.parse(block?.text ?? "")).toMatchObject({
      scrape_configs: [{ job_name: "posthorn", static_configs: [{ targets: ["127.0.0.1:8080"] }] }],
      rule_files: ["alert-rules.yml"],
    });
  });
});

describe("the alert rules", () => {
  const parsed = Bun.YAML.parse(rules) as { groups: { name: string; rules: Rule[] }[] };
  const all = parsed.groups.flatMap((group) => group.rules);

  test("are rules as Prometheus reads them, each with a name of its own", () => {
    expect(Object.keys(parsed)).toEqual(["groups"]);
    expect(all.length).toBeGreaterThan(15);
    expect(new Set(all.map(({ alert }) => alert)).size).toBe(all.length);
    for (const rule of all) {
      expect(
        Object.keys(rule).filter((key) => !["alert", "expr", "for", "labels", "annotations"].includes(key)),
      ).toEqual([]);
      expect(rule.for ?? "1m").toMatch(/^\d+[smh]$/);
      expect(["critical", "warning", "info"]).toContain(rule.labels.severity);
      expect(rule.annotations).toEqual({ summary: expect.any(String), description: expect.any(String) });
    }
  });

  for (const { alert, expr } of all) {
    test(`${alert} asks only for what exists`, () => {
      expect(unknownIn(expr)).toEqual([]);
      expect(expr).toMatch(/posthorn|process_/);
      expect(expr.split("(").length).toBe(expr.split(")").length);
    });
  }

  test("speak of log lines and pages that exist", async () => {
    const troubleshooting = await readPage("docs/troubleshooting.md");
    for (const [, line = ""] of rules.matchAll(/`([a-z_]+\.[a-z_]+)`(?! \w+ *=)/g)) {
      if (line === "health.backlog") continue;
      expect(troubleshooting).toContain(`\`${line}\``);
    }
    for (const [name] of rules.matchAll(/\b[a-z-]+\.md\b/g)) {
      expect(await Bun.file(join(import.meta.dir, "../../docs", name)).exists()).toBe(true);
    }
  });
});
