import type { CodeBlock } from "./markdown.ts";

/** A request that a page shows, as a block `http`. */
export interface DocumentedCall {
  method: string;
  /** With `/api/v1`, which the pages leave out. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  /** What the page shows of the reply in a block `json` right below, under the same heading, or null. */
  reply: Record<string, unknown> | null;
}

/** The requests in the blocks, in order. */
export function callsIn(blocks: readonly CodeBlock[]): DocumentedCall[] {
  return blocks.flatMap((block, i) => {
    const [line = "", ...rest] = block.text.trimEnd().split("\n");
    const [method = "", path = ""] = line.split(" ");
    if (block.info !== "http" || line.endsWith(" HTTP/1.1")) return [];
    const bodyAt = rest.findIndex((text) => text.startsWith("{"));
    const headerLines = bodyAt === -1 ? rest : rest.slice(0, bodyAt);
    const headers = Object.fromEntries(headerLines.map((text) => text.split(": ")));
    const body = bodyAt === -1 ? undefined : rest.slice(bodyAt).join("\n");
    const shown = blocks[i + 1];
    const hasReply = shown?.info === "json" && shown.heading === block.heading;
    const reply: Record<string, unknown> | null = hasReply ? JSON.parse(shown.text) : null;
    return [{ method, path: `/api/v1${path}`, headers, body, reply }];
  });
}
