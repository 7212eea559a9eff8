import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { problemKinds } from "../../src/domain/app-error.ts";
import { deliveryReason, deliveryStatus } from "../../src/domain/delivery.ts";
import { disabledReason } from "../../src/domain/endpoint.ts";
import { outcome } from "../../src/domain/outcome.ts";
import { readPage } from "../support/markdown.ts";

const page = await readPage("docs/troubleshooting.md");

/** The cells of the tables in the section with that heading, without those of the table's head. */
function rowsOf(heading: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";
  return [...section.matchAll(/^\| (`.*) \|$/gm)].map((match) =>
    (match[1] ?? "").split("|").map((cell) => cell.trim()),
  );
}

function namesIn(cell: string | undefined): string[] {
  return [...(cell ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}

/** The names of all lines that the program logs. */
async function loggedEvents(): Promise<string[]> {
  const root = join(import.meta.dir, "../../src");
  const paths = [...new Bun.Glob("**/*.ts").scanSync(root)];
  const texts = await Promise.all(paths.map((path) => Bun.file(join(root, path)).text()));
  const calls =
    /\b(?:logger\.(?:debug|info|warn|error)|write)\(\s*(?:"(?:debug|info|warn|error)",\s*)?"([a-z_]+\.[a-z_]+)"/g;
  return texts.flatMap((text) => [...text.matchAll(calls)].map((match) => match[1] ?? ""));
}

describe("the page on troubleshooting", () => {
  test("has a row for every outcome of an attempt", () => {
    expect(rowsOf("Outcomes").flatMap(([name]) => namesIn(name))).toEqual(outcome.options);
  });

  test("has a row for every status and reason that a delivery ends with", () => {
    const rows = rowsOf("An event did not arrive");
    expect([...new Set(rows.flatMap(([status]) => namesIn(status)))]).toEqual(deliveryStatus.options);
    const reasons = rows.flatMap(([, reason]) => namesIn(reason));
    expect(reasons.sort()).toEqual([...deliveryReason.options].sort());
  });

  test("speaks of every reason for which an endpoint is disabled", () => {
    for (const reason of disabledReason.options) expect(page).toContain(`\`${reason}\``);
  });

  test("has a row for every code of the API, with its status", () => {
    const rows = rowsOf("Errors of the API").map(([code, status]) => [...namesIn(code), Number(status)]);
    expect(rows).toEqual(Object.entries(problemKinds).map(([code, { status }]) => [code, status]));
  });

  test("has a row for every event that is logged", async () => {
    const logged = await loggedEvents();
    expect(logged.length).toBeGreaterThan(25);
    const described = new Set(rowsOf("Lines of the log").flatMap(([names]) => namesIn(names)));
    expect([...new Set(logged)].filter((name) => !described.has(name))).toEqual([]);
  });
});
