import { describe, expect, test } from "bun:test";
import { sourceNews } from "../../src/domain/operational-event.ts";
import { requestBodyBytesMax, requestsKeptMax } from "../../src/domain/source.ts";
import { preset, presets } from "../../src/sources/generic/presets.ts";
import { verification } from "../../src/sources/generic/verification.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

const page = await readPage("docs/sources.md");

/** The first cells of the rows in which they are code. */
const firstCells = [...page.matchAll(/^\| `([^`]+)` /gm)].map((match) => match[1] ?? "");

describe("the page on sources", () => {
  test("has a row for every way of verifying and every preset", () => {
    const kinds = verification.options.map((option) => option.shape.kind.value);
    for (const name of [...kinds, ...preset.options]) expect(firstCells).toContain(name);
  });

  test("says what each preset tells events apart by", () => {
    for (const [name, { eventId }] of Object.entries(presets)) {
      const row =
        (page.split("### Presets")[1] ?? "").split("\n").find((line) => line.startsWith(`| \`${name}\``)) ??
        "";
      const member = eventId !== null && "pointer" in eventId ? eventId.pointer.slice(1) : eventId?.header;
      expect(row).toContain(`\`${member}\``);
    }
  });

  test("shows the data of the event about refusals as the program makes it", () => {
    const shown = codeBlocksOf(page).find(({ info }) => info === "json source")?.text ?? "null";
    expect(sourceNews.strict().safeParse(JSON.parse(shown)).error?.issues ?? []).toEqual([]);
  });

  test("says how much the log keeps", () => {
    expect(page).toContain(`the last ${requestsKeptMax.toLocaleString("en")} requests`);
    expect(page).toContain(`${requestBodyBytesMax / 1024} KiB`);
  });
});
