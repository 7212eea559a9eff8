import { afterAll, describe, expect, test } from "bun:test";
import { anApi } from "../support/an-api.ts";
import { callsIn } from "../support/documented-call.ts";
import { codeBlocksOf, readPage } from "../support/markdown.ts";

/** In the order in which somebody reads them, who has one server to try them on. */
const pages = [
  "api",
  "monitoring",
  "recipes",
  "local-development",
  "compatibility",
  "event-types",
  "sources",
  "sources/whatsapp",
];
const api = await anApi();
afterAll(() => api.close());

for (const path of pages.map((name) => `docs/${name}.md`)) {
  const page = await readPage(path);
  const blocks = codeBlocksOf(page);
  const calls = callsIn(blocks);

  describe(path, () => {
    for (const { method, path, headers, body, reply } of calls) {
      test(`has an example of ${method} ${path} ${inShort(body)} that works`, async () => {
        const text = body === undefined ? {} : { text: body };
        const given = await api.call(method, path, { as: "operator", headers, ...text });
        expect([given.body?.detail, given.status >= 200 && given.status < 300]).toEqual([undefined, true]);
        if (reply !== null) expect(given.body).toMatchObject(reply);
      });
    }

    test("has examples", () => expect(calls.length).toBeGreaterThan(0));
  });
}

describe("docs/api.md", async () => {
  const page = await readPage("docs/api.md");
  const blocks = codeBlocksOf(page);

  test("shows the first request as the same call of curl", () => {
    const shell = blocks.find(({ info }) => info === "sh")?.text ?? "";
    const [first] = callsIn(blocks);
    expect(shell).toContain(`$API${first?.path.slice("/api/v1".length)} `);
    expect(shell).toContain(`-d '${first?.body}'`);
  });

  test("has an example under every concept", () => {
    const withExample = new Set(blocks.map(({ heading }) => heading));
    const concepts = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? "");
    expect(concepts.length).toBeGreaterThan(8);
    expect(concepts.filter((heading) => !withExample.has(heading))).toEqual([]);
  });
});

/** As much of a body as a test's name needs. */
function inShort(body = ""): string {
  return body.replace(/\s+/g, " ").slice(0, 60);
}
