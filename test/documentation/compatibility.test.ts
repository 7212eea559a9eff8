import { describe, expect, test } from "bun:test";
import { anApi } from "../support/an-api.ts";
import { missingFor } from "../support/documented-call.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

const settings = codeBlocksOf(await readPage("docs/compatibility.md")).filter(({ info }) => info === "json");
const path = "/api/v1/endpoints";

describe("the page on compatibility", () => {
  test("has settings for every sender that it speaks of", () => {
    expect(settings.map(({ heading }) => heading)).toEqual([
      "Flowella",
      "Flowcode and Svix",
      "WhatsApp API Platform",
      "GitHub's and Meta's form",
      "A chat tool",
    ]);
  });

  for (const { heading, text } of settings) {
    const asked: Record<string, unknown> = JSON.parse(text);
    const missing = missingFor("POST", path, asked);
    if (missing !== null) process.stderr.write(`The settings for ${heading} are skipped: ${missing}.\n`);
    test.skipIf(missing !== null)(`has settings for ${heading} that make an endpoint`, async () => {
      const api = await anApi();
      const { status, body } = await api.call("POST", path, { body: asked });
      expect([status, body.detail]).toEqual([201, undefined]);
      expect(body).toMatchObject(asRead(asked));
    });
  }
});

/** What was asked for, as the reply shows it: with no secret in it. */
function asRead(asked: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(asked, (key, value) => (key === "secret" ? "[redacted]" : value)),
  ) as Record<string, unknown>;
}
