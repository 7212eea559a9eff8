import { describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { sourceNews } from "../../src/domain/operational-event.ts";
import { requestBodyBytesMax, requestsKeptMax } from "../../src/domain/source.ts";
import { preset, presets } from "../../src/sources/generic/presets.ts";
import { verification } from "../../src/sources/generic/verification.ts";
import { anApi } from "../support/an-api.ts";
import { callsIn } from "../support/documented-call.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

const page = await readPage("docs/sources.md");
const blocks = codeBlocksOf(page);

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
    const shown = blocks.find(({ info }) => info === "json source")?.text ?? "null";
    expect(sourceNews.strict().safeParse(JSON.parse(shown)).error?.issues ?? []).toEqual([]);
  });

  test("shows a request that is taken when it is signed as it says", async () => {
    const shell = blocks.find(({ info }) => info === "sh")?.text ?? "";
    const [, body = ""] = /^BODY='(.*)'$/m.exec(shell) ?? [];
    const [, secret = ""] = /-hmac "(.*?)"/.exec(shell) ?? [];
    const headers = [...shell.matchAll(/-H '(.*?): (.*?)'/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]);
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const api = await anApi();
    try {
      const id = await api.aSourceId(JSON.parse(callsIn(blocks)[0]?.body ?? ""));
      const request = new Request(`http://localhost/in/${id}`, {
        method: "POST",
        headers: {
          ...Object.fromEntries(headers),
          "x-hub-signature-256": `sha256=${signature}`,
          // As curl calls what it is given with -d.
          "content-type": "application/x-www-form-urlencoded",
        },
        body,
      });
      expect((await api.fetch(request)).status).toBe(200);
      const [event] = (await api.call("GET", "/api/v1/events?tag=source:github")).body.data;
      const { data, type } = (await api.call("GET", `/api/v1/events/${event.id}`)).body;
      expect([type, data]).toEqual(["github.push", JSON.parse(body)]);
    } finally {
      await api.close();
    }
  });

  test("says how a secret is changed without a gap", async () => {
    const [patch = ""] = /\{"config": \{"verification": .*?\}\}\}/.exec(page) ?? [];
    const api = await anApi();
    try {
      const [{ body = "" } = {}] = callsIn(blocks);
      const id = await api.aSourceId(JSON.parse(body));
      const { status } = await api.call("PATCH", `/api/v1/sources/${id}`, { text: patch });
      const found = await api.store.findSource(id);
      expect([status, found?.source.config]).toMatchObject([
        200,
        { verification: { secret: "new", previousSecret: "old" } },
      ]);
    } finally {
      await api.close();
    }
  });

  test("says how much the log keeps", () => {
    expect(page).toContain(`the last ${requestsKeptMax.toLocaleString("en")} requests`);
    expect(page).toContain(`${requestBodyBytesMax / 1024} KiB`);
  });
});
