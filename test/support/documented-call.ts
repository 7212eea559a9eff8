import { z } from "zod";
import type { Route } from "../../src/http/route.ts";
import { routes } from "../../src/http/route-table.ts";
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

/** Fields of a request that the pages name and the route's schema may not know yet: what they do is built apart. */
const awaitedFields = ["rateLimitPerSecond", "ordered", "recover"] as const;

/** Why the program cannot take a documented request yet, or null. Any other field that it does not know is a mistake. */
export function missingFor(method: string, path: string, body: unknown): string | null {
  const route = routeAt(method, path);
  if (route === null) return `there is no ${method} ${path}`;
  if (typeof body !== "object" || body === null || !(route.body instanceof z.ZodObject)) return null;
  const known = Object.keys(route.body.shape);
  const missing = awaitedFields.find((field) => field in body && !known.includes(field));
  return missing === undefined ? null : `${method} ${path} does not take "${missing}"`;
}

function routeAt(method: string, path: string): Route | null {
  const pathname = path.split("?")[0] ?? "";
  const leadsTo = (route: Route) => new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(pathname);
  return routes.find((route) => route.method === method && leadsTo(route)) ?? null;
}
