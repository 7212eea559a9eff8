import { describe, expect, test } from "bun:test";
import { settings } from "../../src/config/settings.ts";
import { alert, alertData, alertKind } from "../../src/domain/alert.ts";
import { alertRules } from "../../src/domain/alert-rule.ts";
import { auditEntry } from "../../src/domain/audit-entry.ts";
import { deliveryNews, endpointNews, type OperationalEvent } from "../../src/domain/operational-event.ts";
import { pendingMsMax } from "../../src/domain/retention.ts";
import { statisticsKeptMs, statisticsRowsMax } from "../../src/domain/statistics.ts";
import { anApi } from "../support/an-api.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

const page = await readPage("docs/monitoring.md");
const blocks = codeBlocksOf(page);
const dayMs = 24 * 3_600_000;

/** The page's block of JSON with that word behind the fence. */
function shown(word: string): unknown {
  return JSON.parse(blocks.find(({ info }) => info === `json ${word}`)?.text ?? "null");
}

/** The cells of the table in the section with that heading, without those of the table's head. */
function rowsOf(heading: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";
  const rows = [...section.matchAll(/^\| (?!-)(.*) \|$/gm)].map((match) =>
    (match[1] ?? "").split("|").map((cell) => cell.trim().replaceAll("`", "")),
  );
  return rows.slice(1);
}

describe("the page on monitoring", () => {
  test("has a row for every operational event", () => {
    const kinds: Record<OperationalEvent["type"], string> = {
      "posthorn.endpoint.disabled": "endpoint",
      "posthorn.endpoint.enabled": "endpoint",
      "posthorn.endpoint.congested": "endpoint",
      "posthorn.endpoint.error_rate": "alert",
      "posthorn.endpoint.latency": "alert",
      "posthorn.endpoint.availability": "alert",
      "posthorn.delivery.failing": "delivery",
      "posthorn.delivery.exhausted": "delivery",
      "posthorn.delivery.recovered": "delivery",
      "posthorn.source.rejecting": "source",
    };
    const rows = rowsOf("Operational events").map(([type, , data]) => [type, data]);
    expect(Object.fromEntries(rows)).toEqual(kinds);
  });

  for (const [word, schema] of Object.entries({
    endpoint: endpointNews.strict(),
    delivery: deliveryNews.strict(),
    alert: alertData.strict(),
    audit: auditEntry.strict(),
  })) {
    test(`shows the data "${word}" as the program makes it`, () => {
      expect(schema.safeParse(shown(word)).error?.issues ?? []).toEqual([]);
    });
  }

  test("shows the alert of the reference", () => {
    expect(shown("alert")).toEqual(alert.parse(alert.meta()?.example).data);
  });

  test("has every threshold of every alert", () => {
    const rows = rowsOf("Alerts").map(([kind, thresholds]) => [kind, thresholds]);
    const expected = alertKind.options.map((kind) => {
      const { thresholds, unit } = alertRules[kind];
      return [kind, `${thresholds.join(", ")} (${unit})`];
    });
    expect(rows).toEqual(expected);
  });

  test("says how long everything is kept", () => {
    const kept = Object.fromEntries(rowsOf("Retention").map(([what, long]) => [what, long]));
    const days = settings.retentionDays.fallback;
    expect(kept["ended deliveries with their attempts"]).toStartWith(`${days} days`);
    expect(kept["events, operational ones too"]).toStartWith(`${days} days`);
    expect(kept["a delivery that is still pending"]).toStartWith(`${pendingMsMax / dayMs} days`);
    expect(kept["statistics, and alerts that have ended"]).toBe(`${statisticsKeptMs / dayMs} days`);
  });

  test("names the most rows of a reply", () => {
    expect(page).toContain(`more than ${statisticsRowsMax.toLocaleString("en")} rows`);
  });
});

describe("the refusals of statistics that the page lists", async () => {
  const api = await anApi();
  await api.anEndpointId({ uid: "crm" });

  for (const [request, path] of rowsOf("Statistics")) {
    test(`${request} is refused at ${path}`, async () => {
      const given = await api.call("GET", `/api/v1${request}`);
      expect([given.status, given.body.code]).toEqual([422, "validation_failed"]);
      expect(given.body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    });
  }

  test("are there", () => expect(rowsOf("Statistics").length).toBeGreaterThan(3));
});
