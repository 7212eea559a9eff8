import { describe, expect, test } from "bun:test";
import { anApi } from "../support/an-api.ts";
import { missingFor } from "../support/documented-call.ts";
import { type CodeBlock, codeBlocksOf, readPage } from "../support/markdown.ts";

interface DocumentedCall {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  /** What the page shows of the reply, or null. */
  reply: Record<string, unknown> | null;
}

/** The page's requests in order, each with the reply that is shown below it. */
function callsOf(blocks: readonly CodeBlock[]): DocumentedCall[] {
  return blocks.flatMap((block, i) => {
    if (block.info !== "http") return [];
    const [line = "", ...rest] = block.text.trimEnd().split("\n");
    const body = rest.find((text) => text.startsWith("{"));
    const headerLines = rest.filter((text) => text !== body);
    const [method = "", path = ""] = line.split(" ");
    const headers = Object.fromEntries(headerLines.map((text) => text.split(": ")));
    const shown = blocks[i + 1];
    const reply: Record<string, unknown> | null = shown?.info === "json" ? JSON.parse(shown.text) : null;
    return [{ method, path: `/api/v1${path}`, headers, body, reply }];
  });
}

const page = await readPage("docs/api.md");
const blocks = codeBlocksOf(page);
const calls = callsOf(blocks);
// One after the other against one server, as somebody does who follows the page.
const api = await anApi();

describe("the page on the API", () => {
  for (const { method, path, headers, body, reply } of calls) {
    const asked: unknown = body === undefined ? null : JSON.parse(body);
    const missing = missingFor(method, path, asked);
    if (missing !== null) process.stderr.write(`An example is skipped: ${missing}.\n`);
    test.skipIf(missing !== null)(
      `has an example of ${method} ${path} ${body ?? ""} that works`,
      async () => {
        const given = await api.call(method, path, {
          as: "operator",
          headers,
          ...(body === undefined ? {} : { text: body }),
        });
        expect([given.body?.detail, given.status >= 200 && given.status < 300]).toEqual([undefined, true]);
        if (reply !== null) expect(given.body).toMatchObject(reply);
      },
    );
  }

  test("shows the first request as the same call of curl", () => {
    const shell = blocks.find(({ info }) => info === "sh")?.text ?? "";
    expect(shell).toContain(`$API${calls[0]?.path.slice("/api/v1".length)} `);
    expect(shell).toContain(`-d '${calls[0]?.body}'`);
  });

  test("has an example under every concept", () => {
    const withExample = new Set(blocks.map(({ heading }) => heading));
    const concepts = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? "");
    expect(concepts.length).toBeGreaterThan(8);
    expect(concepts.filter((heading) => !withExample.has(heading))).toEqual([]);
  });
});
