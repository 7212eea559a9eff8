import { describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { catalogue } from "../../src/sources/whatsapp/catalogue.ts";
import { anApi } from "../support/an-api.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

const page = await readPage("docs/sources/whatsapp.md");
const blocks = codeBlocksOf(page);

describe("docs/sources/whatsapp.md", () => {
  test("lists every type of the catalogue, and no other", () => {
    const listed = [...page.matchAll(/^\| `([a-z_.]+)` +\| [`a]/gm)].map((match) => match[1] ?? "");
    expect(listed.sort()).toEqual(
      catalogue()
        .map(({ name }) => name)
        .sort(),
    );
  });

  test("shows the data of a message as the catalogue has it", () => {
    const shown = JSON.parse(blocks.find(({ info }) => info === "json")?.text ?? "");
    const { raw: _raw, ...example } =
      catalogue().find(({ name }) => name === "message.received")?.example ?? {};
    expect(shown).toEqual(example);
  });

  test("shows a sample that is taken when it is signed as it says", async () => {
    const [, body = ""] = /^BODY='(.*)'$/m.exec(page) ?? [];
    const [, secret = ""] = /-hmac "(.*?)"/.exec(page) ?? [];
    const api = await anApi();
    try {
      const id = await api.aSourceId({
        kind: "whatsapp",
        name: "whatsapp",
        config: { appSecrets: [secret] },
      });
      const signature = createHmac("sha256", secret).update(body).digest("hex");
      const headers = { "x-hub-signature-256": `sha256=${signature}` };
      const reply = await api.fetch(
        new Request(`http://localhost/in/${id}`, { method: "POST", headers, body }),
      );
      expect(reply.status).toBe(200);
      const { data } = (await api.call("GET", "/api/v1/events")).body;
      expect(data).toMatchObject([{ type: "message.read", timestamp: "2026-05-13T12:46:25.000Z" }]);
    } finally {
      await api.close();
    }
  });
});
