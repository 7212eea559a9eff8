import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { anApi, type TestApi } from "../support/an-api.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

const settings = codeBlocksOf(await readPage("docs/compatibility.md")).filter(({ info }) => info === "json");
const path = "/api/v1/endpoints";

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.close());

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
    test(`has settings for ${heading} that make an endpoint`, async () => {
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
